"""The mistakes in a persona file that take two parts of it to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from voicecoach.adapters.persona_document import Document, Loc, Place

_DEEPEST = 8


def mistakes_across(document: Document) -> Iterator[tuple[Place, str]]:
    """Yield the mistakes with their places, whatever the shape of the rest."""
    root = document.value if isinstance(document.value, dict) else {}
    first: dict[str, int] = {}
    topics = root.get("topics")
    for n, topic in enumerate(topics if isinstance(topics, list) else ()):
        name = topic.get("id") if isinstance(topic, dict) else None
        place = document.place_of(("topics", n, "id"))
        if isinstance(name, str) and first.setdefault(name, place.line) != place.line:
            yield place, f"the topic '{name}' is there already, in line {first[name]}; give this one a name of its own"
    start, opens = (_number(root, *keys) for keys in (("temper", "start"), ("levels", "open")))
    if start is not None and opens is not None and start >= opens:
        cure = f"he would trust the coach from the start; write less than the level 'open' ({opens})"
        yield document.place_of(("temper", "start")), cure
    for loc, about in _abouts(root, ()):
        if loc[0] != "reactions":
            yield document.place_of(loc), "what a line here is about is known by its place; take 'about' out"
        elif about not in first:
            near = nearest(about, tuple(first))
            hint = f"did you mean '{near}'?" if near else f"there are {', '.join(sorted(first)) or 'none'}"
            yield document.place_of(loc), f"no topic is called '{about}'; {hint}"


def nearest(word: str, known: Iterator[str] | tuple[str, ...]) -> str:
    """Return the known word that looks most like a word, empty when none does."""
    by_fold = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[found[0]] if found else ""


def _abouts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield what lines say they are about, with the place where they say so; no line lies deeper than _DEEPEST."""
    if len(loc) > _DEEPEST:
        return
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from _abouts(item, (*loc, n))
    elif isinstance(value, dict):
        about = value.get("about")
        if "say" in value and isinstance(about, str):
            yield (*loc, "about"), about
        for key, item in value.items():
            if isinstance(key, str):
                yield from _abouts(item, (*loc, key))


def _number(root: Mapping[str, Any], part: str, key: str) -> int | None:
    inside = root.get(part)
    value = inside.get(key) if isinstance(inside, dict) else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None

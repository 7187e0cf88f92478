"""Finds what no schema can: what makes a persona that loads less worth talking to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voicecoach.adapters.persona_document import Document, Loc
from voicecoach.adapters.persona_files import ReadPersona
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_format import PersonaFile
from voicecoach.adapters.persona_overlap import early_solutions, repeated_lines, repeated_questions
from voicecoach.adapters.persona_walk import all_lines, reaction_lines

MIN_TOPICS = 8
MIN_ASKS = 6
MIN_SUGGESTIONS = 6
MIN_SOLUTION_ASKS = 8
MIN_DETAIL_ASKS = 4
MIN_VARIANTS = 6
FEWER_VARIANTS = {"greeting": 1, "repeats": 2, "greeted": 2, "apology": 3, "scale": 4}
"""What is said once or seldom, or differs by itself."""

MAX_WORDS = 40

_UNSAYABLE = re.compile(r"\d[\d.,]*|[%€$£&@+=/\\]|\b(?:[a-z]\.){2,}|\b(?:bijv|enz|etc|incl|excl|approx|dept)\.", re.I)


def check_persona(read: ReadPersona) -> tuple[Finding, ...]:
    """Return the warnings about a persona file, in the order of their places; none for one that does not load."""
    content = read.content
    if content is None:
        return ()
    found = [
        *_topics(content),
        *_counts(content),
        *_variants(content),
        *_wording(content),
        *early_solutions(content, read.document),
        *repeated_lines(content, read.document),
        *repeated_questions(content, read.document),
        *_name(content, read),
    ]
    return tuple(sorted({_warning(read, loc, text) for loc, text in found}))


def _warning(read: ReadPersona, loc: Loc, text: str) -> Finding:
    place = _named_place(read.document, loc)
    return Finding(str(read.path), *place, text, is_mistake=False)


def _named_place(document: Document, loc: Loc) -> tuple[int, int]:
    return document.key_place_of(loc) if loc in document.keys else document.place_of(loc)


def _topics(content: PersonaFile) -> Iterator[tuple[Loc, str]]:
    if len(content.topics) < MIN_TOPICS:
        yield ("topics",), f"{len(content.topics)} topics; {MIN_TOPICS} or more carry a talk of fifteen minutes"
    for n, topic in enumerate(content.topics):
        levels = topic.lines.levels()
        if not {"careful", "open"} & levels.keys():
            yield ("topics", n, "lines"), f"'{topic.id}' goes no deeper: give it lines at careful and open"
        elif missing := [name for name in ("careful", "open") if name not in levels]:
            yield ("topics", n, "lines"), f"'{topic.id}' has no lines at {missing[0]}: give it one or two"


def _counts(content: PersonaFile) -> Iterator[tuple[Loc, str]]:
    solution = content.solution
    groups: list[tuple[Loc, list[str], int]] = [
        (("topics", n, "asks"), topic.asks, MIN_ASKS) for n, topic in enumerate(content.topics)
    ]
    groups += [(("solution", "asks"), solution.asks, MIN_SOLUTION_ASKS)]
    groups += [(("solution", "suggestions"), solution.suggestions, MIN_SUGGESTIONS)]
    for name, part in solution.details.by_name().items():
        groups += [(("solution", "details", name, "asks"), part.asks, MIN_DETAIL_ASKS)]
    for loc, texts, least in groups:
        if len(texts) < least:
            yield loc, f"{len(texts)} here; write {least} or more, in varied words, or he will often not be reached"


def _variants(content: PersonaFile) -> Iterator[tuple[Loc, str]]:
    for name, lines in reaction_lines(content):
        least = FEWER_VARIANTS.get(name, MIN_VARIANTS)
        if len(lines) < least:
            yield ("reactions", name), f"'{name}' has {len(lines)} of {least} variants; with fewer he repeats himself"


def _wording(content: PersonaFile) -> Iterator[tuple[Loc, str]]:
    for said in all_lines(content):
        for text in filter(None, (said.line.say, said.line.short)):
            words = len(text.split())
            if words > MAX_WORDS:
                yield (
                    said.loc,
                    f"{words} words are too many to listen to; write at most {MAX_WORDS}, or make it two lines",
                )
            if found := _UNSAYABLE.search(text):
                yield said.loc, f"write '{found.group()}' out in words, so that the voice says it well"
        if said.line.say[0].islower():
            yield said.loc, "this begins with a small letter; in [...] a comma ends a text: put it in double quotes"


def _name(content: PersonaFile, read: ReadPersona) -> Iterator[tuple[Loc, str]]:
    if read.path.stem != content.id:
        yield ("id",), f"the file is called '{read.path.stem}', and is found by that name; call both the same"

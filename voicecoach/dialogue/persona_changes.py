"""What is different in the text of a persona's file between two versions, in short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Literal

from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Line, Persona, Temper, Topic


@dataclass(frozen=True, slots=True)
class TextChange:
    """One difference: what, how, and the figures before and after, or how many lines came and went."""

    what: str
    way: Literal["changed", "only_old", "only_new", "lines_changed", "asks_changed"]
    old: str = ""
    new: str = ""
    added: int = 0
    removed: int = 0


def text_changes(old: Persona, new: Persona) -> tuple[TextChange, ...]:
    """Return the differences, in the order of the file; none for two files that say the same."""
    return (*_head(old, new), *_temper(old.temper, new.temper), *_topics(old, new), *_others(old, new))


def _head(old: Persona, new: Persona) -> Iterator[TextChange]:
    pairs = {
        "version": (old.version, new.version),
        "name": (old.name, new.name),
        "case": (old.case.id, new.case.id),
        "voice": (_voice(old), _voice(new)),
        "ends_when_committed": (str(old.ends_when_committed), str(new.ends_when_committed)),
    }
    yield from (TextChange(what, "changed", was, is_) for what, (was, is_) in pairs.items() if was != is_)


def _voice(persona: Persona) -> str:
    return f"{persona.voice.name} {persona.voice.words_per_minute}/{persona.voice.pitch}".strip()


def _temper(old: Temper, new: Temper) -> Iterator[TextChange]:
    names = [field.name for field in fields(Temper) if field.name != "loss"]
    figures = [(f"temper.{name}", getattr(old, name), getattr(new, name)) for name in names]
    losses = [(f"temper.loss.{kind}", old.loss.get(kind, 0), new.loss.get(kind, 0)) for kind in MoveKind]
    for what, was, is_ in (*figures, *losses):
        if was != is_:
            yield TextChange(what, "changed", str(was), str(is_))


def _topics(old: Persona, new: Persona) -> Iterator[TextChange]:
    before, after = ({topic.id: topic for topic in persona.topics} for persona in (old, new))
    for id_ in dict.fromkeys((*before, *after)):
        what = f"topics.{id_}"
        if id_ not in after:
            yield TextChange(what, "only_old")
        elif id_ not in before:
            yield TextChange(what, "only_new")
        else:
            yield from _topic(what, before[id_], after[id_])


def _topic(what: str, old: Topic, new: Topic) -> Iterator[TextChange]:
    yield from _counted(what, "asks_changed", old.asks, new.asks)
    yield from _counted(what, "lines_changed", old.lines, new.lines)


def _others(old: Persona, new: Persona) -> Iterator[TextChange]:
    before, after = _stock(old), _stock(new)
    for what in dict.fromkeys((*before, *after)):
        yield from _counted(what, "lines_changed", before.get(what, ()), after.get(what, ()))
    asked = ((persona.solution.asks, persona.solution.suggestions) for persona in (old, new))
    (asks, suggestions), (new_asks, new_suggestions) = asked
    yield from _counted("solution", "asks_changed", (*asks, *suggestions), (*new_asks, *new_suggestions))


def _stock(persona: Persona) -> Mapping[str, Sequence[Line]]:
    reactions, solution = persona.reactions, persona.solution
    names = [field.name for field in fields(reactions) if field.name != "by_kind"]
    return {
        **{f"reactions.{kind}": lines for kind, lines in reactions.by_kind.items()},
        **{f"reactions.{name}": getattr(reactions, name) for name in names},
        "solution": solution.lines,
        **{f"solution.{detail.id}": detail.lines for detail in solution.details},
        "commitment": solution.commitment,
    }


def _counted(
    what: str, way: Literal["lines_changed", "asks_changed"], old: Sequence[object], new: Sequence[object]
) -> Iterator[TextChange]:
    added, removed = sum(one not in old for one in new), sum(one not in new for one in old)
    if added or removed:
        yield TextChange(what, way, added=added, removed=removed)

"""Goes through all that a persona says, with the place of each line in his file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.adapters.persona_document import Loc
from voicecoach.adapters.persona_format import PersonaFile
from voicecoach.adapters.persona_talk import ByLevel, LinePart
from voicecoach.domain.persona import SMART_DETAILS, Level


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A line with its place in the file and the lowest level at which it is said."""

    loc: Loc
    level: Level
    line: LinePart


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """An example question with its place in the file; `about` names the topic it leads to."""

    loc: Loc
    about: str
    text: str


def reaction_lines(content: PersonaFile) -> Iterator[tuple[str, tuple[SaidLine, ...]]]:
    """Yield each reaction's key that the file has, with all its variants, in the order of the format."""
    for name in type(content.reactions).model_fields:
        part = getattr(content.reactions, name)
        if part is None:
            continue
        levels = part.levels() if isinstance(part, ByLevel) else {"closed": part.closed}
        yield name, tuple(_by_level(("reactions", name), levels))


def topic_lines(content: PersonaFile) -> Iterator[SaidLine]:
    """Yield the lines of all topics."""
    for n, topic in enumerate(content.topics):
        yield from _by_level(("topics", n, "lines"), topic.lines.levels())


def solution_lines(content: PersonaFile) -> Iterator[SaidLine]:
    """Yield the lines by which he brings his own solution, makes it SMART and commits himself."""
    solution = content.solution
    groups: dict[Loc, list[LinePart]] = {
        ("solution", "lines"): solution.lines,
        **{("solution", "details", name, "lines"): part.lines for name, part in solution.details.by_name().items()},
        ("solution", "commitment"): solution.commitment,
    }
    for loc, lines in groups.items():
        yield from (SaidLine((*loc, n), Level.INSIGHT, line) for n, line in enumerate(lines))


def all_lines(content: PersonaFile) -> tuple[SaidLine, ...]:
    """Return all lines of the file, in its order."""
    reactions = [line for _, lines in reaction_lines(content) for line in lines]
    return (*topic_lines(content), *reactions, *solution_lines(content))


def questions(content: PersonaFile) -> Iterator[AskedQuestion]:
    """Yield the example questions that lead to a topic, to the solution or to what makes it SMART.

    What could get in its way or would help is asked only once there is one, so it is never taken for a topic.
    """
    for n, topic in enumerate(content.topics):
        yield from (AskedQuestion(("topics", n, "asks", i), topic.id, ask) for i, ask in enumerate(topic.asks))
    yield from (AskedQuestion(("solution", "asks", i), "solution", a) for i, a in enumerate(content.solution.asks))
    for name in SMART_DETAILS:
        asks = content.solution.details.by_name()[name].asks
        loc = ("solution", "details", name, "asks")
        yield from (AskedQuestion((*loc, i), f"solution.{name}", ask) for i, ask in enumerate(asks))


def _by_level(loc: Loc, levels: dict[str, list[LinePart]]) -> Iterator[SaidLine]:
    for name, lines in levels.items():
        yield from (SaidLine((*loc, name, n), Level[name.upper()], line) for n, line in enumerate(lines))

"""The seller's role for a manager who swaps chairs, drawn from the persona's own lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Level, Persona

_LINES = 4


@dataclass(frozen=True, slots=True)
class RoleCard:
    """What the manager needs to play him, all of it lines from the file.

    outside: what he says to anybody. inside: what he says only to somebody who listens.
    on_advice, on_judgement: how he takes those. solution: what he finds himself, in the end.
    """

    name: str
    title: str
    situation: str
    outside: tuple[str, ...]
    inside: tuple[str, ...]
    on_advice: str
    on_judgement: str
    solution: str


def role_card(persona: Persona) -> RoleCard:
    """Return the role card of a persona; a field whose lines the file lacks is empty."""
    return RoleCard(
        persona.name,
        persona.case.title,
        persona.case.briefing.strip(),
        tuple(_topic_lines(persona, (Level.CLOSED,)))[:_LINES],
        tuple(_topic_lines(persona, (Level.OPEN, Level.CAREFUL)))[:_LINES],
        _reaction(persona, MoveKind.ADVICE),
        _reaction(persona, MoveKind.JUDGEMENT),
        next((line.text for line in persona.solution.lines), ""),
    )


def _topic_lines(persona: Persona, levels: tuple[Level, ...]) -> Iterator[str]:
    """A line a topic, of the first of the levels that it has."""
    for topic in persona.topics:
        lines = [line.text for level in levels for line in topic.lines if line.level is level]
        yield from lines[:1]


def _reaction(persona: Persona, kind: MoveKind) -> str:
    return next((line.text for line in persona.reactions.by_kind.get(kind, ())), "")

"""Which solutions came up in a talk, from whom, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from voicecoach.debrief.beginnings import beginnings
from voicecoach.domain.events import CoacheeResponded, SessionEvent, SilenceKept
from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.domain.openness import ReplyKind

Welcome = Literal["own", "committed", "lip_service", "not_taken"]
"""What the coachee made of a solution: his own, his own with a promise, assent without support, or nothing."""


@dataclass(frozen=True, slots=True)
class SolutionNamed:
    """A solution somebody brought. turn, at_ms: where in the log; began_ms: when that turn began. text: the words."""

    bringer: Literal["coach", "coachee"]
    turn: int
    at_ms: int
    text: str
    welcome: Welcome
    began_ms: int


def solutions_named(events: Sequence[SessionEvent]) -> tuple[SolutionNamed, ...]:
    """All solutions in order: each turn in which the coach advised one, and each step of the coachee's own.

    A leading question counts where the coachee took it for a solution: other leading questions carry opinions.
    """
    found: list[SolutionNamed] = []
    began = beginnings(events)
    for event in events:
        if not isinstance(event, CoacheeResponded | SilenceKept):
            continue
        kind, began_ms = event.reply.kind, began[event.at_ms]
        if isinstance(event, CoacheeResponded) and (text := _advised(event.coach, kind)):
            taken: Welcome = "lip_service" if kind is ReplyKind.LIP_SERVICE else "not_taken"
            found.append(SolutionNamed("coach", event.turn, event.at_ms, text, taken, began_ms))
        if kind in {ReplyKind.SOLUTION, ReplyKind.COMMITMENT}:
            own: Welcome = "own" if kind is ReplyKind.SOLUTION else "committed"
            found.append(SolutionNamed("coachee", event.turn, event.at_ms, event.reply.text, own, began_ms))
    return tuple(found)


def _advised(turn: Turn, answer: ReplyKind) -> str:
    """The coach's words that bring a solution; empty when he brought none."""
    kinds = {MoveKind.ADVICE} | ({MoveKind.LEADING_QUESTION} if answer is ReplyKind.LIP_SERVICE else set())
    clauses = [_clause(turn, move) for move in turn.moves if move.kind in kinds and move.is_certain]
    return " … ".join(clause for clause in clauses if clause)


def _clause(turn: Turn, move: Move) -> str:
    return turn.text[move.start : move.end].strip()

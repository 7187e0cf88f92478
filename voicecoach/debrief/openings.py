"""How each talk began and which way it went from there, so that talks that began alike can be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.events import CoacheeResponded, SessionEvent, SilenceKept
from voicecoach.domain.moves import FILLING_IN, LISTENING, MoveKind, Turn

STEPS = 8
"""So many steps from the opening on are shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the move that told most in it, None for a kept silence; openness before and after, 0-100."""

    kind: MoveKind | None
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Opening:
    """How a talk began. words: the coach's first turn of substance. answer: the coachee's words to it.

    kind: of the move that told most in that turn.
    steps: from that turn on, itself first, at most STEPS.
    """

    kind: MoveKind
    at_ms: int
    words: str
    answer: str
    steps: tuple[Step, ...]


def opening_of(events: Sequence[SessionEvent]) -> Opening | None:
    """The opening of a talk: its first turn that is more than a greeting; None when there was no such turn."""
    told = [event for event in events if isinstance(event, CoacheeResponded | SilenceKept)]
    for place, event in enumerate(told):
        if isinstance(event, CoacheeResponded) and (kind := telling_kind(event.coach)) is not MoveKind.OTHER:
            steps = tuple(_step(each) for each in told[place : place + STEPS])
            return Opening(kind, event.at_ms, event.coach.text, event.reply.text, steps)
    return None


def telling_kind(turn: Turn) -> MoveKind:
    """The kind of the move that told most: filling in before listening, the surest of its group; OTHER for none."""
    certain = [move for move in turn.moves if move.is_certain]
    for group in (FILLING_IN, LISTENING):
        moves = [move for move in certain if move.kind in group]
        if moves:
            return max(moves, key=lambda move: move.probability).kind
    return MoveKind.OTHER


def _step(event: CoacheeResponded | SilenceKept) -> Step:
    kind = telling_kind(event.coach) if isinstance(event, CoacheeResponded) else None
    return Step(kind, event.change.before, event.change.after)

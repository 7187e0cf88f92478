"""How each talk began and which way it went from there, so that talks that began alike can be laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.events import CoacheeResponded, SessionEvent, SilenceKept
from voicecoach.domain.moves import FILLING_IN, LISTENING, Move, MoveKind, Turn

STEPS = 8
"""So many steps from the opening on are shown."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the move that told most in it, None for a kept silence; openness before and after, 0-100.

    is_certain: whether that move was recognised with certainty.
    """

    kind: MoveKind | None
    before: int
    after: int
    is_certain: bool = True


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
    """The opening of a talk: its first turn that is certainly more than a greeting; None when there was none."""
    told = [event for event in events if isinstance(event, CoacheeResponded | SilenceKept)]
    for place, event in enumerate(told):
        if not isinstance(event, CoacheeResponded):
            continue
        move = telling_move(event.coach)
        if move is not None and move.is_certain and move.kind is not MoveKind.OTHER:
            steps = tuple(_step(each) for each in told[place : place + STEPS])
            return Opening(move.kind, event.at_ms, event.coach.text, event.reply.text, steps)
    return None


def telling_move(turn: Turn) -> Move | None:
    """The move that told most, None where there are none.

    Of those that are certain filling in comes before listening, and that before the rest; then those that are not.
    """

    def weight(move: Move) -> tuple[bool, bool, bool, float]:
        return move.is_certain, move.kind in FILLING_IN, move.kind in LISTENING, move.probability

    return max(turn.moves, key=weight, default=None)


def _step(event: CoacheeResponded | SilenceKept) -> Step:
    change = event.change
    if isinstance(event, SilenceKept):
        return Step(None, change.before, change.after)
    move = telling_move(event.coach)
    kind, is_certain = (move.kind, move.is_certain) if move else (MoveKind.OTHER, True)
    return Step(kind, change.before, change.after, is_certain)

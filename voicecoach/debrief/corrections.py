"""A trainer's corrections of what kind a move was, laid over the log; the log itself stays as it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind


@dataclass(frozen=True, slots=True)
class Correction:
    """One move's right kind. turn: as in the log. move: its place in the turn, from 1.

    follows_up: whether it takes up what the coachee said; None leaves that as it was.
    """

    turn: int
    move: int
    kind: MoveKind
    follows_up: bool | None = None

    def __post_init__(self) -> None:
        if self.turn < 1 or self.move < 1:
            raise ValueError(f"turns and moves count from 1, got turn {self.turn}, move {self.move}")


def corrected(events: Sequence[SessionEvent], corrections: Sequence[Correction]) -> tuple[SessionEvent, ...]:
    """Return the log with the corrected moves in it; the newest correction of a move counts.

    A corrected move is certain, and is filling in or not by its kind alone. Openness, replies and states stay what
    they were: they happened. A correction of a move that the log does not have changes nothing.
    """
    newest = by_move(corrections)
    return tuple(_corrected(event, newest) if isinstance(event, CoacheeResponded) else event for event in events)


def by_move(corrections: Sequence[Correction]) -> dict[tuple[int, int], Correction]:
    """The newest correction of each (turn, move)."""
    return {(each.turn, each.move): each for each in corrections}


def _corrected(event: CoacheeResponded, newest: Mapping[tuple[int, int], Correction]) -> CoacheeResponded:
    moves = tuple(_right(move, newest.get((event.turn, place))) for place, move in enumerate(event.coach.moves, 1))
    return event if moves == event.coach.moves else replace(event, coach=replace(event.coach, moves=moves))


def _right(move: Move, correction: Correction | None) -> Move:
    if correction is None:
        return move
    follows_up = move.follows_up if correction.follows_up is None else correction.follows_up
    return replace(
        move,
        kind=correction.kind,
        probability=1.0,
        filling_in=1.0 if correction.kind in FILLING_IN else 0.0,
        follows_up=follows_up,
        takes_up=move.takes_up if follows_up else "",
        cues=move.cues if correction.kind is move.kind else (),
    )

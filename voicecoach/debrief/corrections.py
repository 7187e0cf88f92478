"""A trainer's corrections of what kind a move was, laid over the log; the log itself stays as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind


@dataclass(frozen=True, slots=True)
class Correction:
    """One move's right kind. turn: as in the log. move: its place in the turn as corrected so far, from 1.

    follows_up: whether it takes up what the coachee said; None leaves that as it was.
    joined_to: the moves from `move` to this one are one move, of this kind. split_at: an offset in the turn's text;
    the move ends there, as what it was, and a move of this kind begins. None, both, where the borders were right.
    """

    turn: int
    move: int
    kind: MoveKind
    follows_up: bool | None = None
    joined_to: int | None = None
    split_at: int | None = None

    def __post_init__(self) -> None:
        if self.turn < 1 or self.move < 1:
            raise ValueError(f"turns and moves count from 1, got turn {self.turn}, move {self.move}")
        if self.joined_to is not None and (self.joined_to <= self.move or self.split_at is not None):
            raise ValueError(f"moves {self.move} to {self.joined_to} cannot be joined")

    @property
    def moves_borders(self) -> bool:
        """Whether it joins or splits, so that the moves after it have other places than before."""
        return self.joined_to is not None or self.split_at is not None


def corrected(events: Sequence[SessionEvent], corrections: Sequence[Correction]) -> tuple[SessionEvent, ...]:
    """Return the log with the corrected moves in it, each correction made after the ones before it.

    A corrected move is certain, and is filling in or not by its kind alone. Openness, replies and states stay what
    they were: they happened. A correction of a move that is not there, or of a border that cannot be, changes nothing.
    """
    return tuple(_corrected(event, corrections) if isinstance(event, CoacheeResponded) else event for event in events)


def unfit(events: Sequence[SessionEvent], corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """The corrections that fit no move of the log, each judged after those before it."""
    found: list[Correction] = []
    moves = {event.turn: event.coach.moves for event in events if isinstance(event, CoacheeResponded)}
    for each in corrections:
        own = moves.get(each.turn, ())
        after = _after(own, each) if 0 < each.move <= len(own) else own
        is_split = each.split_at is not None and len(after) == len(own)
        if not 0 < each.move <= len(own) or is_split or (each.joined_to or 0) > len(own):
            found.append(each)
        else:
            moves[each.turn] = after
    return tuple(found)


def by_move(corrections: Sequence[Correction]) -> dict[tuple[int, int], Correction]:
    """The newest correction of each (turn, move), the move at its place after all corrections."""
    found: dict[tuple[int, int], Correction] = {}
    for each in corrections:
        if each.moves_borders:
            found = {key: kept for place, kept in found.items() if (key := _place_after(place, each)) is not None}
        found[each.turn, each.move + (each.split_at is not None)] = each
    return found


def _place_after(place: tuple[int, int], each: Correction) -> tuple[int, int] | None:
    """Where a corrected move stands after a join or split; None when it went up in the joined move."""
    turn, move = place
    if turn != each.turn or move <= each.move:
        return place
    if each.joined_to is None:
        return turn, move + 1
    return (turn, move - each.joined_to + each.move) if move > each.joined_to else None


def _corrected(event: CoacheeResponded, corrections: Sequence[Correction]) -> CoacheeResponded:
    moves = event.coach.moves
    for each in corrections:
        if each.turn == event.turn and each.move <= len(moves):
            moves = _after(moves, each)
    return event if moves == event.coach.moves else replace(event, coach=replace(event.coach, moves=moves))


def _after(moves: tuple[Move, ...], each: Correction) -> tuple[Move, ...]:
    """The moves of a turn after one correction of a move that is there."""
    at, last = each.move - 1, each.joined_to or each.move
    move = moves[at]
    if last > len(moves):
        return moves
    if each.split_at is None:
        whole = replace(move, end=moves[last - 1].end) if last > each.move else move
        return (*moves[:at], _right(whole, each), *moves[last:])
    if not move.start < each.split_at < move.end:
        return moves
    second = replace(move, start=each.split_at, follows_up=False, takes_up="", cues=(), names_feeling=False)
    return (*moves[:at], replace(move, end=each.split_at), _right(second, each), *moves[last:])


def _right(move: Move, correction: Correction) -> Move:
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

"""What the coach did with his words, counted over a session: kinds of move, and the ratios trainers look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind, Turn


@dataclass(frozen=True, slots=True)
class MovesMade:
    """Counts over the moves that were recognised with certainty; `unsure` is how many were not.

    by_kind: every kind, in the order of the annotation guide, with its count.
    follow_ups: open and closed questions that took up what the coachee had just said.
    interruptions: turns that cut the coachee off.
    """

    by_kind: tuple[tuple[MoveKind, int], ...]
    unsure: int
    follow_ups: int
    interruptions: int

    def count(self, kind: MoveKind) -> int:
        """How many moves of this kind."""
        return dict(self.by_kind)[kind]

    @property
    def questions(self) -> int:
        """Open, closed and leading together."""
        asked = (MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION)
        return sum(self.count(kind) for kind in asked)

    @property
    def reflections_to_questions(self) -> float | None:
        """Reflections for each question; None when nothing was asked."""
        return self.count(MoveKind.REFLECTION) / self.questions if self.questions else None

    @property
    def filling_in(self) -> int:
        """The OMA count: judgement, own opinion or advice, assumption, and the question that hides one."""
        return sum(count for kind, count in self.by_kind if kind in FILLING_IN)


def moves_made(events: Sequence[SessionEvent]) -> MovesMade:
    """Count the coach's moves; all zero for a session in which he said nothing that was understood."""
    turns = [event.coach for event in events if isinstance(event, CoacheeResponded)]
    moves = [move for turn in turns for move in turn.moves]
    certain = [move for move in moves if move.is_certain]
    counts = Counter(move.kind for move in certain)
    return MovesMade(
        tuple((kind, counts[kind]) for kind in MoveKind),
        len(moves) - len(certain),
        sum(is_follow_up(move) for move in certain),
        _interruptions(turns),
    )


def is_follow_up(move: Move) -> bool:
    """Whether it asks on: a tip or a reflection may take up his words, and asks nothing."""
    return move.is_certain and move.follows_up and move.kind in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION}


def _interruptions(turns: Sequence[Turn]) -> int:
    return sum(turn.interrupted for turn in turns)

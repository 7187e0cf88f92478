"""Scores of a classifier on marked turns: kinds, turns, follow-ups, clauses, and how honest its probabilities are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.ports import MoveClassifier
from voicecoach.training.marked_text import MarkedMove, MarkedTurn

_BINS = 10


@dataclass(slots=True)
class Counts:
    """True positives, false positives and false negatives."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    def add(self, is_so: bool, said: bool) -> None:
        """Count one answer."""
        self.hits += is_so and said
        self.false_alarms += said and not is_so
        self.misses += is_so and not said

    @property
    def precision(self) -> float:
        """Share of what was said that is so; 0 where nothing was said."""
        return self.hits / max(1, self.hits + self.false_alarms)

    @property
    def recall(self) -> float:
        """Share of what is so that was said."""
        return self.hits / max(1, self.hits + self.misses)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.false_alarms + self.misses)

    @property
    def count(self) -> int:
        """How many are so."""
        return self.hits + self.misses


@dataclass(slots=True)
class Scores:
    """Scores over turns.

    kinds: by the marked move and the move found at its middle. free: assumption-free turns. confusion: (marked, found).
    """

    kinds: dict[MoveKind, Counts] = field(default_factory=lambda: {kind: Counts() for kind in MoveKind})
    free: Counts = field(default_factory=Counts)
    follows: Counts = field(default_factory=Counts)
    cuts: Counts = field(default_factory=Counts)
    confusion: dict[tuple[MoveKind, MoveKind], int] = field(default_factory=dict)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    turns: int = 0

    @property
    def macro_f1(self) -> float:
        """Mean F1 over the kinds that occur."""
        own = [counts.f1 for counts in self.kinds.values() if counts.count]
        return sum(own) / max(1, len(own))

    @property
    def false_open(self) -> float:
        """Share of the turns called assumption-free that are not."""
        return self.free.false_alarms / max(1, self.free.hits + self.free.false_alarms)

    @property
    def calibration_error(self) -> float:
        """Expected calibration error over ten bins of the probability of the kind found."""
        error = 0.0
        for low in range(_BINS):
            inside = [(p, right) for p, right in self.sure if low <= p * _BINS < low + 1 + (low == _BINS - 1)]
            if inside:
                gap = sum(p for p, _ in inside) / len(inside) - sum(right for _, right in inside) / len(inside)
                error += abs(gap) * len(inside) / len(self.sure)
        return error


def score(classifier: MoveClassifier, turns: Sequence[MarkedTurn], *, punctuated: bool = True) -> Scores:
    """Return the scores of a classifier on marked turns, as written or without punctuation and capitals."""
    scores = Scores()
    for turn in turns:
        text = turn.text if punctuated else unpunctuated(turn.text)
        found = classifier.moves(text, (turn.previous,) if turn.previous else (), turn.language)
        _count_turn(scores, turn, found)
    return scores


def unpunctuated(text: str) -> str:
    """Return the text in lower case with each mark made a space, so that every place stays where it was."""
    return "".join(" " if character in '.,;:?!…"()' else character for character in text.lower())


def _count_turn(scores: Scores, turn: MarkedTurn, found: Sequence[Move]) -> None:
    scores.turns += 1
    scores.free.add(turn.is_assumption_free, Turn(turn.text, tuple(found)).is_assumption_free)
    for marked in turn.moves:
        move = _at_middle(marked, found)
        if move is None:
            scores.kinds[marked.kind].misses += 1
            continue
        for kind, counts in scores.kinds.items():
            counts.add(kind is marked.kind, kind is move.kind)
        scores.sure.append((move.probability, move.kind is marked.kind))
        scores.confusion[marked.kind, move.kind] = scores.confusion.get((marked.kind, move.kind), 0) + 1
        if turn.previous:
            scores.follows.add(marked.follows_up, move.follows_up)
    ends = _borders(turn.moves, turn.text)
    cuts = {move.start for before, move in pairwise(found) if move.kind is not before.kind}
    for place in ends | cuts:
        scores.cuts.add(place in ends, place in cuts)


def _borders(moves: Sequence[MarkedMove], text: str) -> set[int]:
    """Where one marked kind gives way to another; moves of one kind in a row are one."""
    first = [next(i for i in range(m.start, m.end) if text[i].isalnum() or i == m.end - 1) for m in moves]
    return {first[i] for i in range(1, len(moves)) if moves[i].kind is not moves[i - 1].kind}


def _at_middle(marked: MarkedMove, found: Sequence[Move]) -> Move | None:
    middle = (marked.start + marked.end) // 2
    return max((m for m in found if m.start <= middle), key=lambda m: m.start, default=None)


def table(by_name: Mapping[str, Scores]) -> str:
    """Return the scores as a table, a row a set."""
    head = f"{'':<34}{'turns':>6}{'free F1':>9}{'false open':>12}{'macro-F1':>10}{'leading R':>11}"
    lines = [head + f"{'follows F1':>12}{'cuts F1':>9}{'calib.':>8}"]
    for name, s in by_name.items():
        leading = s.kinds[MoveKind.LEADING_QUESTION].recall
        lines.append(
            f"{name:<34}{s.turns:>6}{s.free.f1:>9.3f}{s.false_open:>12.3f}{s.macro_f1:>10.3f}{leading:>11.3f}"
            f"{s.follows.f1:>12.3f}{s.cuts.f1:>9.3f}{s.calibration_error:>8.3f}"
        )
    return "\n".join(lines)

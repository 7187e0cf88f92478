"""What each word and cue speaks for: readable weights that take part in a judgement, and point at its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voicecoach.domain.moves import MoveKind

_PLACES = {kind: place for place, kind in enumerate(MoveKind)}


@dataclass(frozen=True, slots=True, eq=False)
class CueWeights:
    """weights: for each feature name of `move_features` a weight a kind, in the order of MoveKind; bias: as many."""

    weights: Mapping[str, Sequence[float]]
    bias: Sequence[float]

    def scores(self, names: Sequence[str]) -> list[float]:
        """Return the log-odds of each kind, in the order of MoveKind, for a clause with these features."""
        rows = [self.bias, *(self.weights[name] for name in names if name in self.weights)]
        return [sum(column) for column in zip(*rows, strict=True)]

    def weight(self, name: str, kind: MoveKind) -> float:
        """Return how much more a feature speaks for a kind than for the other kinds on average."""
        row = self.weights.get(name)
        return 0.0 if row is None else row[_PLACES[kind]] - sum(row) / len(row)

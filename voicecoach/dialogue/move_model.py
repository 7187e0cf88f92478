"""Linear models over named features: readable weights, one head a kind, and a temperature that makes them honest."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from voicecoach.domain.moves import MoveKind

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class KindModel:
    """What kind of move a clause is.

    kinds: the K heads, in order. weights: K weights a feature name. bias: [K]. mean: [384], taken off each sentence
    vector. by_meaning: [384, K], weights of the sentence vector. temperature: divides the logits before the softmax.
    """

    kinds: tuple[MoveKind, ...]
    weights: Mapping[str, Sequence[float]]
    bias: Vector
    mean: Vector
    by_meaning: Vector
    temperature: float

    def probabilities(self, names: Sequence[str], vector: Vector) -> dict[MoveKind, float]:
        """Return the probability of each kind for a clause with these features and this sentence vector [384]."""
        logits = self.bias + (vector - self.mean) @ self.by_meaning
        for name in names:
            if name in self.weights:
                logits = logits + np.asarray(self.weights[name], dtype=np.float32)
        shares = np.exp((logits - logits.max()) / self.temperature)
        shares /= shares.sum()
        return {kind: float(share) for kind, share in zip(self.kinds, shares, strict=True)}

    def weight(self, name: str, kind: MoveKind) -> float:
        """Return how much more a feature speaks for a kind than for the other kinds on average."""
        row = self.weights.get(name)
        return 0.0 if row is None else row[self.kinds.index(kind)] - sum(row) / len(row)


@dataclass(frozen=True, slots=True)
class YesNoModel:
    """Whether something holds, by named features."""

    weights: Mapping[str, float]
    bias: float

    def probability(self, names: Sequence[str]) -> float:
        """Return the probability that it holds."""
        score = self.bias + sum(self.weights.get(name, 0.0) for name in names)
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def likeness(one: Vector, other: Vector, mean: Vector) -> float:
    """Return the cosine of two sentence vectors with what all sentences share taken off, 0 where it is negative."""
    a, b = one - mean, other - mean
    return max(0.0, float(a @ b / max(1e-9, float(np.linalg.norm(a) * np.linalg.norm(b)))))

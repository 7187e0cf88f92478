"""Makes the classifier's probabilities honest: one temperature, chosen on turns it was not trained on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from voicecoach.adapters.encoder_classifier import JudgedMove, TurnJudge
from voicecoach.domain.moves import MoveKind
from voicecoach.training.turn_variants import ShownTurn, bare

TEMPERATURES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_BINS = 10
_KINDS = tuple(MoveKind)


def best_temperature(arrays: Mapping[str, Any], turns: Sequence[ShownTurn]) -> float:
    """Return the temperature at which the probabilities lie nearest to the shares that are right, without marks."""
    weights = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}
    judge = TurnJudge({**weights, "temperature": np.asarray(1, dtype=np.float32)})
    rows, right = [], []
    for turn in map(bare, turns):
        judged = judge.judge(turn.words, turn.previous)
        for number, kind in enumerate(turn.kinds):
            own = [at for at, move in enumerate(turn.moves) if move == number]
            rows.append(np.log(_at(judged, own[len(own) // 2]).chances + 1e-9))
            right.append(_KINDS.index(kind))
    scores, target = np.array(rows), np.array(right)
    return min(TEMPERATURES, key=lambda temperature: _error(scores / temperature, target))


def _at(judged: Sequence[JudgedMove], word: int) -> JudgedMove:
    return next(move for move in judged if move.first <= word < move.end)


def _error(scores: Any, target: Any) -> float:
    """Expected calibration error of the likeliest kind."""
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    sure, is_right = chances.max(axis=1), chances.argmax(axis=1) == target
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(sure[bins == b].mean() - is_right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return float(sum(gaps))

"""Makes the classifier's probabilities honest: one temperature, chosen on turns it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from voicecoach.adapters.encoder_classifier import EncoderMoveClassifier, ScoredMove, probabilities
from voicecoach.domain.moves import MoveKind
from voicecoach.training.marked_text import MarkedMove, MarkedTurn
from voicecoach.training.scores import unpunctuated

TEMPERATURES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_BINS = 10
_KINDS = tuple(MoveKind)


def best_temperature(classifier: EncoderMoveClassifier, turns: Sequence[MarkedTurn]) -> float:
    """Return the temperature at which the probabilities lie nearest to the shares that are right, without marks."""
    rows, right = [], []
    for turn in turns:
        previous = (turn.previous,) if turn.previous else ()
        scored = list(classifier.scored(unpunctuated(turn.text), previous, turn.language))
        for move in turn.moves:
            rows.append(_at(scored, move).scores)
            right.append(_KINDS.index(move.kind))
    scores, target = np.array(rows), np.array(right)
    return min(TEMPERATURES, key=lambda temperature: _error(probabilities(scores, temperature), target))


def _at(scored: Sequence[ScoredMove], move: MarkedMove) -> ScoredMove:
    middle = (move.start + move.end) // 2
    return max((one for one in scored if one.start <= middle), key=lambda one: one.start, default=scored[0])


def _error(chances: Any, target: Any) -> float:
    """Expected calibration error of the likeliest kind."""
    sure, is_right = chances.max(axis=1), chances.argmax(axis=1) == target
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    gaps = [abs(sure[bins == b].mean() - is_right[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return float(sum(gaps))

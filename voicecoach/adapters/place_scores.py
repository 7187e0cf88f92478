"""How well each place of a persona's file fits a turn, from its likeness to the file's example questions.

Two views are added up: the nearest examples of a place, which few examples are enough for, and kernel ridge regression
(one place against the rest; Rifkin, Yeo and Poggio 2003), which learns from all of them what sets the places apart.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from voicecoach.domain.topics import TopicMatch

_RIDGE = 0.5
"""How little the regression trusts a single example."""
_WEIGHT = 0.6
"""Of the regression, beside the nearest examples. Both chosen by leaving one example out, over the whole cast."""
_Numbers = npt.NDArray[np.float32]


class PlaceScores:
    """Scores places; `places` names them, in the order of the scores."""

    def __init__(self, places: Sequence[TopicMatch], among: _Numbers) -> None:
        """Learn from the examples: the place that each leads to, and their likeness among each other, [n, n]."""
        self.places = tuple(dict.fromkeys(places))
        self._of_place = [np.flatnonzero([place == other for other in places]) for place in self.places]
        leads = np.array([[place == other for other in self.places] for place in places], dtype=np.float64)
        ridge = among.astype(np.float64) + _RIDGE * np.eye(len(places))
        self._learnt = _WEIGHT * np.linalg.solve(ridge, leads)

    def of(self, likeness: _Numbers) -> _Numbers:
        """Return how well each place fits, [places], to a turn's likeness to each example, [examples]."""
        nearest = [_nearest(likeness[own]) for own in self._of_place]
        return np.asarray(nearest + likeness @ self._learnt, dtype=np.float32)


def _nearest(likeness: _Numbers) -> float:
    """The mean over the nearest example and the nearest two."""
    own = np.sort(likeness)[::-1]
    return float((own[0] + own[:2].mean()) / 2)

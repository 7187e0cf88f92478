"""How well each line of a persona's topics answers a turn: which of them he says is chosen by that.

A question lies near its answer among E5's vectors, since the model was trained on such pairs; as with the questions,
what all lines have in common is taken off first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import LineFit

MOST = 12
LEAST = 10
"""Percent of fit below which a line says nothing about a turn."""


class LineFits:
    """Knows the lines of one persona's topics.

    vectors: [lines, width], of the texts that `line_texts` gives.
    """

    def __init__(self, persona: Persona, vectors: npt.NDArray[np.float32]) -> None:
        self._places = [(topic.id, number) for topic in persona.topics for number in range(len(topic.lines))]
        centred = vectors - (vectors.mean(axis=0) if len(vectors) else 0)
        self._vectors = centred / np.maximum(np.linalg.norm(centred, axis=-1, keepdims=True), 1e-9)

    def to(self, turn: npt.NDArray[np.float32]) -> tuple[LineFit, ...]:
        """Return the lines nearest to a turn, the nearest first; turn: a unit vector less the mean of all questions."""
        percents = np.rint(self._vectors @ turn * 100).astype(int)
        nearest = np.argsort(-percents, kind="stable")[:MOST]
        return tuple(self._fit(n, int(percents[n])) for n in nearest if percents[n] >= LEAST)

    def _fit(self, number: int, percent: int) -> LineFit:
        topic, line = self._places[number]
        return LineFit(topic, line, percent)


def line_texts(persona: Persona) -> Sequence[str]:
    """Return the lines of all topics, in the order of the file."""
    return [line.text for topic in persona.topics for line in topic.lines]

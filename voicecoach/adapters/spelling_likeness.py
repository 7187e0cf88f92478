"""How alike texts are by their letters: what is left of a word that the recogniser heard wrong ("system", "op losing").

The cosine of TF-IDF vectors of character 3- and 4-grams (Salton and Buckley 1988), over the texts of one file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

_LENGTHS = (3, 4)
_Vector = npt.NDArray[np.float32]


class SpellingLikeness:
    """Knows the texts it was made from; letters that none of them has count as unlike."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = [Counter(_grams(text)) for text in texts]
        spread = Counter(gram for grams in found for gram in grams)
        self._weights = {gram: float(np.log((1 + len(texts)) / (1 + n))) + 1 for gram, n in spread.items()}
        self._unknown = float(np.log(1 + len(texts))) + 1
        self._places = {gram: place for place, gram in enumerate(self._weights)}
        self._vectors = np.stack([self._vector(grams) for grams in found])

    def to(self, text: str) -> _Vector:
        """Return the likeness of a text to each text it was made from, 0 to 1, shape [texts]."""
        return np.asarray(self._vectors @ self._vector(Counter(_grams(text))), dtype=np.float32)

    def among(self) -> _Vector:
        """Return the likeness of the texts it was made from to each other, shape [texts, texts]."""
        return np.asarray(self._vectors @ self._vectors.T, dtype=np.float32)

    def _vector(self, grams: Counter[str]) -> _Vector:
        vector = np.zeros(len(self._places), dtype=np.float32)
        unknown = 0.0
        for gram, count in grams.items():
            if (place := self._places.get(gram)) is None:
                unknown += self._unknown**2
            else:
                vector[place] = self._weights[gram] * (1 + np.log(count))
        return np.asarray(vector / max(1e-9, np.sqrt(float(vector @ vector) + unknown)), dtype=np.float32)


def _grams(text: str) -> Iterator[str]:
    words = " ".join(re.findall(r"\w+", text.lower()))
    spelt = f" {words} "
    return (spelt[at : at + length] for length in _LENGTHS for at in range(len(spelt) - length + 1))

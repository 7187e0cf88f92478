"""Sound as values: mono float32 samples with their rate, and the frame the speech detector wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]
"""Mono samples in [-1, 1], shape [n]."""

Language = Literal["nl", "en"]

RATE_HZ = 16_000
"""Everything inside the house is 16 kHz."""

FRAME_SAMPLES = 512
"""One frame of the speech detector: 32 ms."""

FRAME_MS = 32


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """A piece of sound.

    samples: mono float32 in [-1, 1], shape [n].
    rate_hz: samples a second.
    """

    samples: Samples
    rate_hz: int

    def __post_init__(self) -> None:
        if self.samples.ndim != 1 or self.samples.dtype != np.float32:
            raise ValueError(f"Sound wants float32 [n], got {self.samples.dtype} {self.samples.shape}")
        if self.rate_hz <= 0:
            raise ValueError(f"Sound wants a positive rate, got {self.rate_hz}")

    @property
    def duration_ms(self) -> int:
        """Length in whole milliseconds."""
        return round(1000 * len(self.samples) / self.rate_hz)


def samples_to_ms(samples: int) -> int:
    """The time that so many samples take at 16 kHz, in whole milliseconds."""
    return samples * 1000 // RATE_HZ


def ms_to_samples(ms: int) -> int:
    """How many samples at 16 kHz fit in so many milliseconds."""
    return ms * RATE_HZ // 1000

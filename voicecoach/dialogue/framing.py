"""Cuts sound that comes in chunks of any length into frames of 512 samples, keeping what is left over."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from voicecoach.domain.audio import FRAME_SAMPLES, Samples


def _nothing() -> Samples:
    return np.zeros(0, dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Framing:
    """What is left over of the chunks so far.

    rest: fewer than 512 samples, 16 kHz mono, shape [n].
    """

    rest: Samples = field(default_factory=_nothing)

    def take(self, chunk: Samples) -> tuple[Framing, tuple[Samples, ...]]:
        """Return the next state and the whole frames, each of shape [512], that this chunk completes.

        The frames are the same however the sound was cut into chunks.
        """
        sound = np.concatenate((self.rest, chunk))
        whole = len(sound) // FRAME_SAMPLES
        cut = whole * FRAME_SAMPLES
        frames = tuple(sound[:cut].reshape(whole, FRAME_SAMPLES))
        return Framing(sound[cut:].copy()), frames

"""Changes the rate of a whole piece of sound."""

from __future__ import annotations

import numpy as np

from voicecoach.domain.audio import Samples, Sound

_NOTHING: Samples = np.zeros(0, dtype=np.float32)


def at_rate(sound: Sound, rate_hz: int) -> Samples:
    """Return the samples of the sound at another rate, as long to within a sample."""
    if sound.rate_hz == rate_hz or not len(sound.samples):
        return sound.samples
    import av  # noqa: PLC0415 - heavy

    resampler = av.AudioResampler(format="flt", layout="mono", rate=rate_hz)
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound.samples)[None, :], format="flt", layout="mono")
    frame.sample_rate = sound.rate_hz
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    parts = [part.to_ndarray().reshape(-1).astype(np.float32) for part in frames]
    wanted = round(len(sound.samples) * rate_hz / sound.rate_hz)
    samples: Samples = np.concatenate([_NOTHING, *parts])[:wanted]
    return samples

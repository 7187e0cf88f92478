"""Reads a synthesised piece of speech back, without the silence that a speech engine puts around it."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

from voicecoach.domain.audio import Samples, Sound
from voicecoach.domain.errors import VoiceError

_SILENCE = 0.004
_LEAD_S = 0.005
_PAUSE_S = 0.2
_TAIL_S = 0.05


def read_piece(path: Path, *, is_last: bool) -> Sound:
    """Return the speech in a file at its own rate, starting with sound; no samples when the file is silent.

    is_last: whether no piece follows; a piece that is followed keeps at most 200 ms of the pause behind it.
    """
    sound = _read_wav(path) if path.read_bytes()[:4] == b"RIFF" else _decode(path)
    loud = np.flatnonzero(np.abs(sound.samples) > _SILENCE)
    if not len(loud):
        return Sound(sound.samples[:0], sound.rate_hz)
    start = max(0, int(loud[0]) - round(_LEAD_S * sound.rate_hz))
    end = int(loud[-1]) + 1 + round((_TAIL_S if is_last else _PAUSE_S) * sound.rate_hz)
    return Sound(sound.samples[start:end], sound.rate_hz)


def _read_wav(path: Path) -> Sound:
    with wave.open(str(path)) as file:
        if file.getsampwidth() != 2:
            raise VoiceError(f"The voice made a sound of {8 * file.getsampwidth()} bits; only 16 is understood.")
        rate_hz, channels = file.getframerate(), file.getnchannels()
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    samples = raw.reshape(-1, channels).mean(axis=1, dtype=np.float32) / np.float32(32768)
    return Sound(samples.astype(np.float32), rate_hz)


def _decode(path: Path) -> Sound:
    """Read what macOS makes: AIFF."""
    import av  # noqa: PLC0415 - heavy

    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="flt", layout="mono", rate=22_050)
        frames = [out for frame in container.decode(audio=0) for out in resampler.resample(frame)]
        frames += resampler.resample(None)
    pieces: list[Samples] = [frame.to_ndarray().reshape(-1).astype(np.float32) for frame in frames]
    return Sound(np.concatenate([np.zeros(0, dtype=np.float32), *pieces]), 22_050)

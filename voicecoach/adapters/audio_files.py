"""Reads recordings of any format, rate and channel count as 16 kHz mono float32, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.domain.errors import AudioFileError


def read_audio(path: Path) -> Samples:
    """Return the whole recording as 16 kHz mono float32, shape [n]; raise AudioFileError when it cannot be read."""
    return np.concatenate(list(stream_audio(path)))


def stream_audio(path: Path) -> Iterator[Samples]:
    """Yield the recording in pieces of some tens of milliseconds, 16 kHz mono, at least one of them not empty.

    Holds one piece at a time, so an hour is no more than a second. Raise AudioFileError, with the path in it, when
    the file is missing, empty, holds no sound or is damaged, be it halfway.
    """
    _check(path)
    import av  # noqa: PLC0415 - heavy

    count = 0
    try:
        with av.open(str(path), metadata_errors="ignore") as container:
            for piece in _decode(container, path):
                count += len(piece)
                yield piece
    except av.error.FFmpegError as error:
        raise AudioFileError(f"{path}: this is no audio that can be read, or it is damaged.", _CURE) from error
    if count == 0:
        raise AudioFileError(f"{path}: there is no sound in this file.", _CURE)


def _decode(container: Any, path: Path) -> Iterator[Samples]:
    import av  # noqa: PLC0415 - heavy

    if not container.streams.audio:
        raise AudioFileError(f"{path}: there is no sound in this file.", _CURE)
    resampler = av.AudioResampler(format="fltp", rate=RATE_HZ)
    for frame in container.decode(container.streams.audio[0]):
        frame.pts = None  # damaged or cut files carry times that the resampler would refuse
        yield from _samples(resampler.resample(frame))
    yield from _samples(resampler.resample(None))


def _samples(frames: Any) -> Iterator[Samples]:
    for frame in frames:
        piece = frame.to_ndarray().mean(axis=0, dtype=np.float32)  # FFmpeg's own downmix is louder and clips
        if len(piece):
            yield np.clip(np.nan_to_num(piece), -1.0, 1.0)


def _check(path: Path) -> None:
    if not path.exists():
        raise AudioFileError(f"{path}: there is no such file.")
    if not path.is_file():
        raise AudioFileError(f"{path}: this is not a file.")
    try:
        with path.open("rb") as file:
            is_empty = not file.read(1)
    except OSError as error:
        raise AudioFileError(f"{path}: the file cannot be opened ({error.strerror}).") from error
    if is_empty:
        raise AudioFileError(f"{path}: the file is empty (0 bytes).")


_CURE = "WAV, FLAC, OGG and whatever else FFmpeg reads will do."

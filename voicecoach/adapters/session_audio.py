"""The recording of a session: stereo 16-bit WAV, left the coach, right the coachee, readable after a crash."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from voicecoach.adapters.session_files import CrashSafeFile, storage_errors
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.domain.errors import SessionError

HEADER_BYTES = 44
FRAME_BYTES = 4
"""Two channels of 16 bits."""

FLUSH_FRAMES = RATE_HZ // 2
"""Sound held in memory before it is handed to the system: half a second."""

HEADER_FRAMES = RATE_HZ
"""Sound between two rewrites of the sizes in the header: one second."""

_FULL_SCALE = np.float32(32768)
"""So that what a sound card of 16 bits gave comes back to the last bit, and is recognised again as it was."""

_MOST_BYTES = 0xFFFFFFFF - HEADER_BYTES


class StereoRecording:
    """A growing WAV file. A crash loses the last half second; its header is never more than 1.5 s behind.

    Raises StorageError when the disk refuses; what was written before stays readable.
    """

    def __init__(self, path: Path) -> None:
        self._file = CrashSafeFile(path)
        self._file.append(wav_header(0))
        self._held: list[npt.NDArray[np.int16]] = []
        self._held_frames = 0
        self._header_frames = 0
        self._is_open = True

    def record(self, coach: Samples, coachee: Samples) -> None:
        """Add equally long 16 kHz pieces, shape [n] each; ValueError when their lengths differ."""
        if coach.shape != coachee.shape:
            raise ValueError(f"both sides are recorded together, got {coach.shape} and {coachee.shape}")
        both = np.stack((coach, coachee), axis=1)
        self._held.append(np.clip(np.rint(both * _FULL_SCALE), -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2"))
        self._held_frames += len(both)
        if self._held_frames >= FLUSH_FRAMES:
            self.flush()

    def flush(self) -> None:
        """Hand all sound to the system, and bring the header up to date when a second has passed."""
        if not self._held:
            return
        content = np.concatenate(self._held).tobytes()
        self._held, self._held_frames = [], 0
        self._file.append(content)
        if self._frames - self._header_frames >= HEADER_FRAMES:
            self._write_sizes()

    def close(self) -> None:
        """Write what is held and the final sizes; may be called twice."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            self.flush()
            self._write_sizes()
            self._file.sync()
        finally:
            self._file.close()

    @property
    def _frames(self) -> int:
        return (self._file.size - HEADER_BYTES) // FRAME_BYTES

    def _write_sizes(self) -> None:
        self._header_frames = self._frames
        self._file.overwrite(wav_header(self._header_frames), 0)


def wav_header(frames: int) -> bytes:
    """The 44 bytes before so many stereo frames; sizes stop at what the format can hold (18 hours)."""
    sound_bytes = min(frames * FRAME_BYTES, _MOST_BYTES)
    riff = struct.pack("<4sI4s", b"RIFF", sound_bytes + HEADER_BYTES - 8, b"WAVE")
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, RATE_HZ, RATE_HZ * FRAME_BYTES, FRAME_BYTES, 16)
    return riff + form + struct.pack("<4sI", b"data", sound_bytes)


def read_recording(path: Path) -> tuple[Samples, Samples]:
    """Return both sides, coach and coachee, shape [n] at 16 kHz, whatever sizes the header says.

    Raises SessionError when the file is missing or not such a recording.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SessionError(f"{path}: cannot be read: {error.strerror}.") from error
    _check(path, content[:HEADER_BYTES])
    whole = (len(content) - HEADER_BYTES) // FRAME_BYTES * 2
    both = np.frombuffer(content, "<i2", whole, HEADER_BYTES).reshape(-1, 2).astype(np.float32) / _FULL_SCALE
    return both[:, 0].copy(), both[:, 1].copy()


def recorded_frames(path: Path) -> int:
    """How many stereo frames a recording holds, whatever its header says; raise SessionError when it is none."""
    with _opened(path) as file:
        return (os.fstat(file.fileno()).st_size - HEADER_BYTES) // FRAME_BYTES


def read_part(path: Path, start: int, frames: int) -> tuple[Samples, Samples]:
    """Return both sides from frame `start` on, shape [n] each, n at most `frames`; raise SessionError as above.

    Reads no more than that, so that two hours need no more room than a minute.
    """
    with _opened(path) as file:
        file.seek(HEADER_BYTES + max(0, start) * FRAME_BYTES)
        content = file.read(max(0, frames + min(0, start)) * FRAME_BYTES)
    both = np.frombuffer(content, "<i2", len(content) // FRAME_BYTES * 2).reshape(-1, 2).astype(np.float32)
    both /= _FULL_SCALE
    return both[:, 0].copy(), both[:, 1].copy()


def repair_recording(path: Path) -> bool:
    """Bring a header that lags behind a crash up to date; return whether it did. Raise SessionError, StorageError."""
    with storage_errors(path), open(path, "rb") as file:
        found = file.read(HEADER_BYTES)
    _check(path, found)
    right = wav_header((path.stat().st_size - HEADER_BYTES) // FRAME_BYTES)
    if found == right:
        return False
    with storage_errors(path), open(path, "r+b") as file:
        file.write(right)
    return True


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        with open(path, "rb") as file:
            _check(path, file.read(HEADER_BYTES))
            yield file
    except OSError as error:
        raise SessionError(f"{path}: cannot be read: {error.strerror}.") from error


def _check(path: Path, header: bytes) -> None:
    empty = wav_header(0)
    if len(header) < HEADER_BYTES or header[8:40] != empty[8:40] or header[:4] != empty[:4]:
        raise SessionError(f"{path}: is not the recording of a session.", "Its other files may still be readable.")

"""Recorded turns as a microphone, at the pace of the clock or as fast as they can be read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from voicecoach.adapters.audio_files import stream_audio
from voicecoach.domain.audio import RATE_HZ, Samples, ms_to_samples

CHUNK_SAMPLES = 512


class FileMicrophone:
    """A Microphone that hears the files one after the other, each followed by silence."""

    def __init__(
        self,
        paths: Sequence[Path],
        real_time: bool,
        silence_between_ms: int = 2_500,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the files; they are opened as they are heard, so that a bad one is reported when its turn comes."""
        self._paths = tuple(paths)
        self._real_time = real_time
        self._silence = ms_to_samples(silence_between_ms)
        self._sleep = sleep
        self._monotonic = monotonic
        self._is_closed = False

    @property
    def is_live(self) -> bool:
        """Whether the sound comes at the pace of the clock."""
        return self._real_time

    def chunks(self) -> Iterator[Samples]:
        """Yield 32 ms chunks until the last file and its silence are over; raise AudioFileError for a bad file."""
        began, handed_out = self._monotonic(), 0
        for chunk in self._sound():
            if self._is_closed:
                return
            handed_out += len(chunk)
            if self._real_time:
                self._wait_until(began + handed_out / RATE_HZ)
            yield chunk

    def close(self) -> None:
        """End the sound at the next chunk; may be called twice."""
        self._is_closed = True

    def _wait_until(self, moment: float) -> None:
        ahead = moment - self._monotonic()
        if ahead > 0:
            self._sleep(ahead)

    def _sound(self) -> Iterator[Samples]:
        for path in self._paths:
            rest = np.zeros(0, dtype=np.float32)
            for piece in stream_audio(path):
                rest = np.concatenate((rest, piece))
                whole = len(rest) - len(rest) % CHUNK_SAMPLES
                yield from rest[:whole].reshape(-1, CHUNK_SAMPLES)
                rest = rest[whole:]
            if len(rest):
                yield rest
            for start in range(0, self._silence, CHUNK_SAMPLES):
                yield np.zeros(min(CHUNK_SAMPLES, self._silence - start), dtype=np.float32)

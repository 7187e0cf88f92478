"""Recorded coach turns as a microphone that takes turns: each recording waits until the coachee has answered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from voicecoach.adapters.audio_files import read_audio
from voicecoach.domain.audio import FRAME_SAMPLES, RATE_HZ, Samples

_CHUNK_S = FRAME_SAMPLES / RATE_HZ


class RecordedTurns:
    """Plays recordings one after another, with silence until the coachee is done, and two seconds after the last.

    paths: one recording a turn; all are read at once, so that a broken one is reported before the round begins.
    may_speak: whether the floor is the coach's.
    real_time: at the pace of the clock; otherwise as fast as it is taken.
    tick: told the length in milliseconds of the sound given so far, before each chunk.
    pause_ms: silence between the coachee's last sample and the next recording.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        may_speak: Callable[[], bool],
        *,
        real_time: bool,
        tick: Callable[[int], None] = lambda _: None,
        pause_ms: int = 800,
    ) -> None:
        self._turns = [read_audio(path) for path in paths]
        self._may_speak = may_speak
        self._real_time = real_time
        self._pause_chunks = max(1, round(pause_ms / 1000 / _CHUNK_S))
        self._tick = tick
        self._closed = False

    @property
    def is_live(self) -> bool:
        """Whether sound comes at the pace of the clock."""
        return self._real_time

    def chunks(self) -> Iterator[Samples]:
        """Yield 32 ms chunks until the last turn has been answered."""
        began = time.monotonic()
        for count, chunk in enumerate(self._paced(), start=1):
            if self._closed:
                return
            if self._real_time:
                time.sleep(max(0.0, began + count * _CHUNK_S - time.monotonic()))
            self._tick(round(count * _CHUNK_S * 1000))
            yield chunk

    def close(self) -> None:
        """Stop after the chunk under way."""
        self._closed = True

    def _paced(self) -> Iterator[Samples]:
        for turn in self._turns:
            yield from self._silence_until_free()
            yield from _cut(turn)
            yield from _silence(round(2.5 / _CHUNK_S))
        yield from self._silence_until_free()

    def _silence_until_free(self) -> Iterator[Samples]:
        free = 0
        while free < self._pause_chunks and not self._closed:
            free = free + 1 if self._may_speak() else 0
            yield np.zeros(FRAME_SAMPLES, dtype=np.float32)


def _silence(chunks: int) -> Iterator[Samples]:
    for _ in range(chunks):
        yield np.zeros(FRAME_SAMPLES, dtype=np.float32)


def _cut(turn: Samples) -> Iterator[Samples]:
    for start in range(0, len(turn), FRAME_SAMPLES):
        yield turn[start : start + FRAME_SAMPLES]

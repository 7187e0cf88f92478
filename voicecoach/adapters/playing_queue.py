"""Sound on its way out of a loudspeaker: what still waits, what went out, and when.

add:    [ piece 1 ][ piece 2 ]            [ piece 3 ]
take:   |..|..|..|..|..|..|..|  dry  |    |..|..|
run:    ^started_ms, unbroken sound  ^    ^the next run
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples, samples_to_ms
from voicecoach.ports import PlayedSound

_SAMPLES_A_MS = RATE_HZ // 1000
_NOTHING: Samples = np.zeros(0, dtype=np.float32)
_NOTHING_PLAYED = PlayedSound(0, _NOTHING)


@dataclass(slots=True)
class _Piece:
    """Samples at the device's rate, the same at 16 kHz, and how many of the first have gone out."""

    device: Samples
    heard: Samples
    gone: int = 0


@dataclass(slots=True)
class _Run:
    """Sound that went out without a gap; drained from the front."""

    at_ms: int
    heard: list[Samples] = field(default_factory=list)

    @property
    def end_ms(self) -> int:
        return self.at_ms + samples_to_ms(sum(len(samples) for samples in self.heard))


class PlayingQueue:
    """Safe between the thread that adds and the sound card's that takes.

    rate_hz: the rate of the samples handed to the device.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._lock = threading.Lock()
        self._waiting: deque[_Piece] = deque()
        self._runs: deque[_Run] = deque()
        self._is_dry = True
        self._started_ms: int | None = None
        self._end_ms = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._waiting

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and the taker has found out."""
        return self._is_dry and not self._waiting

    @property
    def started_ms(self) -> int | None:
        """When the first sample since the last clear or end went out."""
        return self._started_ms

    @property
    def end_ms(self) -> int:
        """When the last sample taken so far is, or will be, out."""
        return self._end_ms

    def add(self, device: Samples, heard: Samples) -> None:
        """Queue a piece: at the device's rate, and the same at 16 kHz."""
        with self._lock:
            if self._is_dry and not self._waiting:
                self._started_ms = None
            if len(device):
                self._waiting.append(_Piece(device, heard))

    def clear(self) -> None:
        """Forget what waits; what went out stays to be drained."""
        with self._lock:
            self._waiting.clear()
            self._is_dry = True
            self._started_ms = None

    def take(self, count: int, at_ms: int) -> Samples:
        """Return up to `count` samples that go out from `at_ms` on; fewer when the queue runs dry."""
        with self._lock:
            parts: list[Samples] = []
            missing = count
            while missing and self._waiting:
                part = self._take_from_first(missing, at_ms)
                parts.append(part)
                missing -= len(part)
            if missing:
                self._is_dry = True
            return np.concatenate(parts) if parts else _NOTHING

    def drain(self) -> PlayedSound:
        """Return the oldest unbroken sound that went out and was not drained before.

        Of a run that still goes on only whole milliseconds, so that the next part's time is exact to the sample.
        """
        if not self._runs:
            return _NOTHING_PLAYED
        with self._lock:
            while self._runs:
                run = self._runs[0]
                samples = np.concatenate([_NOTHING, *run.heard])
                goes_on = len(self._runs) == 1 and not self._is_dry
                whole = len(samples) - len(samples) % _SAMPLES_A_MS if goes_on else len(samples)
                played = PlayedSound(run.at_ms, samples[:whole])
                run.at_ms, run.heard = run.at_ms + samples_to_ms(whole), [samples[whole:]]
                if not goes_on:
                    self._runs.popleft()
                if whole or goes_on:
                    return played
            return _NOTHING_PLAYED

    def _take_from_first(self, count: int, at_ms: int) -> Samples:
        piece = self._waiting[0]
        start, end = piece.gone, min(piece.gone + count, len(piece.device))
        if self._is_dry:
            self._runs.append(_Run(max(at_ms, self._end_ms)))
            self._is_dry = False
            self._started_ms = self._started_ms if self._started_ms is not None else at_ms
        is_over = end == len(piece.device)
        heard_end = len(piece.heard) if is_over else end * RATE_HZ // self._rate_hz
        self._runs[-1].heard.append(piece.heard[start * RATE_HZ // self._rate_hz : heard_end])
        self._end_ms = self._runs[-1].end_ms
        piece.gone = end
        if is_over:
            self._waiting.popleft()
        return piece.device[start:end]

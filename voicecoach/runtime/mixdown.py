"""Puts both sides on one timeline, so that the recording has the manager left and the coachee right."""

from __future__ import annotations

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples, ms_to_samples
from voicecoach.ports import SessionLog

_LAG_SAMPLES = RATE_HZ // 4
_PIECE_SAMPLES = RATE_HZ // 8
_NOTHING = np.zeros(0, dtype=np.float32)


class Mixdown:
    """Holds back a quarter of a second, so that what was played can still be laid where it was heard.

    Nothing is written before `begin` says how far into the session the microphone's first sample lies.

    manager  |....speech....|..............|      position = samples heard
    coachee  |..............|....reply..|         placed by clock, at most `lag` late
                               ^ written so far
    """

    def __init__(self, log: SessionLog) -> None:
        self._log = log
        self._coach = _NOTHING
        self._coachee = _NOTHING
        self._written = 0
        self._has_begun = False

    def begin(self, at_ms: int) -> None:
        """Lay the microphone's first sample at this time on the clock; only the first call counts."""
        if not self._has_begun:
            self._has_begun = True
            self._coach = np.concatenate([np.zeros(ms_to_samples(at_ms), dtype=np.float32), self._coach])

    def heard(self, samples: Samples) -> None:
        """Add what the microphone gave; write what is older than the lag."""
        self._coach = np.concatenate([self._coach, samples])
        ready = len(self._coach) - _LAG_SAMPLES
        if self._has_begun and ready >= _PIECE_SAMPLES:
            self._write(ready)

    def played(self, at_ms: int, samples: Samples) -> None:
        """Lay what the loudspeaker played at its time on the clock; what comes too late is laid at once."""
        start = max(0, at_ms * RATE_HZ // 1000 - self._written)
        self._coachee = _padded(self._coachee, start + len(samples))
        self._coachee[start : start + len(samples)] += samples

    def finish(self) -> None:
        """Write the rest of both sides."""
        length = max(len(self._coach), len(self._coachee))
        self._coach = _padded(self._coach, length)
        self._write(length)

    def _write(self, count: int) -> None:
        self._coachee = _padded(self._coachee, count)
        self._log.record(self._coach[:count], self._coachee[:count])
        self._coach, self._coachee = self._coach[count:], self._coachee[count:]
        self._written += count


def _padded(samples: Samples, length: int) -> Samples:
    missing = length - len(samples)
    return samples if missing <= 0 else np.concatenate([samples, np.zeros(missing, dtype=np.float32)])

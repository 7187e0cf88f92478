"""Puts both sides on one timeline, so that the recording has the manager left and the coachee right."""

from __future__ import annotations

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.ports import SessionLog

_LAG_SAMPLES = RATE_HZ // 4
_NOTHING = np.zeros(0, dtype=np.float32)


class Mixdown:
    """Holds back a quarter of a second, so that what was played can still be laid where it was heard.

    manager  |....speech....|..............|      position = samples heard
    coachee  |..............|....reply..|         placed by clock, at most `lag` late
                               ^ written so far
    """

    def __init__(self, log: SessionLog) -> None:
        self._log = log
        self._coach = _NOTHING
        self._coachee = _NOTHING
        self._written = 0

    def heard(self, samples: Samples) -> None:
        """Add what the microphone gave; write what is older than the lag."""
        self._coach = np.concatenate([self._coach, samples])
        ready = len(self._coach) - _LAG_SAMPLES
        if ready > 0:
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

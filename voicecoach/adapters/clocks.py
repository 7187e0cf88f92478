"""Session clocks: the machine's own, and one that only moves when sound is taken in."""

from __future__ import annotations

import time


class MonotonicClock:
    """Whole milliseconds since it was made or started, by the machine's monotonic clock."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def start(self) -> None:
        """Begin again at zero."""
        self._began = time.monotonic()

    def now_ms(self) -> int:
        """Return the time since it was made or started."""
        return int((time.monotonic() - self._began) * 1000)


class SoundClock:
    """Time as the microphone's samples tell it, for recordings taken in as fast as possible."""

    def __init__(self) -> None:
        self._now_ms = 0

    def start(self) -> None:
        """Begin again at zero."""
        self._now_ms = 0

    def now_ms(self) -> int:
        """Return the length of the sound taken in."""
        return self._now_ms

    def advance_to(self, at_ms: int) -> None:
        """Move on; never goes back."""
        self._now_ms = max(self._now_ms, at_ms)

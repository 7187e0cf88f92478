"""A loudspeaker that makes no sound: takes the time that playing would, and keeps what would have been heard."""

from __future__ import annotations

from voicecoach.adapters.playing_queue import PlayingQueue
from voicecoach.adapters.resampling import at_rate
from voicecoach.domain.audio import RATE_HZ, Sound, ms_to_samples
from voicecoach.ports import Clock, PlayedSound

_EVERYTHING = 2**62


class SilentLoudspeaker:
    """For `--no-play`, and for recordings taken in as fast as possible.

    clock: says how much of a sound has gone out.
    as_fast_as_possible: a sound is over as soon as it is handed in.
    """

    def __init__(self, clock: Clock, *, as_fast_as_possible: bool = False) -> None:
        self._clock = clock
        self._is_instant = as_fast_as_possible
        self._queue = PlayingQueue(RATE_HZ)
        self._taken_until_ms: int | None = None
        self._started_ms: int | None = None

    def play(self, sound: Sound) -> None:
        """Queue a sound behind what is playing, and return at once."""
        self._advance()
        samples = at_rate(sound, RATE_HZ)
        self._queue.add(samples, samples)
        if self._taken_until_ms is None:
            self._taken_until_ms = self._started_ms = self._clock.now_ms()
        self._advance()

    def stop(self) -> None:
        """Fall silent and forget what was queued."""
        self._advance()
        self._queue.clear()
        self._taken_until_ms = self._started_ms = None

    @property
    def is_playing(self) -> bool:
        """Whether any queued sample has yet to be played."""
        self._advance()
        return not self._queue.is_empty

    def started_ms(self) -> int | None:
        """Return the clock time at which the first sample since the last stop or end went out; None before it."""
        return self._started_ms

    def drain_played(self) -> PlayedSound:
        """Return the oldest unbroken sound that went out since the last call."""
        self._advance()
        return self._queue.drain()

    def close(self) -> None:
        """Fall silent; may be called twice."""
        self.stop()

    def _advance(self) -> None:
        """Let out what has had its time."""
        if self._taken_until_ms is None:
            return
        now_ms = self._clock.now_ms()
        due = _EVERYTHING if self._is_instant else ms_to_samples(now_ms - self._taken_until_ms)
        self._queue.take(due, self._taken_until_ms)
        self._taken_until_ms = None if self._queue.is_empty else max(now_ms, self._taken_until_ms)

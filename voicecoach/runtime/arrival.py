"""Finds on the session clock when the first sample of the microphone was spoken."""

from __future__ import annotations

from voicecoach.domain.audio import ms_to_samples, samples_to_ms

SETTLING_MS = 600
"""Sound after which the start stands. A sound server may hand its first block over half a second late, and catches up
at once."""


class Arrival:
    """Sound cannot arrive before it was spoken, so the block that came with the least delay says when it all began.

    clock    |-------------|##|##|##|--|##|--|##|      arrival of blocks; the first three came in one burst
    spoken   |------|--|--|--|--|--|
                    ^ start: the least of (arrival - sound so far)
    """

    def __init__(self) -> None:
        self._samples = 0
        self._start_ms: int | None = None

    @property
    def start_ms(self) -> int:
        """The clock time of the first sample, as far as is known; 0 before any sound."""
        return self._start_ms or 0

    @property
    def is_settled(self) -> bool:
        """Whether the start no longer moves."""
        return self._samples >= ms_to_samples(SETTLING_MS)

    def heard(self, count: int, now_ms: int) -> None:
        """Take in that so many samples, 16 kHz, came in just now."""
        if self.is_settled:
            return
        self._samples += count
        earliest = max(0, now_ms - samples_to_ms(self._samples))
        self._start_ms = earliest if self._start_ms is None else min(self._start_ms, earliest)

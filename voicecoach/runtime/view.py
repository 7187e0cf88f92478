"""What may be watched while a round runs; a view only looks."""

from __future__ import annotations

from typing import Protocol

from voicecoach.domain.events import SessionEvent


class RoundView(Protocol):
    """Somebody who looks on: the live terminal, a test, a trainer's screen."""

    def happened(self, event: SessionEvent) -> None:
        """Take note of an event that has been written to the log."""
        ...

    def level(self, rms: float, is_speech: bool) -> None:
        """Take note of how loud the last chunk was, 0-1, and whether it counts as the coach's speech."""
        ...

    def words(self, text: str) -> None:
        """Take note of words understood so far in a turn that may not be over."""
        ...


class NoView:
    """Nobody looks on."""

    def happened(self, event: SessionEvent) -> None:
        """Ignore it."""

    def level(self, rms: float, is_speech: bool) -> None:
        """Ignore it."""

    def words(self, text: str) -> None:
        """Ignore it."""

"""Plays a reply while the rest of it is still being made, and falls silent when told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from voicecoach.domain.audio import Sound
from voicecoach.ports import Loudspeaker


@dataclass(frozen=True, slots=True)
class Started:
    """The first sample went out at `at_ms`."""

    turn: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The last sample went out, or the sound was stopped."""

    turn: int
    was_interrupted: bool


class Mouth:
    """One reply at a time.

    first piece |~~~~~|
    the rest          |~~~~~~~~~|~~~~~~|     made in the worker while the piece before is played

    failed: told when the rest cannot be made. waits: have the whole reply made before `say` returns, for a clock that
    may run faster than the voice is made.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        worker: Executor,
        failed: Callable[[BaseException], None],
        *,
        waits: bool = False,
    ) -> None:
        self._loudspeaker = loudspeaker
        self._waits = waits
        self._worker = worker
        self._failed = failed
        self._turn: int | None = None
        self._has_started = False
        self._rest: Future[None] | None = None
        self._reply_number = 0

    @property
    def is_busy(self) -> bool:
        """Whether a reply is being said."""
        return self._turn is not None

    def say(self, turn: int, first: Sound | None, rest: Iterator[Sound]) -> None:
        """Begin a reply; an earlier one is stopped."""
        self._loudspeaker.stop()
        self._reply_number += 1
        self._turn, self._has_started = turn, False
        if first is not None:
            self._loudspeaker.play(first)
        self._rest = self._worker.submit(self._play_rest, rest, self._reply_number)
        if self._waits:
            self._rest.result()

    def poll(self) -> list[Started | Finished]:
        """Return what has happened since the last look."""
        if self._turn is None:
            return []
        news: list[Started | Finished] = []
        started_ms = None if self._has_started else self._loudspeaker.started_ms()
        if started_ms is not None:
            self._has_started = True
            news.append(Started(self._turn, started_ms))
        if self._rest is not None and self._rest.done() and not self._loudspeaker.is_playing:
            news.append(Finished(self._turn, was_interrupted=False))
            self._turn = None
        return news

    def hush(self) -> Finished | None:
        """Fall silent; return the reply that was cut off, if any."""
        self._reply_number += 1
        self._loudspeaker.stop()
        turn, self._turn = self._turn, None
        return None if turn is None else Finished(turn, was_interrupted=True)

    def _play_rest(self, rest: Iterator[Sound], reply_number: int) -> None:
        try:
            for sound in rest:
                if reply_number != self._reply_number:
                    return
                self._loudspeaker.play(sound)
        except Exception as error:  # reported to the loop, which ends the session tidily
            self._failed(error)

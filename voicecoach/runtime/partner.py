"""Whom a round talks with: the coachee of a round, or the coach when the chairs are swapped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from voicecoach.domain.audio import Language
from voicecoach.domain.events import SessionEvent
from voicecoach.domain.openness import PersonaState, Reply
from voicecoach.domain.persona import VoiceChoice
from voicecoach.domain.speech import AnswerTimes

Ending = Literal["committed", "farewell"]


class Answering(Protocol):
    """What a partner would do with a turn; nothing has changed yet."""

    @property
    def reply(self) -> Reply:
        """What he says; an empty text where he keeps silent."""
        ...

    def event(self, at_ms: int, turn: int, took: AnswerTimes | None, /) -> SessionEvent:
        """Return how it stands in the log."""
        ...


class GoingOn(Protocol):
    """What a partner does with a silence; it is done."""

    @property
    def reply(self) -> Reply:
        """What he says; an empty text where he waits on."""
        ...

    def event(self, at_ms: int, turn: int, silence_ms: int, /) -> SessionEvent | None:
        """Return how it stands in the log; None for nothing worth keeping."""
        ...


class Partner(Protocol):
    """Takes turns and silences in, and answers."""

    @property
    def voice(self) -> VoiceChoice:
        """How he sounds."""
        ...

    @property
    def language(self) -> Language:
        """What he speaks and understands."""
        ...

    @property
    def ending(self) -> Ending | None:
        """Why the talk is over, once he has said his last word; None before."""
        ...

    def opening(self) -> tuple[PersonaState, Reply | None]:
        """Return the state before the first word and the greeting; None when he waits."""
        ...

    def prepare(self, text: str, *, interrupted: bool, wait_ms: int, readings: Sequence[str] = ()) -> Answering:
        """Return what these words would do if the turn ended here; nothing is changed.

        readings: what else the words may have been, as the recogniser heard them.
        """
        ...

    def commit(self, result: Answering) -> None:
        """Make a prepared answer so."""
        ...

    def keep_silence(self, silence_ms: int) -> GoingOn:
        """Let him go on by himself after a silence."""
        ...

    def not_understood(self) -> Reply:
        """Return how he says that he did not catch that."""
        ...

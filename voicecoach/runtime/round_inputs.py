"""What the one queue of a round brings: from the microphone's thread, and from the worker's."""

from __future__ import annotations

from dataclasses import dataclass

from voicecoach.domain.audio import Samples
from voicecoach.domain.speech import Transcript
from voicecoach.runtime.preparation import Prepared


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A chunk of sound from the microphone."""

    samples: Samples


@dataclass(frozen=True, slots=True)
class WordsCame:
    """The words of a span, before its answer is there."""

    number: int
    transcript: Transcript


@dataclass(frozen=True, slots=True, eq=False)
class AnswerCame:
    """An answer that is ready to be said."""

    prepared: Prepared


@dataclass(frozen=True, slots=True)
class MicrophoneEnded:
    """No more sound will come."""


@dataclass(frozen=True, slots=True, eq=False)
class Failed:
    """A thread gave up."""

    error: BaseException


Input = Heard | WordsCame | AnswerCame | MicrophoneEnded | Failed

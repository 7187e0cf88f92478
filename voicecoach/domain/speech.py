"""What was heard: spans of speech on the session clock, and the words in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from voicecoach.domain.audio import Language


@dataclass(frozen=True, slots=True)
class SpeechSpan:
    """From the first to the last moment of speech in one turn, on the session clock."""

    start_ms: int
    end_ms: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_ms <= self.end_ms:
            raise ValueError(f"a span runs forward from zero, got {self.start_ms}..{self.end_ms}")

    @property
    def duration_ms(self) -> int:
        """Length of the span."""
        return self.end_ms - self.start_ms


class Doubt(StrEnum):
    """Why words are not trusted. `NONE` means that they are."""

    NONE = "none"
    NO_SPEECH = "no_speech"
    LOW_CONFIDENCE = "low_confidence"
    LOOP = "loop"
    WRONG_LANGUAGE = "wrong_language"
    TOO_SHORT = "too_short"


@dataclass(frozen=True, slots=True)
class Transcript:
    """The words recognised in a piece of sound.

    text: the words; empty for silence and for anything not understood.
    avg_logprob: mean log-probability a token, 0 at best.
    window_s: seconds of sound the encoder was given, padding included.
    fell_back: the short window tripped a guard and the full window was used.
    doubt: why the words are not trusted, if they are not.
    readings: what else it may have been, likeliest first; none in a log, and none for a turn of several pieces.
    """

    text: str
    language: Language
    audio_s: float
    took_s: float
    avg_logprob: float
    no_speech_prob: float
    window_s: float
    fell_back: bool
    doubt: Doubt = Doubt.NONE
    readings: tuple[str, ...] = ()

    @property
    def is_understood(self) -> bool:
        """Whether the words may be acted on."""
        return self.doubt is Doubt.NONE and bool(self.text)


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """Whole milliseconds that the steps of an answer took; they overlap the silence at the end of the turn.

    words_ms: recognition. reply_ms: moves, topic and reply. voice_ms: the first piece of sound.
    """

    words_ms: int
    reply_ms: int
    voice_ms: int

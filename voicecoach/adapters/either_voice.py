"""Piper where it has a voice for the persona, else the machine's own voice."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.adapters.piper_voice import PiperVoice
from voicecoach.domain.audio import Language, Sound
from voicecoach.domain.persona import VoiceChoice
from voicecoach.ports import Voice


class EitherVoice:
    """A Voice that asks Piper first."""

    def __init__(self, piper: PiperVoice, own: Voice) -> None:
        self._piper = piper
        self._own = own

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        """Yield the sound of the text, piece by piece."""
        speaker: Voice = self._piper if self._piper.speaks(choice, language) else self._own
        return speaker.say(text, choice, language)

    def close(self) -> None:
        """Let both go."""
        self._piper.close()
        self._own.close()

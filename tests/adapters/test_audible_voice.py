"""What a persona's voice is made of reaches the ear: measured on the sound of the real engine."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from benchmarks.question_rise import pitches
from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice
from voicecoach.dialogue.audible import voice_at
from voicecoach.domain.audio import Language
from voicecoach.domain.persona import Level, VoiceChoice
from voicecoach.wiring.personas import find_persona, list_personas

LINES: dict[Language, str] = {
    "nl": "Ik heb er eigenlijk nog met niemand over gesproken, en dat ligt aan mij.",
    "en": "I have not really talked to anybody about it, and that is down to me.",
}


@pytest.fixture(scope="module")
def voice() -> Iterator[Pyttsx3Voice]:
    speaker = Pyttsx3Voice()
    yield speaker
    speaker.close()


def _heard(voice: Pyttsx3Voice, choice: VoiceChoice, language: Language) -> tuple[float, float]:
    """Length in seconds and median pitch in Hz of a line."""
    pieces = list(voice.say(LINES[language], choice, language))
    samples = np.concatenate([piece.samples for piece in pieces])
    found = pitches(samples, pieces[0].rate_hz)
    return len(samples) / pieces[0].rate_hz, float(np.median(found[found > 0]))


@pytest.mark.parametrize("name", ["joris", "chloe"])
def test_insight_sounds_quicker_and_higher_than_closed(voice: Pyttsx3Voice, name: str) -> None:
    persona = find_persona(name)
    closed, insight = (
        _heard(voice, voice_at(persona.voice, level), persona.language) for level in (Level.CLOSED, Level.INSIGHT)
    )
    assert insight[0] < 0.95 * closed[0]
    assert insight[1] > 1.03 * closed[1]


@pytest.mark.parametrize("language", LINES)
def test_no_two_personas_of_a_language_sound_alike(voice: Pyttsx3Voice, language: Language) -> None:
    heard = {
        summary.id: _heard(voice, find_persona(summary.id).voice, language)
        for summary in list_personas()
        if find_persona(summary.id).language == language
    }
    for (one, (length, pitch)), (other, (other_length, other_pitch)) in combinations(heard.items(), 2):
        apart = max(abs(pitch / other_pitch - 1), abs(length / other_length - 1))
        assert apart > 0.04, (one, other, heard)

"""The more open he is, the livelier he sounds, in the same voice."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.audible import voice_at
from voicecoach.domain.persona import Level, VoiceChoice

LEVELS = sorted(Level)


@given(rate=st.integers(100, 220), pitch=st.integers(14, 89))
def test_each_level_is_faster_and_higher_than_the_one_below(rate: int, pitch: int) -> None:
    heard = [voice_at(VoiceChoice("nl+m3", rate, pitch), level) for level in LEVELS]
    for lower, higher in pairwise(heard):
        assert higher.words_per_minute > lower.words_per_minute
        assert higher.pitch > lower.pitch
        assert higher.name == lower.name


def test_open_is_how_the_file_has_him() -> None:
    choice = VoiceChoice("nl+m3", 150, 44)
    assert voice_at(choice, Level.OPEN) == choice


@given(rate=st.integers(0, 500), pitch=st.integers(0, 99))
def test_no_level_leaves_what_a_voice_can_do(rate: int, pitch: int) -> None:
    for level in LEVELS:
        heard = voice_at(VoiceChoice("", rate, pitch), level)
        assert 90 <= heard.words_per_minute <= 260
        assert 0 <= heard.pitch <= 99

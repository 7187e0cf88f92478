"""Turns come out of a stream the same, however it is cut."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.sound import LoudDetector
from voicecoach.dialogue.endpointing import Completeness, EndpointingConfig
from voicecoach.dialogue.turn_taking import CoachBegan, CoachFinished, CoachPaused, FloorInput
from voicecoach.domain.audio import Samples
from voicecoach.domain.speech import SpeechSpan
from voicecoach.runtime.ear import Ear

FRAME = 512


def speech_between_silences() -> Samples:
    silence = np.zeros(100 * FRAME, dtype=np.float32)
    return np.concatenate([silence, np.full(50 * FRAME, 0.5, dtype=np.float32), silence])


def hear(sound: Samples, cuts: list[int]) -> list[FloorInput]:
    ear = Ear(LoudDetector(), EndpointingConfig())
    inputs: list[FloorInput] = []
    for piece in np.split(sound, sorted(cuts)):
        inputs += ear.hear(piece)
    return inputs


@settings(max_examples=30)
@given(st.lists(st.integers(0, 250 * FRAME), max_size=20))
def test_the_length_of_the_chunks_never_changes_the_turns(cuts: list[int]) -> None:
    sound = speech_between_silences()
    assert hear(sound, cuts) == hear(sound, [])


def test_a_turn_of_unknown_words_ends_when_an_unfinished_one_would() -> None:
    kinds = [type(one) for one in hear(speech_between_silences(), [])]
    assert kinds == [CoachBegan, CoachPaused, CoachFinished]


def test_finished_words_end_the_turn_sooner() -> None:
    ear = Ear(LoudDetector(), EndpointingConfig())
    ended_after = []
    for frame in speech_between_silences().reshape(-1, FRAME):
        for given_input in ear.hear(frame):
            match given_input:
                case CoachPaused():
                    ear.words_sound(Completeness.FINISHED)
                case CoachFinished(span):
                    ended_after.append(ear.heard_ms - span.end_ms)
                case _:
                    pass
    assert len(ended_after) == 1
    assert ended_after[0] <= 450 + 2 * 32


def test_the_sound_of_a_turn_has_a_quarter_of_a_second_around_it() -> None:
    ear = Ear(LoudDetector(), EndpointingConfig())
    ear.starts_at_ms = 1000
    ear.hear(speech_between_silences())
    sound = ear.sound(SpeechSpan(1000 + 3200, 1000 + 4800))
    assert len(sound) == (50 + 16) * FRAME
    assert np.count_nonzero(sound) == 50 * FRAME

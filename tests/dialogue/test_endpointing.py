"""When a turn begins, pauses, goes on and ends, by speech probabilities alone. A frame is 32 ms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.endpointing import (
    Completeness,
    EndpointingConfig,
    EndpointingEvent,
    EndpointingState,
    PauseBegan,
    SpeechBegan,
    SpeechResumed,
    TurnEnded,
    finish,
    step,
    with_hint,
)

CONFIG = EndpointingConfig()
SPEECH, SILENCE = [0.9], [0.05]


def heard(probabilities: list[float], hint: Completeness = Completeness.UNKNOWN) -> list[EndpointingEvent]:
    """Run the frames; the hint is given at every pause, as speculative recognition would."""
    state, happened = EndpointingState(), list[EndpointingEvent]()
    for probability in probabilities:
        state, events = step(state, probability, CONFIG)
        happened.extend(events)
        if any(isinstance(event, PauseBegan) for event in events):
            state = with_hint(state, hint)
    return happened


def decided_after(hint: Completeness) -> int:
    """How many frames of silence end a turn of such words."""
    for frames in range(100):
        if any(isinstance(event, TurnEnded) for event in heard(SPEECH * 20 + SILENCE * frames, hint)):
            return frames
    raise AssertionError("the turn never ended")


def test_silence_is_no_turn() -> None:
    assert heard(SILENCE * 500) == []


def test_a_click_of_96_ms_is_no_turn() -> None:
    assert heard(SPEECH * 3 + SILENCE * 100) == []


def test_a_row_of_clicks_is_no_turn() -> None:
    assert heard((SPEECH * 3 + SILENCE * 5) * 20) == []


def test_a_turn_begins_at_its_first_frame_of_speech() -> None:
    assert heard(SILENCE * 10 + SPEECH * 10) == [SpeechBegan(10)]


def test_a_turn_ends_at_its_last_frame_of_speech() -> None:
    assert heard(SPEECH * 20 + SILENCE * 30) == [SpeechBegan(0), PauseBegan(0, 20), TurnEnded(0, 20)]


def test_going_on_after_a_pause_is_the_same_turn() -> None:
    events = heard(SPEECH * 10 + SILENCE * 10 + SPEECH * 10 + SILENCE * 30)
    assert events == [SpeechBegan(0), PauseBegan(0, 10), SpeechResumed(20), PauseBegan(0, 30), TurnEnded(0, 30)]


def test_a_gap_between_words_is_no_pause() -> None:
    assert heard(SPEECH * 10 + SILENCE * 6 + SPEECH * 10) == [SpeechBegan(0)]


def test_a_cough_in_a_pause_does_not_resume_the_turn() -> None:
    events = heard(SPEECH * 10 + SILENCE * 10 + SPEECH * 2 + SILENCE * 30)
    assert events == [SpeechBegan(0), PauseBegan(0, 10), TurnEnded(0, 10)]


def test_a_turn_does_not_end_while_a_word_may_be_starting() -> None:
    events = heard(SPEECH * 10 + SILENCE * 20 + SPEECH * 10)
    assert events[-1] == SpeechResumed(30)


def test_soft_frames_inside_speech_belong_to_it() -> None:
    assert heard(SPEECH * 10 + [0.4] * 10 + SPEECH * 10) == [SpeechBegan(0)]


@pytest.mark.parametrize(
    ("hint", "frames"), [(Completeness.FINISHED, 15), (Completeness.UNKNOWN, 22), (Completeness.UNFINISHED, 57)]
)
def test_the_silence_required_depends_on_the_words(hint: Completeness, frames: int) -> None:
    assert decided_after(hint) == frames


def test_a_hint_holds_for_its_own_pause_only() -> None:
    state = EndpointingState()
    for probability in SPEECH * 10 + SILENCE * 8:
        state, _ = step(state, probability, CONFIG)
    state = with_hint(state, Completeness.UNFINISHED)
    for probability in SPEECH * 10:
        state, _ = step(state, probability, CONFIG)
    assert state.completeness is Completeness.UNKNOWN


def test_a_hint_outside_a_pause_is_ignored() -> None:
    assert with_hint(EndpointingState(), Completeness.FINISHED) == EndpointingState()


def test_a_late_hint_ends_the_turn_at_the_next_frame() -> None:
    state = EndpointingState()
    for probability in SPEECH * 10 + SILENCE * 18:
        state, _ = step(state, probability, CONFIG)
    _, events = step(with_hint(state, Completeness.FINISHED), 0.0, CONFIG)
    assert events == (TurnEnded(0, 10),)


def test_a_turn_without_end_is_cut_at_a_minute_and_the_next_follows_on() -> None:
    events = heard(SPEECH * 2000)
    assert events == [SpeechBegan(0), TurnEnded(0, 1875), SpeechBegan(1875)]


def test_the_end_of_the_source_ends_the_turn() -> None:
    state, _ = EndpointingState(), ()
    for probability in SPEECH * 10:
        state, _events = step(state, probability, CONFIG)
    assert finish(state)[1] == (TurnEnded(0, 10),)
    assert finish(EndpointingState())[1] == ()


def test_times_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(ValueError, match="pause <= finished"):
        EndpointingConfig(finished_ms=100)
    with pytest.raises(ValueError, match="goes_on_at"):
        EndpointingConfig(goes_on_at=0.9)


@given(st.lists(st.floats(0.0, 1.0), max_size=400), st.sampled_from(list(Completeness)))
def test_every_turn_begins_before_it_ends_and_none_overlap(probabilities: list[float], hint: Completeness) -> None:
    began, last_end = -1, 0
    for event in heard(probabilities, hint):
        match event:
            case SpeechBegan(frame):
                assert frame >= last_end
                began = frame
            case PauseBegan(start, end) | TurnEnded(start, end):
                assert start == began < end
                last_end = end
            case SpeechResumed(frame):
                assert frame >= last_end

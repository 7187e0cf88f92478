"""The floor passes as people expect it to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.turn_taking import (
    Answer,
    AnswerReady,
    CoachBegan,
    CoachFinished,
    CoachPaused,
    CoachResumed,
    Discard,
    Floor,
    FloorCommand,
    FloorInput,
    FloorRules,
    GoOn,
    Hush,
    Prepare,
    ReplyBegan,
    ReplyFinished,
    TimePassed,
    step,
)
from voicecoach.domain.speech import SpeechSpan

RULES = FloorRules()


def play(*inputs: FloorInput) -> list[FloorCommand]:
    floor = Floor()
    commands: list[FloorCommand] = []
    for one in inputs:
        floor, out = step(floor, one, RULES)
        commands += out
    return commands


def test_a_turn_is_prepared_in_the_pause_and_answered_at_its_end() -> None:
    span = SpeechSpan(100, 2000)
    commands = play(CoachBegan(100), CoachPaused(2000), AnswerReady(1), CoachFinished(span))
    assert commands == [Prepare(1, span, False, 0), Answer(1, span, False)]


def test_an_answer_that_comes_late_is_given_when_it_comes() -> None:
    span = SpeechSpan(100, 2000)
    assert play(CoachBegan(100), CoachPaused(2000), CoachFinished(span), AnswerReady(1))[-1] == Answer(1, span, False)


def test_a_thinking_pause_throws_the_preparation_away() -> None:
    commands = play(CoachBegan(0), CoachPaused(900), CoachResumed(), AnswerReady(1), CoachPaused(2000))
    assert commands == [Prepare(1, SpeechSpan(0, 900), False, 0), Discard(1), Prepare(2, SpeechSpan(0, 2000), False, 0)]


def test_going_on_before_the_answer_is_out_makes_the_turn_longer() -> None:
    commands = play(
        CoachBegan(0), CoachPaused(900), CoachFinished(SpeechSpan(0, 900)), CoachBegan(1500), CoachPaused(2500)
    )
    assert commands[-1] == Prepare(2, SpeechSpan(0, 2500), False, 0)


def test_long_speech_over_the_coachee_stops_him_and_counts_as_interruption() -> None:
    commands = play(ReplyBegan(), CoachBegan(1000), TimePassed(1200), TimePassed(1450), CoachPaused(2000))
    assert commands == [Hush(), Prepare(1, SpeechSpan(1000, 2000), True, 0)]


def test_a_backchannel_does_not_stop_the_coachee() -> None:
    commands = play(ReplyBegan(), CoachBegan(1000), TimePassed(1200), CoachPaused(1300), AnswerReady(1))
    assert Hush() not in commands
    later = play(
        ReplyBegan(), CoachBegan(1000), CoachPaused(1300), TimePassed(1500), CoachFinished(SpeechSpan(1000, 1300))
    )
    assert later[-1] == Discard(1)


def test_the_wait_before_a_turn_is_the_silence_after_the_answer() -> None:
    commands = play(ReplyBegan(), ReplyFinished(5000), CoachBegan(8200), CoachPaused(9000))
    assert commands == [Prepare(1, SpeechSpan(8200, 9000), False, 3200)]


def test_he_goes_on_by_himself_when_silence_is_kept() -> None:
    assert play(ReplyBegan(), ReplyFinished(1000), TimePassed(6900)) == []
    assert play(ReplyBegan(), ReplyFinished(1000), TimePassed(7000)) == [GoOn(6000)]


def test_he_never_goes_on_while_the_coach_is_speaking() -> None:
    assert play(ReplyBegan(), ReplyFinished(1000), CoachBegan(5000), TimePassed(9000)) == []


INPUTS = st.one_of(
    st.builds(CoachBegan, st.integers(0, 9000)),
    st.builds(CoachPaused, st.integers(0, 9000)),
    st.builds(CoachResumed),
    st.builds(lambda a, b: CoachFinished(SpeechSpan(min(a, b), max(a, b))), st.integers(0, 9000), st.integers(0, 9000)),
    st.builds(AnswerReady, st.integers(0, 5)),
    st.builds(ReplyBegan),
    st.builds(ReplyFinished, st.integers(0, 9000)),
    st.builds(TimePassed, st.integers(0, 99000)),
)


@given(st.lists(INPUTS, max_size=30))
def test_no_preparation_is_answered_twice_or_unprepared(inputs: list[FloorInput]) -> None:
    commands = play(*inputs)
    prepared = [c.number for c in commands if isinstance(c, Prepare)]
    answered = [c.number for c in commands if isinstance(c, Answer)]
    assert len(answered) == len(set(answered))
    assert set(answered) <= set(prepared)

"""A whole round with fakes on a clock of sound: what is said to whom, and what the log keeps of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee
from tests.fakes.talk import LOST, FakeRound, silence, speech
from voicecoach.debrief.replay import check_chain
from voicecoach.domain.events import CoacheeResponded, ReplyEnded, SessionEnded, SilenceKept, TurnHeard
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.speech import Doubt
from voicecoach.runtime.conversation import Moment
from voicecoach.runtime.round_parts import RoundSettings

GREETED = silence(2000)
TURN = speech(1200)
ANSWERED = silence(3500)


def _ended(made: FakeRound) -> str:
    last = made.log.events[-1]
    assert isinstance(last, SessionEnded)
    return last.why


def test_he_greets_hears_a_turn_answers_it_and_ends_with_the_sound() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, texts=["wat maakt dit kwartaal anders?"] * 3)
    assert made.run() == [
        "session_started",
        "reply_started",
        "reply_ended",
        "turn_heard",
        "turn_recognised",
        "coachee_responded",
        "reply_started",
        "reply_ended",
        "session_ended",
    ]
    assert _ended(made) == "audio_ended"
    assert check_chain(made.log.events) == ()
    assert made.microphone.closed


def test_the_goal_is_kept() -> None:
    assert FakeRound(GREETED, settings=RoundSettings(goal="Alleen vragen.")).run()[1] == "goal_set"


def test_the_turn_is_kept_with_the_times_of_its_speech() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, texts=["wat maakt dit kwartaal anders?"] * 3)
    made.run()
    heard = next(event for event in made.log.events if isinstance(event, TurnHeard))
    assert heard.span.start_ms == pytest.approx(2000, abs=100)
    assert heard.span.end_ms == pytest.approx(3200, abs=100)
    assert heard.at_ms >= heard.span.end_ms


def test_noise_is_no_turn() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, texts=[Doubt.NO_SPEECH] * 3)
    assert "turn_heard" not in made.run()
    assert made.conversation.state.turns == 0


def test_what_is_not_understood_is_said_to_be_so_and_changes_nothing() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, texts=[Doubt.LOW_CONFIDENCE] * 3)
    before = made.conversation.state
    assert "not_understood" in made.run()
    assert made.conversation.state == before


def test_saying_stop_ends_the_round() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, texts=["Stop."] * 3)
    made.run()
    assert _ended(made) == "said_stop"


def test_speaking_through_his_line_stops_it_and_counts_as_an_interruption() -> None:
    made = FakeRound(silence(100), TURN, ANSWERED, texts=["wat maakt dit kwartaal anders?"] * 3)
    made.run()
    cut = next(event for event in made.log.events if isinstance(event, ReplyEnded))
    responded = next(event for event in made.log.events if isinstance(event, CoacheeResponded))
    assert cut.was_interrupted
    assert responded.coach.interrupted
    assert responded.change.after < responded.change.before


def test_a_hum_while_he_speaks_does_not_stop_him() -> None:
    made = FakeRound(silence(100), speech(250), ANSWERED, texts=["hm-hm"] * 3)
    types = made.run()
    assert "turn_heard" not in types
    assert not any(isinstance(event, ReplyEnded) and event.was_interrupted for event in made.log.events)


def test_left_in_silence_he_goes_on_by_himself() -> None:
    made = FakeRound(silence(9000))
    made.run()
    kept = next(event for event in made.log.events if isinstance(event, SilenceKept))
    assert kept.silence_ms >= 6000
    assert kept.reply.text


def test_an_unplugged_microphone_ends_the_round_and_the_log_says_so() -> None:
    made = FakeRound(GREETED, TURN, ANSWERED, LOST, texts=["wat maakt dit anders?"] * 3)
    assert made.run()[-2:] == ["device_lost", "session_ended"]
    assert _ended(made) == "device_lost"


def test_a_round_ends_by_itself_once_he_has_committed_where_his_file_says_so() -> None:
    moment = Moment(PersonaState(90, committed=True))
    for ends, why in ((True, "committed"), (False, "audio_ended")):
        made = FakeRound(silence(900), persona=replace(coachee(), ends_when_committed=ends), moment=moment)
        made.run()
        assert _ended(made) == why

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tests.fakes.coachees import ToldMatcher, coachee
from tests.fakes.talk import FakeClassifier, FakeRound, FakeTranscriber, silence, speech
from voicecoach.domain.events import SessionEvent, TurnHeard
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Temper
from voicecoach.domain.speech import Doubt, SpeechSpan, Transcript
from voicecoach.runtime.conversation import Conversation
from voicecoach.runtime.second_hearing import SecondHearing, hear_again

QUESTION, TIP = "wat maakt dat", "een tip bel ze"


def recorded(*texts: str | Doubt) -> list[SessionEvent]:
    """The log of a round in which these turns were recognised, with a kept silence at the end."""
    sounds = [part for _ in texts for part in (silence(3000), speech(1500))]
    made = FakeRound(*sounds, silence(9000), texts=texts)
    made.run()
    return made.log.events


def hears(*texts: str | Doubt) -> Callable[[SpeechSpan], Transcript]:
    """A recogniser of today that makes this of one turn after the other."""
    transcriber = FakeTranscriber(*texts)
    return lambda _: transcriber.transcribe(np.zeros(1600, dtype=np.float32), "nl")


def again(events: Sequence[SessionEvent], *texts: str | Doubt) -> list[SecondHearing]:
    return list(hear_again(events, hears(*texts), Conversation(coachee(), FakeClassifier(), ToldMatcher())))


def turns(hearings: Sequence[SecondHearing]) -> list[SecondHearing]:
    return [each for each in hearings if each.silence_ms is None]


def test_what_is_heard_the_same_comes_out_the_same() -> None:
    log = recorded(QUESTION, TIP)
    hearings = again(log, QUESTION, TIP)
    assert [each.turn for each in turns(hearings)] == [1, 2]
    assert not any(each.differs for each in hearings)
    assert any(each.silence_ms for each in hearings)


def test_other_words_are_named_and_what_follows_from_them() -> None:
    log = recorded(QUESTION, QUESTION)
    first, second = turns(again(log, TIP, QUESTION))
    assert (first.words_differ, first.moves_differ, first.openness_differs) == (True, True, True)
    assert (first.then.moves[0].kind, first.now.moves[0].kind) == (MoveKind.OPEN_QUESTION, MoveKind.ADVICE)
    assert (first.then.openness, first.now.openness) == (25, 12)
    assert (second.words_differ, second.moves_differ, second.openness_differs) == (False, False, True)


def test_a_turn_that_is_understood_only_now_is_taken_in() -> None:
    log = recorded(Doubt.LOW_CONFIDENCE, QUESTION)
    first, second = turns(again(log, QUESTION, QUESTION))
    assert (first.then.doubt, first.then.openness, first.now.doubt) == (Doubt.LOW_CONFIDENCE, 20, Doubt.NONE)
    assert first.now.openness == 25
    assert second.now.openness > 25


def test_a_turn_that_is_not_understood_any_more_changes_nothing() -> None:
    log = recorded(QUESTION, QUESTION)
    first, _ = turns(again(log, Doubt.LOW_CONFIDENCE, QUESTION))
    assert (first.now.openness, first.now.reply) == (20, "not_understood 0 @0")


def test_without_a_recording_the_logged_words_are_taken() -> None:
    conversation = Conversation(coachee(), FakeClassifier(), ToldMatcher())
    hearings = list(hear_again(recorded(QUESTION, TIP), lambda _: None, conversation))
    assert not any(each.differs for each in hearings)
    assert [each.now.text for each in turns(hearings)] == [QUESTION, TIP]


def test_each_turns_own_sound_is_asked_for() -> None:
    log = recorded(QUESTION, TIP)
    asked: list[SpeechSpan] = []

    def hear(span: SpeechSpan) -> None:
        asked.append(span)

    list(hear_again(log, hear, Conversation(coachee(), FakeClassifier(), ToldMatcher())))
    assert asked == [event.span for event in log if isinstance(event, TurnHeard)]


def test_words_that_ask_to_stop_today_end_it_there() -> None:
    assert turns(again(recorded(QUESTION, QUESTION), "stop", QUESTION)) == []


def test_another_coachee_answers_the_same_words_in_his_own_way() -> None:
    log = recorded(QUESTION, TIP)
    other = coachee(Temper(start=50, gain=2, loss={MoveKind.ADVICE: 30}))
    conversation = Conversation(other, FakeClassifier(), ToldMatcher())
    first, second = turns(list(hear_again(log, hears(QUESTION, TIP), conversation)))
    assert (first.now.openness, second.now.openness) == (51, 21)
    assert not first.moves_differ

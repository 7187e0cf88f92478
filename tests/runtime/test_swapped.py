"""The machine coaches, the manager plays the seller; then it asks how that felt."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.adapters.coach_files import find_coach
from voicecoach.dialogue.felt_questions import FELT_QUESTIONS, THANKS
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import CoachAct
from voicecoach.domain.events import CoachSpoke, FeltAnswered
from voicecoach.domain.moves import Move, MoveKind
from voicecoach.runtime.swapped import SwappedTalk


class CallsAll:
    """A classifier that calls every line the same kind."""

    def __init__(self, kind: MoveKind) -> None:
        self._kind = kind

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        del previous, language
        return (Move(self._kind, 0.9, 0, len(text)),)


def _talk(coach: str = "listening", *, asks_felt: bool = True, kind: MoveKind = MoveKind.OPEN_QUESTION) -> SwappedTalk:
    return SwappedTalk(find_coach(coach, "en"), CallsAll(kind), openness=20, asks_felt=asks_felt)


def _say(talk: SwappedTalk, text: str) -> CoachSpoke | FeltAnswered:
    result = talk.prepare(text, interrupted=False, wait_ms=0)
    talk.commit(result)
    event = result.event(0, 1, None)
    assert isinstance(event, CoachSpoke | FeltAnswered)
    return event


def _until_goodbye(talk: SwappedTalk) -> list[CoachSpoke]:
    said: list[CoachSpoke] = []
    while not said or said[-1].act is not CoachAct.FAREWELL:
        event = _say(talk, "My customers never call me back, and I miss my target again.")
        assert isinstance(event, CoachSpoke)
        said.append(event)
        assert len(said) < 30
    return said


def test_he_opens_with_a_greeting_and_asks_for_the_goal() -> None:
    _, greeting = _talk().opening()
    assert greeting is not None
    assert greeting.text.endswith("?")


def test_preparing_a_turn_that_goes_on_changes_nothing() -> None:
    talk = _talk()
    first = talk.prepare("My customers do not", interrupted=False, wait_ms=0)
    again = talk.prepare("My customers do not", interrupted=False, wait_ms=0)
    assert first == again


def test_after_the_goodbye_he_asks_how_it_felt_and_keeps_each_answer() -> None:
    talk = _talk()
    last = _until_goodbye(talk)[-1]
    assert last.reply.text.endswith(FELT_QUESTIONS["en"][0])
    assert talk.ending is None
    answers = [_say(talk, answer) for answer in ("Calm.", "At the start.", "Four.")]
    assert [(a.number, a.answer) for a in answers if isinstance(a, FeltAnswered)] == [
        (1, "Calm."),
        (2, "At the start."),
        (3, "Four."),
    ]
    assert answers[-1].reply is not None
    assert answers[-1].reply.text == THANKS["en"]
    assert talk.ending == "farewell"


def test_without_questions_the_goodbye_ends_it() -> None:
    talk = _talk(asks_felt=False)
    _until_goodbye(talk)
    assert talk.ending == "farewell"


def test_the_advising_coach_fills_in_and_sends_the_seller_off_by_himself() -> None:
    said = _until_goodbye(_talk("advising"))
    assert said[-1].solution == "coach"
    assert CoachAct.SOLUTION in {event.act for event in said[:3]}


def test_a_line_that_the_classifier_calls_filling_in_is_not_said_with_the_sellers_words() -> None:
    free, strict = (_until_goodbye(_talk(kind=kind)) for kind in (MoveKind.OPEN_QUESTION, MoveKind.ASSUMPTION))
    assert any(event.takes_up for event in free)
    assert not any(event.takes_up for event in strict)


def test_a_long_silence_is_met_with_encouragement_a_short_one_is_left() -> None:
    talk = _talk()
    assert talk.keep_silence(1000).event(0, 1, 1000) is None
    event = talk.keep_silence(4000).event(0, 1, 4000)
    assert event is not None
    assert event.act is CoachAct.ENCOURAGE


def test_he_waits_for_an_answer_on_how_it_felt() -> None:
    talk = _talk()
    _until_goodbye(talk)
    assert talk.keep_silence(9000).reply.text == ""


def test_he_says_in_turns_that_he_did_not_catch_that() -> None:
    talk = _talk()
    assert talk.not_understood().text != talk.not_understood().text

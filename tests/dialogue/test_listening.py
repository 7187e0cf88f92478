from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee, says
from voicecoach.dialogue.persona_engine import keep_silence, opening, respond
from voicecoach.domain.moves import SUSPECT, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import About, TopicMatch

ON_QUOTES = TopicMatch(About.TOPIC, "quotes")


def _start(persona: Persona, **changes: object) -> PersonaState:
    return replace(opening(persona)[0], **changes)  # type: ignore[arg-type]  # fields by name, from the tests below


def _gain(turn: Turn, state: PersonaState, match: TopicMatch = ON_QUOTES) -> int:
    change = respond(coachee(), state, turn, match).change
    return change.after - change.before


def test_an_open_question_opens_more_than_a_closed_one() -> None:
    state = _start(coachee())
    assert _gain(says(MoveKind.OPEN_QUESTION), state) > _gain(says(MoveKind.CLOSED_QUESTION), state) > 0


def test_following_up_opens_more_than_a_new_topic() -> None:
    state = _start(coachee())
    asked, followed = (says(MoveKind.OPEN_QUESTION, follows_up=follows) for follows in (False, True))
    assert _gain(followed, state) > _gain(asked, state)


def test_a_reflection_that_takes_up_a_feeling_opens_most() -> None:
    state = _start(coachee(), has_told=True, last_lines=("Dat is zwaar.",))
    reflection = says(MoveKind.REFLECTION, "dus het valt je zwaar", follows_up=True)
    feeling = replace(reflection, moves=(replace(reflection.moves[0], names_feeling=True),))
    assert _gain(feeling, state) > _gain(reflection, state)


def test_a_wait_after_an_answer_opens_more() -> None:
    state = _start(coachee(), has_told=True)
    asked = says(MoveKind.OPEN_QUESTION)
    assert _gain(replace(asked, wait_ms=3200), state) > _gain(asked, state)


def test_an_interrogation_gains_less_each_time_until_nothing() -> None:
    persona, state, gains = coachee(), opening(coachee())[0], []
    for number in range(8):
        response = respond(persona, state, says(MoveKind.OPEN_QUESTION, f"wat is {number}"), ON_QUOTES)
        gains.append(response.change.after - response.change.before)
        state = response.state
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] == 0


def test_a_reflection_makes_up_for_a_row_of_questions() -> None:
    reflection = says(MoveKind.REFLECTION, follows_up=True)
    state = respond(coachee(), _start(coachee(), questions_in_row=6, has_told=True), reflection, TopicMatch()).state
    assert _gain(says(MoveKind.OPEN_QUESTION), state) == _gain(says(MoveKind.OPEN_QUESTION), _start(coachee()))


def test_questions_stacked_in_one_turn_wear_off_too() -> None:
    one = says(MoveKind.OPEN_QUESTION)
    assert _gain(replace(one, moves=one.moves * 5), _start(coachee())) < _gain(one, _start(coachee()))


def test_one_question_asked_again_gains_less_and_then_nothing() -> None:
    gains = [
        _gain(says(MoveKind.OPEN_QUESTION), _start(coachee()), replace(ON_QUOTES, asked_before=times))
        for times in range(3)
    ]
    assert gains[0] > gains[1] > gains[2] == 0


def test_saying_his_last_words_again_is_no_listening_worth_much() -> None:
    state = _start(coachee(), has_told=True, last_lines=("Het kwartaal liep gewoon niet.",))
    echo = says(MoveKind.REFLECTION, "liep gewoon niet", follows_up=True)
    opened = says(MoveKind.REFLECTION, "ja dus het kwartaal liep gewoon niet", follows_up=True)
    own = says(MoveKind.REFLECTION, "dus dit kwartaal viel tegen", follows_up=True)
    assert _gain(echo, state) == _gain(opened, state) < _gain(own, state) / 2


def test_praise_again_and_again_opens_nothing() -> None:
    persona, state = coachee(), opening(coachee())[0]
    for _ in range(20):
        state = respond(persona, state, says(MoveKind.AFFIRMATION), TopicMatch()).state
    assert state.openness <= persona.temper.start + 2


def test_silence_opens_once_after_an_answer() -> None:
    persona = coachee()
    first = keep_silence(persona, _start(persona, has_told=True), 4000)
    second = keep_silence(persona, first.state, 4000)
    assert first.change.after > first.change.before
    assert second.change.after == second.change.before


@pytest.mark.parametrize("silence_ms", [0, 2900])
def test_a_short_pause_is_no_silence_kept(silence_ms: int) -> None:
    change = keep_silence(coachee(), _start(coachee(), has_told=True), silence_ms).change
    assert change.after == change.before


def test_a_tip_among_questions_never_opens_him() -> None:
    good, tip = says(MoveKind.OPEN_QUESTION), says(MoveKind.ADVICE)
    turn = Turn("wat maakt dat", (*good.moves * 4, *tip.moves))
    assert _gain(turn, _start(coachee())) < 0


def test_a_turn_with_a_doubtful_tip_in_it_leaves_him_as_he_was() -> None:
    doubtful = says(MoveKind.OPEN_QUESTION)
    turn = replace(doubtful, moves=(replace(doubtful.moves[0], filling_in=SUSPECT),))
    assert _gain(turn, _start(coachee())) == 0


def test_interrupting_with_a_good_question_costs() -> None:
    assert _gain(replace(says(MoveKind.OPEN_QUESTION), interrupted=True), _start(coachee())) < 0


def test_each_change_says_why_in_words_of_the_manager() -> None:
    turn = says(MoveKind.OPEN_QUESTION, follows_up=True)
    assert (
        respond(coachee(), _start(coachee()), turn, ON_QUOTES).change.reason
        == "+6: open vraag die doorvroeg op 'offertes'"
    )
    assert respond(coachee(), _start(coachee()), says(MoveKind.ADVICE), ON_QUOTES).change.reason == "-8: advies"


@pytest.mark.parametrize("count", [-1, -4])
def test_a_count_below_nothing_in_a_damaged_log_counts_as_nothing(count: int) -> None:
    question = says(MoveKind.OPEN_QUESTION)
    assert _gain(question, _start(coachee()), replace(ON_QUOTES, asked_before=count)) == _gain(
        question, _start(coachee())
    )
    assert _gain(question, _start(coachee(), questions_in_row=count)) == _gain(question, _start(coachee()))

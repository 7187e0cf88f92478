from __future__ import annotations

from dataclasses import replace

from tests.fakes.sessions import responded, short_round
from voicecoach.debrief.replay import check_chain, last_state, moment_before
from voicecoach.domain.events import CoacheeResponded, SessionStarted
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Level

START = SessionStarted(0, PersonaState(20))
NOTHING = Turn("…", ())


def test_a_true_log_has_no_flaw() -> None:
    assert check_chain(short_round()) == ()
    assert check_chain(()) == ()


def test_the_last_state_is_that_of_the_last_change() -> None:
    state = last_state(short_round())
    assert state is not None
    assert state.openness == 21
    assert last_state(()) is None


def test_the_moment_before_a_turn_is_the_state_and_the_line_that_lead_up_to_it() -> None:
    moments = [moment_before(short_round(), turn) for turn in (1, 2, 3)]
    assert [moment and (moment[0].openness, moment[1] and moment[1].text) for moment in moments] == [
        (20, None),
        (26, "De offertes blijven liggen."),
        (18, "Tja."),
    ]


def test_there_is_no_moment_before_a_turn_that_is_not_there() -> None:
    assert moment_before(short_round(), 4) is None  # his own going on after a silence is no turn of the coach
    assert moment_before(short_round(), 0) is None
    assert moment_before((), 1) is None


def test_a_turn_that_begins_elsewhere_than_the_last_one_ended_is_a_flaw() -> None:
    log = (START, responded(5, 1, NOTHING, PersonaState(26), before=21))
    assert [(flaw.index, flaw.what) for flaw in check_chain(log)] == [
        (1, "turn 1 begins at openness 21, the turn before left 20")
    ]


def test_a_change_that_its_own_state_contradicts_is_a_flaw() -> None:
    event = responded(5, 1, NOTHING, PersonaState(26), before=20)
    assert isinstance(event, CoacheeResponded)
    log = (START, replace(event, state=PersonaState(25)))
    assert [flaw.what for flaw in check_chain(log)] == ["turn 1 says openness 26, its state says 25"]


def test_a_line_above_his_level_is_a_flaw() -> None:
    event = responded(5, 1, NOTHING, PersonaState(26), before=20)
    assert isinstance(event, CoacheeResponded)
    log = (START, replace(event, reply=replace(event.reply, level=Level.INSIGHT)))
    assert [flaw.what for flaw in check_chain(log)] == ["turn 1 answers from level 3 at level 0"]


def test_a_turn_before_the_beginning_and_a_second_beginning_are_flaws() -> None:
    log = (responded(5, 1, NOTHING, PersonaState(26), before=20), START)
    assert [flaw.what for flaw in check_chain(log)] == [
        "turn 1 comes before the session began",
        "the session begins a second time",
    ]


def test_what_a_coachee_never_takes_back_is_a_flaw_when_it_is_gone() -> None:
    said = PersonaState(20, own_solution=True, committed=True, coach_solution=True, turns=4)
    log = (SessionStarted(0, said), responded(5, 5, NOTHING, PersonaState(20, turns=3), before=20))
    assert [flaw.what for flaw in check_chain(log)] == [
        "turn 5 forgets that he brought his own solution",
        "turn 5 forgets that the coach brought a solution",
        "turn 5 forgets what he committed to",
        "turn 5 counts 3 turns after 4",
    ]

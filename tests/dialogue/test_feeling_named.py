"""Naming the feeling that his line shows is giving back; naming another is filling in, as before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee
from voicecoach.dialogue.feeling_named import with_feeling_named
from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Level, Line, Persona

SAID = "Ik had hem moeten bellen."


def _persona() -> Persona:
    persona = coachee()
    topic = replace(persona.topics[0], lines=(Line(SAID, Level.CLOSED, feeling="schuldig"),))
    return replace(persona, topics=(topic,))


def _after(text: str, kind: MoveKind, last: str = f"Ja. {SAID}") -> Move:
    turn = Turn(text, (Move(kind, 0.8, 0, len(text), filling_in=0.85),))
    (move,) = with_feeling_named(turn, _persona(), PersonaState(40, last_lines=(last,))).moves
    return move


@pytest.mark.parametrize("text", ["je voelt je schuldig", "Het klinkt alsof je je daar schuldig over voelt."])
def test_the_feeling_of_his_line_is_given_back(text: str) -> None:
    move = _after(text, MoveKind.ASSUMPTION)
    assert (move.kind, move.filling_in, move.names_feeling, move.takes_up) == (
        MoveKind.REFLECTION,
        0.0,
        True,
        "schuldig",
    )
    assert move.is_certain


def test_another_feeling_stays_an_assumption() -> None:
    assert _after("je bent jaloers op hem", MoveKind.ASSUMPTION).kind is MoveKind.ASSUMPTION


def test_after_another_line_it_stays_an_assumption() -> None:
    assert _after("je voelt je schuldig", MoveKind.ASSUMPTION, "Dat loopt wel.").kind is MoveKind.ASSUMPTION


@pytest.mark.parametrize("kind", [MoveKind.JUDGEMENT, MoveKind.ADVICE, MoveKind.LEADING_QUESTION])
def test_blame_a_tip_and_a_leading_question_stay_what_they_are(kind: MoveKind) -> None:
    assert _after("je moet je schuldig voelen", kind).kind is kind


@pytest.mark.parametrize("kind", [MoveKind.JUDGEMENT, MoveKind.AFFIRMATION, MoveKind.OTHER])
def test_said_as_something_heard_it_is_given_back_whatever_it_was_taken_for(kind: MoveKind) -> None:
    assert _after("dat klinkt behoorlijk schuldig", kind).kind is MoveKind.REFLECTION
    assert _after("daar ben je zelf schuldig aan", kind).kind is kind


@pytest.mark.parametrize("kind", [MoveKind.ADVICE, MoveKind.LEADING_QUESTION])
def test_a_tip_that_names_the_feeling_stays_a_tip(kind: MoveKind) -> None:
    assert _after("ik hoor het al, zet dat schuldige gevoel van je af", kind).kind is kind

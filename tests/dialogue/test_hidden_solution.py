from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import says
from voicecoach.dialogue.hidden_solution import with_hidden_solution
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch

BRINGS_ONE = TopicMatch(About.SUGGESTION, is_sure=True)
START = PersonaState(20)


def _asked(kind: MoveKind, filling_in: float) -> Turn:
    turn = says(kind, "wat als je het deelt met het team")
    return replace(turn, moves=(replace(turn.moves[0], filling_in=filling_in),))


@pytest.mark.parametrize("kind", [MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION])
def test_a_question_that_surely_brings_a_solution_is_leading(kind: MoveKind) -> None:
    (move,) = with_hidden_solution(_asked(kind, 0.2), BRINGS_ONE, START).moves
    assert move.kind is MoveKind.LEADING_QUESTION
    assert move.is_certain
    assert with_hidden_solution(_asked(kind, 0.2), BRINGS_ONE, START).fills_in


@pytest.mark.parametrize(
    ("turn", "match", "state"),
    [
        (_asked(MoveKind.OPEN_QUESTION, 0.02), BRINGS_ONE, START),
        (_asked(MoveKind.OPEN_QUESTION, 0.2), replace(BRINGS_ONE, is_sure=False), START),
        (_asked(MoveKind.OPEN_QUESTION, 0.2), TopicMatch(About.TOPIC, "team", is_sure=True), START),
        (_asked(MoveKind.OPEN_QUESTION, 0.2), BRINGS_ONE, replace(START, own_solution=True)),
        (_asked(MoveKind.REFLECTION, 0.2), BRINGS_ONE, START),
    ],
)
def test_any_other_turn_stays_what_it_is(turn: Turn, match: TopicMatch, state: PersonaState) -> None:
    assert with_hidden_solution(turn, match, state) == turn

"""A seller's own idea is heard, whatever stands in between."""

from __future__ import annotations

import pytest

from voicecoach.adapters.coach_files import find_coach
from voicecoach.dialogue.coach_engine import answer, begin
from voicecoach.domain.audio import Language


@pytest.mark.parametrize(
    ("language", "said", "found"),
    [
        ("nl", "Ik zou op dinsdag drie mensen kunnen bellen.", True),
        ("nl", "Ik zou kunnen bellen.", True),
        ("nl", "Dat zou best eens kunnen.", False),
        ("en", "I could lay one more plate for whoever pays.", True),
        ("en", "She said I never could sell.", False),
    ],
)
def test_an_idea_of_his_own_is_found(language: Language, said: str, found: bool) -> None:
    coach = find_coach("listening", language)
    state = answer(coach, begin(coach).state, "Er zit mij iets dwars.").state
    assert (answer(coach, state, said).state.solution == "seller") is found


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Ik ga elke dinsdag drie klanten bellen."), ("en", "I'm going to ring three of them every Tuesday.")],
)
def test_an_advising_coach_who_does_not_hear_it_still_knows_who_was_first(language: Language, said: str) -> None:
    coach = find_coach("advising", language)
    own = answer(coach, begin(coach).state, said)
    assert own.state.solution == "seller"
    state = own.state
    for _ in range(coach.turns):
        state = answer(coach, state, "Hm.").state
    assert state.solution == "seller"
    given = begin(coach).state
    for _ in range(coach.turns):
        given = answer(coach, given, "Hm.").state
    assert given.solution == "coach"

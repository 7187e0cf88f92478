"""The openness rules, over arbitrary personas, turns and silences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.coachees import coachee, matches, personas, says, silences, turns
from voicecoach.dialogue.persona_engine import Response, keep_silence, opening, respond
from voicecoach.domain.moves import CERTAIN, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import About, TopicMatch

happenings = st.lists(st.one_of(st.tuples(turns, matches), silences), max_size=30)


def _play(persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]) -> list[tuple[PersonaState, Response]]:
    state, _greeting = opening(persona)
    played = []
    for one in what:
        before = state
        response = keep_silence(persona, state, one) if isinstance(one, int) else respond(persona, state, *one)
        state = response.state
        played.append((before, response))
    return played


@given(personas, happenings)
def test_openness_grows_only_on_assumption_free_listening(
    persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]
) -> None:
    for one, (_before, response) in zip(what, _play(persona, what), strict=True):
        if response.change.after > response.change.before:
            assert isinstance(one, int) or one[0].is_assumption_free


@given(personas, happenings)
def test_nothing_is_said_below_the_level_it_is_placed_at(
    persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]
) -> None:
    for _before, response in _play(persona, what):
        placed = [int(word[1:]) for word in response.reply.text.split() if word.startswith("@")]
        assert max(placed, default=0) <= response.change.level
        assert response.reply.level <= response.change.level


@given(personas, happenings)
def test_no_line_of_a_topic_is_said_twice(persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]) -> None:
    said = [response.reply.text for _before, response in _play(persona, what) if response.reply.kind == "topic"]
    own = [text.split(" on ")[-1] for text in said]
    assert len(own) == len(set(own))


@given(personas, happenings)
def test_the_chain_of_changes_never_breaks(persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]) -> None:
    for before, response in _play(persona, what):
        assert response.change.before == before.openness
        assert response.change.after == response.state.openness
        assert response.change.level is persona.temper.level_of(response.state.openness)
        assert response.state.own_solution >= before.own_solution


@given(personas, happenings)
def test_the_same_turns_meet_the_same_coachee(persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]) -> None:
    assert _play(persona, what) == _play(persona, what)


@given(personas, happenings)
def test_the_own_solution_comes_at_insight_only(
    persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int]
) -> None:
    for before, response in _play(persona, what):
        if response.state.own_solution > before.own_solution:
            assert response.change.level == 3
            assert not before.coach_solution


@given(st.sampled_from(sorted(MoveKind)), st.floats(0, CERTAIN, exclude_max=True))
def test_an_unsure_move_opens_nothing_and_closes_nothing(kind: MoveKind, probability: float) -> None:
    persona = coachee()
    state, _ = opening(persona)
    response = respond(persona, state, says(kind, probability=probability), TopicMatch())
    assert response.change.after == response.change.before


@given(personas, turns, matches)
def test_a_loss_damps_the_gains_that_come_next(persona: Persona, turn: Turn, match: TopicMatch) -> None:
    state, _ = opening(persona)
    hurt = respond(persona, state, turn, match)
    if hurt.change.after >= hurt.change.before:
        return
    question = says(MoveKind.OPEN_QUESTION)
    damped = respond(persona, hurt.state, question, TopicMatch()).change
    fresh = respond(persona, replace(hurt.state, damped_turns=0), question, TopicMatch()).change
    assert damped.after - damped.before <= fresh.after - fresh.before


@given(personas, happenings, turns)
def test_asking_him_to_say_it_again_never_opens_him(
    persona: Persona, what: Sequence[tuple[Turn, TopicMatch] | int], turn: Turn
) -> None:
    state = played[-1][1].state if (played := _play(persona, what)) else opening(persona)[0]
    asked = respond(persona, state, turn, TopicMatch(About.AGAIN, is_sure=True))
    assert asked.change.after <= state.openness
    assert asked.state.turns == state.turns + 1

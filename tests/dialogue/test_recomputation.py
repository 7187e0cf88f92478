from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.coachees import coachee, matches, personas, says, silences, turns
from voicecoach.adapters.event_codec import decode_event, encode_event
from voicecoach.dialogue import persona_engine
from voicecoach.dialogue.recomputation import recompute
from voicecoach.domain.events import (
    CoacheeResponded,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
)
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Persona
from voicecoach.domain.topics import About, TopicMatch

Step = tuple[Turn, TopicMatch] | int | None
"""A coach turn with where it leads, a silence in ms, or words that are not understood."""

steps: st.SearchStrategy[Step] = st.one_of(st.tuples(turns, matches), silences, st.none())


def played(persona: Persona, script: Sequence[Step]) -> tuple[SessionEvent, ...]:
    """The log of a talk, as a round writes it."""
    state, greeting = persona_engine.opening(persona)
    log: list[SessionEvent] = [SessionStarted(0, state, greeting if greeting.text else None)]
    for turn, step in enumerate(script, 1):
        at_ms = turn * 5000
        if step is None:
            log.append(NotUnderstood(at_ms, turn, persona_engine.not_understood(persona, state, turn)))
            continue
        if isinstance(step, int):
            response = persona_engine.keep_silence(persona, state, step)
            log.append(SilenceKept(at_ms, turn, step, response.change, response.reply, response.state))
        else:
            response = persona_engine.respond(persona, state, *step)
            told = (response.change, response.reply, response.state)
            log.append(CoacheeResponded(at_ms, turn, step[0], *told, match=step[1]))
        state = response.state
        log += [ReplyStarted(at_ms + 100, turn), ReplyEnded(at_ms + 900, turn)]
    return (*log, SessionEnded(10**6, "stopped"))


def no_matcher(turn: Turn, state: PersonaState) -> TopicMatch:
    raise AssertionError(f"the log says where this led: {turn}, {state}")


@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(personas, st.lists(steps, max_size=12))
def test_a_thousand_random_sessions_come_out_identical_from_what_stands_on_disk(
    persona: Persona, script: list[Step]
) -> None:
    log = played(persona, script)
    read_back = tuple(decode_event(encode_event(event), "here") for event in log)
    recomputed = recompute(persona, read_back, no_matcher)
    assert recomputed.departures == ()
    assert recomputed.states == 1 + sum(step is not None for step in script)


QUOTES = TopicMatch(About.TOPIC, "quotes")
TALK: tuple[Step, ...] = (
    (says(MoveKind.OPEN_QUESTION), QUOTES),
    (says(MoveKind.REFLECTION, "dus de quotes blijven liggen", follows_up=True), QUOTES),
    5000,
    (says(MoveKind.ADVICE), TopicMatch()),
    None,
)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("openness", 99),
        ("damped_turns", 7),
        ("questions_in_row", 9),
        ("topic", "team"),
        ("asked", ("iets anders",)),
        ("said", ()),
        ("last_lines", ("nooit gezegd",)),
        ("own_solution", True),
        ("coach_solution", True),
        ("committed", True),
        ("turns", 40),
        ("listening", "none"),
        ("listening_in_row", 8),
        ("has_told", None),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 4, 7])
def test_a_state_that_was_changed_in_the_log_is_named_by_its_field(field: str, value: object, place: int) -> None:
    log = list(played(coachee(), TALK))
    event = log[place]
    assert isinstance(event, SessionStarted | CoacheeResponded | SilenceKept)
    changed = not event.state.has_told if field == "has_told" else value
    log[place] = replace(event, state=replace(event.state, **{field: changed}))  # type: ignore[arg-type]
    (departure,) = recompute(coachee(), log, no_matcher).departures
    assert (departure.index, departure.what) == (place, f"state.{field}")


def test_a_turn_that_was_changed_in_the_log_makes_all_after_it_depart() -> None:
    log = list(played(coachee(), TALK))
    event = log[1]
    assert isinstance(event, CoacheeResponded)
    log[1] = replace(event, coach=says(MoveKind.JUDGEMENT))
    found = recompute(coachee(), log, no_matcher).departures
    assert {departure.index for departure in found} == {1, 4, 7, 10}
    assert found[0].what == "state.openness"


def test_a_change_a_reply_and_a_line_of_not_understanding_are_checked_too() -> None:
    log = list(played(coachee(), TALK))
    first, last = log[1], log[13]
    assert isinstance(first, CoacheeResponded)
    assert isinstance(last, NotUnderstood)
    log[1] = replace(first, change=replace(first.change, reason="zomaar"), reply=replace(first.reply, text="Nee."))
    log[13] = replace(last, reply=Reply("Hè?", ReplyKind.NOT_UNDERSTOOD, Level.CLOSED))
    found = recompute(coachee(), log, no_matcher).departures
    assert [(departure.index, departure.what) for departure in found] == [
        (1, "change.reason"),
        (1, "reply.text"),
        (13, "reply"),
    ]


def test_a_log_that_does_not_say_where_a_turn_led_asks_the_matcher() -> None:
    log = [replace(e, match=None) if isinstance(e, CoacheeResponded) else e for e in played(coachee(), TALK[:2])]
    asked: list[tuple[str, int]] = []

    def matching(turn: Turn, state: PersonaState) -> TopicMatch:
        asked.append((turn.text, state.turns))
        return QUOTES

    assert recompute(coachee(), log, matching).is_identical
    assert asked == [("wat maakt dat", 0), ("dus de quotes blijven liggen", 1)]


def test_a_session_that_takes_a_moment_up_begins_where_it_says() -> None:
    moment = PersonaState(64, turns=7, said=("Gaat wel.",))
    response = persona_engine.respond(coachee(), moment, says(MoveKind.OPEN_QUESTION), QUOTES)
    told = (response.change, response.reply, response.state)
    log = (SessionStarted(0, moment), CoacheeResponded(5, 8, says(MoveKind.OPEN_QUESTION), *told, match=QUOTES))
    assert recompute(coachee(), log, no_matcher, takes_up=True).is_identical
    assert not recompute(coachee(), log, no_matcher).is_identical


def test_an_empty_log_gives_no_state() -> None:
    assert recompute(coachee(), (), no_matcher).states == 0

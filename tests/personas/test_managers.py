"""Scripted managers against the whole cast at every difficulty, by the real classifier: only listening opens him."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import personas
from voicecoach.cli.simulate import read_script
from voicecoach.dialogue.bench_talk import BenchTalk
from voicecoach.dialogue.difficulty import Difficulty, at_difficulty
from voicecoach.dialogue.scripted_managers import Manager
from voicecoach.domain.openness import ReplyKind
from voicecoach.domain.persona import Level, Persona
from voicecoach.wiring.persona_bench import PersonaBench
from voicecoach.wiring.personas import find_persona, list_personas

DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "normal", "hard")
IDS = [summary.id for summary in list_personas()]
ROUNDS = [(name, difficulty) for name in IDS for difficulty in DIFFICULTIES]
NEVER = (
    Manager.INTERROGATOR,
    Manager.REWORDER,
    Manager.PARROT,
    Manager.FLATTERER,
    Manager.NODDER,
    Manager.SILENT,
    Manager.ADVISER,
    Manager.JUDGE,
)
whole_cast = pytest.mark.parametrize(("name", "difficulty"), ROUNDS)


@cache
def bench() -> PersonaBench:
    return PersonaBench()


@cache
def persona(name: str) -> Persona:
    return find_persona(name)


@cache
def talk(name: str, manager: Manager, difficulty: Difficulty) -> BenchTalk:
    return bench().manager_talk(persona(name), manager, difficulty)


def end(name: str, manager: Manager, difficulty: Difficulty) -> int:
    return talk(name, manager, difficulty).end.openness


def steps_to_insight(name: str, difficulty: Difficulty) -> int:
    """Turns spoken and silences kept by the listener until insight: a silence opens him too."""
    turns = talk(name, Manager.LISTENER, difficulty).turns
    return next((number for number, turn in enumerate(turns, 1) if turn.level is Level.INSIGHT), 99)


@whole_cast
def test_a_listener_reaches_insight_and_the_own_solution_within_twenty_turns(name: str, difficulty: Difficulty) -> None:
    listened = talk(name, Manager.LISTENER, difficulty)
    assert listened.insight_turn is not None
    assert listened.insight_turn <= 20
    assert listened.end.own_solution


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_listener_needs_twelve_turns_at_least(difficulty: Difficulty) -> None:
    needed = {name: talk(name, Manager.LISTENER, difficulty).insight_turn or 99 for name in IDS}
    assert min(needed.values()) >= 12, needed


@pytest.mark.parametrize("name", IDS)
def test_a_listener_at_normal_hears_a_commitment(name: str) -> None:
    assert talk(name, Manager.LISTENER, "normal").end.committed


@whole_cast
@pytest.mark.parametrize("manager", NEVER)
def test_nobody_who_does_not_listen_reaches_insight(name: str, difficulty: Difficulty, manager: Manager) -> None:
    talked = talk(name, manager, difficulty)
    assert talked.insight_turn is None
    assert not talked.end.own_solution


@whole_cast
def test_a_listener_ends_above_everybody_else(name: str, difficulty: Difficulty) -> None:
    others = {manager: end(name, manager, difficulty) for manager in Manager if manager is not Manager.LISTENER}
    assert end(name, Manager.LISTENER, difficulty) > max(others.values()), others


@whole_cast
def test_questions_open_him_more_than_none_and_filling_in_closes_him(name: str, difficulty: Difficulty) -> None:
    start = at_difficulty(persona(name).temper, difficulty).start
    ends = {manager: end(name, manager, difficulty) for manager in Manager}
    assert ends[Manager.INTERROGATOR] > max(ends[Manager.NODDER], ends[Manager.SILENT]), ends
    assert ends[Manager.INTERROGATOR] >= ends[Manager.FLATTERER], ends
    assert max(ends[Manager.NODDER], ends[Manager.SILENT]) == start, ends
    assert start > max(ends[Manager.ADVISER], ends[Manager.JUDGE]), ends


@whole_cast
def test_nobody_else_gets_him_past_careful(name: str, difficulty: Difficulty) -> None:
    for manager in Manager:
        reached = max((t.level for t in talk(name, manager, difficulty).turns), default=Level.CLOSED)
        assert manager is Manager.LISTENER or reached <= Level.CAREFUL, manager


@whole_cast
def test_what_he_tells_never_lies_deeper_than_his_openness(name: str, difficulty: Difficulty) -> None:
    told = {ReplyKind.TOPIC, ReplyKind.SOLUTION, ReplyKind.COMMITMENT}
    for manager in Manager:
        deep = [t for t in talk(name, manager, difficulty).turns if t.reply.kind in told and t.reply.level > t.level]
        assert deep == []


@pytest.mark.parametrize("name", IDS)
def test_the_listener_written_for_him_draws_him_out(name: str) -> None:
    who = persona(name)
    script = read_script(str(Path(personas.__path__[0], who.language, f"{name}.listener.txt")))
    heard = bench().script_talk(who, "listener", script)
    assert heard.turns[-1].level is Level.INSIGHT
    assert heard.end.own_solution
    assert heard.end.committed


@pytest.mark.parametrize("name", IDS)
def test_each_difficulty_is_harder_than_the_one_before(name: str) -> None:
    needed = [steps_to_insight(name, difficulty) for difficulty in DIFFICULTIES]
    assert needed == sorted(needed)
    assert needed[0] < needed[-1]

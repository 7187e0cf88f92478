"""The shipped cast, as its files stand: each loads, has enough to say, and comes with its tests beside it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from voicecoach.adapters.persona_files import ReadPersona, find_persona, list_personas, read_case, read_persona
from voicecoach.adapters.persona_format import PersonaFile
from voicecoach.adapters.persona_names import shipped_folder, shipped_personas
from voicecoach.adapters.persona_walk import reaction_lines
from voicecoach.domain.persona import OTHER_DETAILS, SMART_DETAILS

CAST = shipped_personas()
CASES = sorted((shipped_folder() / "cases").glob("*.yaml"))
SELDOM = {"greeting": 1, "repeats": 2, "greeted": 2, "apology": 3, "scale": 4}
"""Said once or seldom, or different each time by itself."""

SOLUTION_IDS = {"solution", *(f"solution.{name}" for name in (*SMART_DETAILS, *OTHER_DETAILS))}
OTHER_IDS = {"suggestion", "more", "-"}


def read(name: str) -> tuple[ReadPersona, PersonaFile]:
    found = read_persona(CAST[name])
    assert found.content is not None, "\n".join(map(str, found.findings))
    return found, found.content


def test_there_is_somebody_to_practise_with_in_dutch() -> None:
    assert {summary.language for summary in list_personas()} >= {"nl"}


@pytest.mark.parametrize("name", CAST)
def test_he_loads_without_mistakes_and_is_found_by_his_name(name: str) -> None:
    found, content = read(name)
    assert found.findings == ()
    assert find_persona(name) == found.persona
    assert content.id == found.path.stem
    assert content.language == found.path.parent.name


@pytest.mark.parametrize("name", CAST)
def test_he_has_eight_topics_that_go_deeper(name: str) -> None:
    _, content = read(name)
    deep = [topic.id for topic in content.topics if len(topic.lines.levels()) >= 3]
    assert len(deep) >= 8
    for topic in content.topics:
        assert len(topic.asks) >= 6, topic.id


@pytest.mark.parametrize("name", CAST)
def test_he_has_variants_enough_not_to_repeat_himself(name: str) -> None:
    _, content = read(name)
    for key, lines in reaction_lines(content):
        assert len(lines) >= SELDOM.get(key, 6), key


@pytest.mark.parametrize("name", CAST)
def test_his_test_questions_name_what_is_in_his_file(name: str) -> None:
    found, content = read(name)
    lines = (found.path.parent / f"{content.id}.questions.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    assert all(len(row) == 2 and row[1].strip() for row in rows)
    counts = Counter(row[0] for row in rows)
    topics = {topic.id for topic in content.topics}
    assert set(counts) <= topics | SOLUTION_IDS | OTHER_IDS
    assert {id_: counts[id_] for id_ in topics | {"solution"} if counts[id_] < 4} == {}
    assert counts["-"] >= 8


@pytest.mark.parametrize("name", CAST)
def test_a_listener_who_draws_him_out_is_beside_him(name: str) -> None:
    found, content = read(name)
    lines = (found.path.parent / f"{content.id}.listener.txt").read_text(encoding="utf-8").splitlines()
    turns = [line for line in lines if line.strip() and not line.startswith("#")]
    assert any(turn.startswith("(silence ") for turn in turns)
    assert sum(not turn.startswith("(") for turn in turns) >= 12


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_a_case_loads_and_briefs_the_manager_in_a_minute(path: Path) -> None:
    case, findings = read_case(path)
    assert findings == ()
    assert case is not None
    assert path.name == f"{case.id}.{case.language}.yaml"
    assert 50 <= len(case.briefing.split()) <= 130
    assert case.goal_hint

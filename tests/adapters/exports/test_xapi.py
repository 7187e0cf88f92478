from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import tincan
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.exports.xapi_rules import faults
from tests.fakes.kept import EMPTY, SHORT, TYPED, says, words
from tests.fakes.sessions import transcript
from voicecoach.adapters.coach_files import find_coach
from voicecoach.adapters.exports.xapi import BASE, as_xapi
from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.coach import CoachAct
from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import CoachSpoke, FeltAnswered, SessionEnded, SessionStarted, TurnRecognised
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level


def read(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)
    return found


@pytest.mark.parametrize("session", [SHORT, EMPTY, TYPED])
def test_every_statement_is_valid(session: Session) -> None:
    assert [fault for statement in read(as_xapi(session)) for fault in faults(statement)] == []


@given(words, words, st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_every_statement_is_valid_whatever_was_said_and_whatever_things_are_called(
    coach: str, coachee: str, name: str
) -> None:
    session = says(coach, coachee, name)
    persona = replace(session.head.persona, id=name, case=replace(session.head.persona.case, id=name))
    named = replace(session, head=replace(session.head, id=name, persona=persona))
    assert [fault for statement in read(as_xapi(named)) for fault in faults(statement)] == []


@pytest.mark.parametrize("session", [SHORT, EMPTY, TYPED])
def test_the_statements_are_read_by_tincan(session: Session) -> None:
    for statement in read(as_xapi(session)):
        found = tincan.Statement.from_json(json.dumps(statement))
        assert (str(found.id), found.verb.id, found.object.id) == (
            statement["id"],
            statement["verb"]["id"],
            statement["object"]["id"],
        )
        assert found.timestamp.isoformat(timespec="milliseconds") == statement["timestamp"]
        assert found.actor.account.name == statement["actor"]["account"]["name"]


def test_the_talk_is_told_from_its_beginning_through_each_turn_to_its_end() -> None:
    told = read(as_xapi(SHORT))
    assert [(s["verb"]["display"]["en"], s["timestamp"][11:]) for s in told] == [
        ("initialized", "18:26:05.000+01:00"),
        ("responded", "18:26:08.000+01:00"),
        ("responded", "18:26:14.000+01:00"),
        ("terminated", "18:26:31.000+01:00"),
    ]
    result = told[2]["result"]
    assert (result["response"], result["duration"]) == ("Ik zou gewoon bellen.", "PT1.00S")
    assert result["extensions"][f"{BASE}/extensions/openness"] == {"before": 26, "after": 18}
    assert told[3]["result"]["completion"] is True
    assert told[3]["result"]["extensions"][f"{BASE}/extensions/ending"] == "stopped"


def test_a_corrected_move_is_told_as_what_it_was() -> None:
    session = replace(SHORT, corrections=(Correction(2, 1, MoveKind.REFLECTION),))
    extensions = read(as_xapi(session))[2]["result"]["extensions"]
    assert extensions[f"{BASE}/extensions/moves"][0]["kind"] == "reflection"


def test_statements_keep_their_ids_so_that_a_store_keeps_them_once() -> None:
    assert as_xapi(SHORT) == as_xapi(SHORT)
    ids = [statement["id"] for session in (SHORT, TYPED) for statement in read(as_xapi(session))]
    assert len(set(ids)) == len(ids)


def test_nobodys_name_is_in_a_statement_but_the_pseudonym_asked_for() -> None:
    assert {s["actor"]["account"]["name"] for s in read(as_xapi(SHORT, "team-3"))} == {"team-3"}
    assert {s["actor"]["account"]["homePage"] for s in read(as_xapi(SHORT))} == {BASE}


def test_a_session_that_broke_off_was_not_completed() -> None:
    cut = replace(SHORT, events=SHORT.events[:-1])
    assert read(as_xapi(cut))[-1]["result"]["completion"] is False


def test_a_session_without_a_date_is_refused() -> None:
    with pytest.raises(SessionError, match="started_at is no date: 'gisteren'"):
        as_xapi(replace(SHORT, head=replace(SHORT.head, started_at="gisteren")))


def test_the_rules_find_what_is_wrong() -> None:
    whole = read(as_xapi(SHORT))[1]
    wrong: list[dict[str, Any]] = [
        {**whole, "id": "x"},
        {**whole, "extra": 1},
        {**whole, "verb": {"id": "no iri"}},
        {**whole, "actor": {"objectType": "Agent"}},
        {**whole, "result": {"duration": "26 s"}},
        {**whole, "result": {"response": None}},
        {**whole, "timestamp": "2026-11-23T18:26:05"},
    ]
    assert all(faults(statement) for statement in wrong)


def test_in_the_swapped_chair_the_manager_answers_the_coach_and_no_openness_is_told() -> None:
    head = replace(SHORT.head, coach=find_coach("listening", "nl"))
    events = (
        SessionStarted(0, PersonaState(22)),
        TurnRecognised(3000, 1, transcript("De klanten kopen niet.")),
        CoachSpoke(3100, 1, CoachAct.OPEN, Reply("Wat maakt dat?", ReplyKind.REACTION, Level.CLOSED), "", "seller"),
        TurnRecognised(9000, 2, transcript("Geen idee.")),
        FeltAnswered(9100, 2, 1, "Hoe voelde het?", "Geen idee."),
        SessionEnded(9900, "farewell"),
    )
    told = read(as_xapi(replace(SHORT, head=head, events=events)))
    assert [fault for statement in told for fault in faults(statement)] == []
    assert [s["result"].get("response") for s in told[1:]] == ["De klanten kopen niet.", None]
    assert told[1]["object"]["id"] == f"{BASE}/coaches/listening"
    assert told[0]["actor"]["account"]["name"].startswith("seller-")
    extensions = told[2]["result"]["extensions"]
    assert extensions[f"{BASE}/extensions/solution-from"] == "seller"
    assert extensions[f"{BASE}/extensions/felt"] == [{"number": 1, "answer": "Geen idee."}]
    assert f"{BASE}/extensions/openness" not in extensions

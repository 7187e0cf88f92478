from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given

from tests.fakes.kept import EMPTY, SHORT, TYPED, says, words
from voicecoach.adapters.coach_files import find_coach
from voicecoach.adapters.exports.tables import as_csv, as_jsonl
from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.moves import MoveKind


def rows(session: Session) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(session), newline="")))


def test_the_table_has_a_row_for_each_thing_said_and_its_figures() -> None:
    told = rows(SHORT)
    assert [(row["turn"], row["side"], row["start_s"], row["text"]) for row in told[:3]] == [
        ("1", "coach", "1.0", "Wat maakt dat het anders liep?"),
        ("1", "coachee", "3.5", "De offertes blijven liggen."),
        ("2", "coach", "8.0", "Ik zou gewoon bellen."),
    ]
    assert told[2]["moves"] == "advice"
    assert (told[2]["openness_before"], told[2]["openness_after"], told[2]["reason"]) == ("26", "18", "reden 2")
    assert (told[2]["assumption_free"], told[2]["interrupted"], told[2]["wait_s"]) == ("no", "yes", "0.5")
    assert told[4]["not_understood"] == "low_confidence"
    assert (told[6]["silence_s"], told[6]["openness_after"]) == ("4.2", "21")


def test_corrected_moves_are_counted_and_shown_as_what_they_were() -> None:
    session = replace(SHORT, corrections=(Correction(2, 1, MoveKind.REFLECTION),))
    assert [(row["moves"], row["corrected"]) for row in rows(session) if row["side"] == "coach"] == [
        ("open_question", "0"),
        ("reflection", "1"),
        ("", "0"),
    ]


def test_lines_of_json_hold_the_same_rows_with_whole_moves() -> None:
    told = [json.loads(line) for line in as_jsonl(SHORT).splitlines()]
    assert [(row["turn"], row["side"]) for row in told] == [(int(r["turn"]), r["side"]) for r in rows(SHORT)]
    assert told[2]["moves"] == [
        {
            "kind": "advice",
            "probability": 0.9,
            "is_certain": True,
            "text": "Ik ",
            "follows_up": False,
            "takes_up": "",
            "cues": [],
        }
    ]
    assert told[0]["openness_after"] == 26


@pytest.mark.parametrize(("session", "count"), [(EMPTY, 0), (TYPED, 3)])
def test_a_session_without_sound_or_words_has_its_rows(session: Session, count: int) -> None:
    assert len(rows(session)) == count
    assert len(as_jsonl(session).splitlines()) == count


@pytest.mark.parametrize("said", ["=1+1", "+31 6", "-ja", "@jan"])
def test_a_spreadsheet_never_reckons_with_what_was_said(said: str) -> None:
    assert rows(says(said, "Ja."))[0]["text"] == f"'{said}"


@given(words, words)
def test_whatever_was_said_comes_back_as_it_was(coach: str, coachee: str) -> None:
    session = says(coach, coachee)
    plain = [" ".join(text.split()) for text in (coach, coachee)]
    told = [json.loads(line) for line in as_jsonl(session).split("\n")[:-1]]
    assert {row["text"] for row in told if row["side"] == "coach"} == {plain[0]}
    assert {row["text"] for row in told if row["side"] == "coachee"} <= {plain[1]}
    assert [row["text"].removeprefix("'") for row in rows(session)] == [row["text"].removeprefix("'") for row in told]


def test_with_the_chairs_swapped_the_machine_is_the_coach_and_the_manager_the_seller() -> None:
    session = says("de klanten kopen niet", "wat maakt dat")
    swapped = replace(session, head=replace(session.head, coach=find_coach("listening", "nl")))
    assert {(row["side"], row["speaker"].split()[0]) for row in rows(swapped)} == {
        ("coachee", "Mark"),
        ("coach", "Coach"),
    }

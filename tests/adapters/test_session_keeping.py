from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sessions import head, keep, short_round
from voicecoach.adapters.session_corrections import add_correction
from voicecoach.adapters.session_folder import AUDIO, EVENTS, HEAD, Session
from voicecoach.adapters.session_keeping import Anonymised, anonymise, started_before
from voicecoach.adapters.session_store import SessionStore
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.events import CoacheeResponded, SessionEvent, TurnRecognised
from voicecoach.domain.moves import MoveKind

NOON = datetime.fromisoformat("2026-11-24T12:00:00+01:00")


def _says(text: str) -> tuple[SessionEvent, ...]:
    """The short round with other words in its first turn."""
    log = list(short_round())
    words, answer = log[3], log[4]
    assert isinstance(words, TurnRecognised)
    assert isinstance(answer, CoacheeResponded)
    log[3] = replace(words, transcript=replace(words.transcript, text=text))
    log[4] = replace(answer, coach=replace(answer.coach, text=text))
    return tuple(log)


@pytest.fixture
def store(tmp_path: Path) -> SessionStore:
    return SessionStore(tmp_path)


def _kept(store: SessionStore, text: str = "Heb je met Piet gepraat?") -> Session:
    settings: dict[str, object] = {
        "microphone": "Headset van Anna",
        "loudspeaker": None,
        "minutes": 15,
        "model": r"C:\Users\Anna\base",
    }
    engines = {"voicecoach": "0.1.0", "speech model": "local folder /home/anna/my models/base", "hub": "org/base"}
    who = replace(head().persona, author="Anna de Boer")
    made = replace(head(), goal="Met Piet praten.", settings=settings, engines=engines, persona=who)
    log = store.create(made)
    for event in _says(text):
        log.append(event)
    log.record(np.zeros(16_000, dtype=np.float32), np.zeros(16_000, dtype=np.float32))
    log.close()
    (log.path / "report.html").write_text("Piet")
    return store.open(log.path.name)


def _everything(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


def test_sound_and_names_go_and_words_stay(store: SessionStore) -> None:
    session = _kept(store)
    assert anonymise(session) == Anonymised(("Piet",), (AUDIO, "report.html"), ())
    left = _everything(session.folder)
    assert not any(name in left for name in ("Piet", "piet", "Anna", "anna"))
    assert "Heb je met Xxxx gepraat?" in left
    again = store.open(session.folder.name)
    assert again.audio is None
    assert again.head.settings == {"microphone": None, "loudspeaker": None, "minutes": 15, "model": "base"}
    assert again.head.engines == {"voicecoach": "0.1.0", "speech model": "local folder base", "hub": "org/base"}
    assert again.goal == "Hij noemt zelf een volgende stap."
    assert again.head.goal == "Met Xxxx praten."


def test_doing_it_again_changes_nothing(store: SessionStore) -> None:
    session = _kept(store)
    anonymise(session)
    files = {path.name: path.read_bytes() for path in session.folder.iterdir()}
    assert anonymise(store.open(session.folder.name)) == Anonymised((), (), ())
    assert {path.name: path.read_bytes() for path in session.folder.iterdir()} == files


def test_names_that_stand_at_the_start_of_a_sentence_only_can_be_given(store: SessionStore) -> None:
    session = _kept(store, "Karel had gelijk.")
    assert anonymise(session, ["karel", "Niemand", ""]).names == ("Piet", "karel")
    assert "Karel" not in _everything(session.folder)


def test_files_that_are_not_ours_are_left_and_named(store: SessionStore) -> None:
    session = _kept(store)
    (session.folder / "notities.txt").write_text("van de trainer")
    add_correction(session.folder, Correction(2, 1, MoveKind.REFLECTION))
    assert anonymise(session).left == ("notities.txt",)
    assert store.open(session.folder.name).corrections == (Correction(2, 1, MoveKind.REFLECTION),)


def test_what_was_left_by_a_crash_is_finished_by_doing_it_again(store: SessionStore) -> None:
    session = _kept(store)
    whole = (session.folder / AUDIO).read_bytes()
    anonymise(session)
    (session.folder / AUDIO).write_bytes(whole)
    (session.folder / "events.jsonl.part").write_text("Piet")
    assert anonymise(store.open(session.folder.name)).removed == (AUDIO, "events.jsonl.part")


def _ids(found: Sequence[Session]) -> list[str]:
    return [session.head.id for session in found]


def test_sessions_are_old_by_when_they_began_whatever_their_time_zone(store: SessionStore) -> None:
    for started in ("2026-11-23T11:00:00+01:00", "2026-11-23T18:00:00+09:00", "2026-11-23T11:30:00+00:00"):
        keep(store, replace(head(), started_at=started))
    old, remarks = started_before(store.listing().sessions, NOON - timedelta(days=1))
    assert _ids(old) == ["20261123-110000-mark", "20261123-180000-mark"]
    assert remarks == ()


def test_a_session_without_a_date_is_named_and_never_old(store: SessionStore) -> None:
    folder = keep(store, head())
    raw = json.loads((folder / HEAD).read_text(encoding="utf-8"))
    (folder / HEAD).write_text(json.dumps({**raw, "started_at": "gisteren"}), encoding="utf-8")
    old, remarks = started_before(store.listing().sessions, NOON)
    assert old == ()
    assert remarks == (f"{folder / HEAD}: started_at is no date: 'gisteren'.",)
    assert (folder / EVENTS).is_file()

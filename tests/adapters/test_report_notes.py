"""Observers' notes find their turn in the report of one talk."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.sessions import head, keep, short_round
from voicecoach.adapters.html_report import render_report
from voicecoach.adapters.report_notes import notes_told
from voicecoach.adapters.session_folder import Session, read_session
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.events import CoacheeResponded


def _session(sessions: Path) -> Session:
    return read_session(keep(SessionStore(sessions), head("nl"), short_round()))


def _write(folder: Path, name: str, *lines: str) -> None:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_note_stands_at_the_turn_that_had_begun(tmp_path: Path) -> None:
    session = _session(tmp_path)
    first = next(event for event in session.events if isinstance(event, CoacheeResponded))
    at_s = first.at_ms // 1000
    _write(session.folder, "notes-anna.txt", f"00:{at_s:02} leunt achterover", "59:00 napraten")
    told = notes_told(session)
    assert [(note.observer, note.text) for note in told.by_turn[f"t{first.at_ms}"]] == [("anna", "leunt achterover")]
    assert [note.text for note in told.apart] == ["napraten"]
    page = render_report(session)
    assert "leunt achterover" in page
    assert "napraten" in page


def test_a_line_that_is_no_note_is_named_on_the_page(tmp_path: Path) -> None:
    session = _session(tmp_path)
    _write(session.folder, "notes.txt", "hij lacht")
    assert "notes.txt:1" in render_report(session)


def test_notes_around_a_session_are_its_own_only_where_it_lies_alone(tmp_path: Path) -> None:
    session = _session(tmp_path)
    _write(tmp_path, "notes.txt", "59:00 napraten")
    assert notes_told(session).apart
    _session(tmp_path)
    assert not notes_told(session).apart


def test_a_talk_without_notes_has_none(tmp_path: Path) -> None:
    told = notes_told(_session(tmp_path))
    assert (told.by_turn, told.apart, told.remarks) == ({}, [], ())

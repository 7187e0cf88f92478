from __future__ import annotations

from pathlib import Path

import pytest

from voicecoach.adapters.observer_files import read_notes
from voicecoach.debrief.observer_notes import ObserverNote


def test_a_line_is_a_time_and_a_note_and_other_lines_are_named_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "notes-bram.txt"
    path.write_text("# 00:10 voorbeeld\n\n02:15 leunt naar voren\nzomaar iets\n2:75 geen tijd\n", encoding="utf-8")
    notes, remarks = read_notes(tmp_path, ["Bram"])
    assert notes == (ObserverNote(135_000, "leunt naar voren", "Bram"),)
    assert [remark.split(": ")[0] for remark in remarks] == [f"{path}:4", f"{path}:5"]


@pytest.mark.parametrize(
    ("line", "at_ms"),
    [
        ("0:05 ja", 5000),
        ("  12:00   ja  ", 720_000),
        ("1:02:03 ja", 3_723_000),
        ("90:00 ja", 5_400_000),
        ("02.15 ja", 135_000),
        ("02:15 - ja", 135_000),
    ],
)
def test_times_may_be_written_as_people_write_them(tmp_path: Path, line: str, at_ms: int) -> None:
    (tmp_path / "notes.txt").write_text(line, encoding="utf-8")
    assert read_notes(tmp_path, [])[0] == (ObserverNote(at_ms, "ja"),)


@pytest.mark.parametrize("line", ["02:15", "02:15 ", "2 ja", "ja 02:15", ":15 ja", "02:15ja"])
def test_what_is_no_note_is_left_out(tmp_path: Path, line: str) -> None:
    (tmp_path / "notes.txt").write_text(line, encoding="utf-8")
    notes, remarks = read_notes(tmp_path, [])
    assert (notes, len(remarks)) == ((), 1)


def test_a_file_bears_its_observers_name(tmp_path: Path) -> None:
    for name in ("notes", "notes-zoe", "notes_gast"):
        (tmp_path / f"{name}.txt").write_text("0:01 x", encoding="utf-8")
    (tmp_path / "other.txt").write_text("0:01 x", encoding="utf-8")
    assert [note.observer for note in read_notes(tmp_path, ["Zoë"])[0]] == ["Zoë", "Zoë", "gast"]
    assert [note.observer for note in read_notes(tmp_path, ["Zoë", "Bram"])[0]] == ["Zoë", "", "gast"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_notes_come_from_any_editor(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "notes.txt").write_bytes("0:01 één zucht\r\n".encode(encoding))
    assert [note.text for note in read_notes(tmp_path, [])[0]] == ["één zucht"]


def test_bytes_that_are_no_text_never_crash(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "notes-dir.txt").mkdir()
    notes, remarks = read_notes(tmp_path, [])
    assert notes == ()
    assert any("cannot be read" in remark for remark in remarks)

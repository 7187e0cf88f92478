from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_folder import EVENTS, HEAD
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main

LATER = replace(head("en"), started_at="2026-11-24T09:00:00+01:00")


def _sessions(root: Path, *words: str) -> int:
    return main(["sessions", *words, "--sessions", str(root)])


def test_list_names_each_session_on_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(SessionStore(tmp_path), LATER)
    keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "20261123-182605-mark  2026-11-23 18:26  Mark  0:26  2 turns  openness 20 -> 21",
        "20261124-090000-mark  2026-11-24 09:00  Mark  0:26  2 turns  openness 20 -> 21",
    ]


def test_list_says_where_it_looked_when_there_is_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _sessions(tmp_path / "none", "list") == 0
    assert capsys.readouterr().out.startswith(f"No sessions in {tmp_path / 'none'}")


def test_list_names_a_damaged_session_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = keep(SessionStore(tmp_path), head())
    keep(SessionStore(tmp_path), LATER)
    (broken / HEAD).write_text("{")
    assert _sessions(tmp_path, "list") == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert f"damaged, skipped: {broken / HEAD}: " in err


def test_list_as_jsonl_is_one_object_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "list", "--jsonl") == 0
    (line,) = capsys.readouterr().out.splitlines()
    shown = json.loads(line)
    assert (shown["id"], shown["turns"], shown["openness"], shown["own_solution"]) == (
        "20261123-182605-mark",
        2,
        21,
        True,
    )


def test_show_tells_a_manager_in_his_language_how_it_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "show", "2026") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Mark · 0:26 · gestopt",
        "Uw doel: Hij noemt zelf een volgende stap.",
        "Openheid van Mark: van 20 naar 21 (van 100).",
        "U sprak 0:03 van de 0:11 dat er gesproken werd: 29%.",
        "Vragen: 1 open, 0 gesloten, 0 sturend. Doorgevraagd: 0 keer.",
        "Samengevat: 0 keer. Advies, aanname, oordeel of sturende vraag: 1 keer.",
        "Stilte na een antwoord: meestal 4,2 seconden.",
        'Opende het meest, 0:01: "Wat maakt dat het anders liep?" (+6: reden 1)',
        'Sloot het meest, 0:08: "Ik zou gewoon bellen." (-8: reden 2)',
        "Wie kwam als eerste met een oplossing: u.",
        "Niet verstaan: 1 keer.",
        str(folder),
    ]


def test_show_speaks_english_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "show", "2026", "--lang", "en") == 0
    assert "Silence after an answer: usually 4.2 seconds." in capsys.readouterr().out


def test_show_tells_what_a_crash_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head())
    (folder / EVENTS).write_bytes((folder / EVENTS).read_bytes()[:-5])
    assert _sessions(tmp_path, "show", folder.name) == 0
    out, err = capsys.readouterr()
    assert "afgebroken; alles tot hier is bewaard" in out
    assert "line 21: cut short by a crash" in err


def test_a_session_in_which_nothing_happened_can_be_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(SessionStore(tmp_path), head("en"), ())
    assert _sessions(tmp_path, "show", "2026") == 0
    assert "No turn of yours was understood; there is nothing to measure." in capsys.readouterr().out


@pytest.mark.parametrize("words", [("show",), ("delete",), ("show", "nothing"), ("delete", "nothing", "--yes")])
def test_a_session_that_is_not_there_is_one_clear_line(
    tmp_path: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _sessions(tmp_path, *words) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert "'voicecoach sessions list'" in err


def test_delete_takes_the_session_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "delete", "2026", "--yes") == 0
    assert not folder.exists()
    assert capsys.readouterr().out == f"Deleted {folder}\n"


def test_delete_without_a_yes_deletes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head())
    assert _sessions(tmp_path, "delete", "2026") == 2
    assert folder.exists()
    assert "Add --yes." in capsys.readouterr().err


def test_list_says_what_was_mended_in_a_session(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head())
    (folder / "corrections.jsonl").write_text("{}\n", encoding="utf-8")
    assert _sessions(tmp_path, "list") == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert f"{folder / 'corrections.jsonl'}, line 1" in err


def test_a_file_is_no_place_to_keep_sessions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    assert _sessions(tmp_path / "file", "list") == 2
    assert f"{tmp_path / 'file'}: is no folder." in capsys.readouterr().err

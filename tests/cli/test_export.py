from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_folder import EVENTS
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.export import FORMATS
from voicecoach.cli.main import main


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return keep(SessionStore(tmp_path / "sessions"), head())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_the_screen_or_to_a_file_the_same_each_time(
    kept: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(kept), "--to", name]) == 0
    shown = capsys.readouterr().out
    assert "Ik zou gewoon bellen." in shown
    out = tmp_path / "out"
    for _ in range(2):
        assert main(["export", str(kept), "--to", name, "--out", str(out)]) == 0
        assert out.read_text(encoding="utf-8-sig") == shown
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert capsys.readouterr().out == f"{out}\n" * 2


def test_a_table_in_a_file_says_to_spreadsheets_that_it_is_unicode(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert main(["export", str(kept), "--to", "csv", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfsession,")
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 7


def test_the_pseudonym_may_be_chosen(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(kept), "--to", "xapi", "--actor", "team-3"]) == 0
    actors = {each["actor"]["account"]["name"] for each in json.loads(capsys.readouterr().out)}
    assert actors == {"team-3"}
    assert main(["export", str(kept), "--to", "vtt", "--actor", "team-3"]) == 2


def test_what_a_crash_left_out_is_said_beside_the_export(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kept / EVENTS).write_bytes((kept / EVENTS).read_bytes()[:-5])
    assert main(["export", str(kept), "--to", "srt"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1\n00:00:01,000 --> 00:00:03,000\nCoach: ")
    assert "cut short by a crash" in err


def test_a_file_that_cannot_be_written_is_one_clear_line(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(kept), "--to", "srt", "--out", str(kept / "none" / "out.srt")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main


def test_report_writes_the_page_into_the_session_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(SessionStore(tmp_path), head())
    assert main(["report", "2026", "--sessions", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{folder / 'report.html'}\n"
    assert "Terugblik" in (folder / "report.html").read_text(encoding="utf-8")


def test_report_writes_the_page_where_it_is_told(tmp_path: Path) -> None:
    folder = keep(SessionStore(tmp_path), head("en"))
    assert main(["report", str(folder), "--out", str(tmp_path / "talk.html")]) == 0
    assert "Looking back" in (tmp_path / "talk.html").read_text(encoding="utf-8")
    assert not (folder / "report.html").exists()


@pytest.mark.parametrize("name", ["nothing", ""])
def test_report_of_a_session_that_is_not_there_is_one_clear_line(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", name, "--sessions", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_report_to_a_place_that_cannot_be_written_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = keep(SessionStore(tmp_path), head())
    assert main(["report", str(folder), "--out", str(tmp_path / "none" / "talk.html")]) == 2
    assert "cannot be written" in capsys.readouterr().err

"""A quarter of an hour, both sides recorded, fits the promise of the page: two seconds, eight megabytes."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from tests.fakes.recorded import keep_recorded
from voicecoach.adapters.html_report import write_report
from voicecoach.adapters.session_folder import read_session
from voicecoach.wiring.engines import load_persona


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keep_recorded(tmp_path_factory.mktemp("sessions"), load_persona("joris"))


def test_a_quarter_of_an_hour_makes_a_page_under_eight_megabytes(folder: Path, tmp_path: Path) -> None:
    write_report(read_session(folder), tmp_path / "report.html")
    megabytes = (tmp_path / "report.html").stat().st_size / 1e6
    assert 3 < megabytes < 8


def test_its_page_takes_under_two_seconds_of_work(folder: Path, tmp_path: Path) -> None:
    write_report(read_session(folder), tmp_path / "warm.html")
    began = process_time()
    write_report(read_session(folder), tmp_path / "report.html")
    assert process_time() - began < 2

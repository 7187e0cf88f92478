"""A quarter of an hour, both sides recorded, fits the promise of the page: some seconds, eight megabytes."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

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


def test_its_page_takes_seconds_at_most(folder: Path, tmp_path: Path) -> None:
    took_s = []
    for attempt in range(3):
        began = monotonic()
        write_report(read_session(folder), tmp_path / f"report{attempt}.html")
        took_s.append(monotonic() - began)
    # Two seconds are promised, and `benchmarks report` measures them; tests may run on a machine half as fast and busy.
    assert min(took_s) < 5

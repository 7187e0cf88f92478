"""How long the report of one round takes: `voicecoach report` on a recorded quarter of an hour, in its own process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.fakes.crowd import ROUND_MS
from tests.fakes.recorded import keep_recorded
from voicecoach.wiring.engines import load_persona

_ROUNDS_MS, _TIMES = (ROUND_MS, 3 * ROUND_MS), 5


def run() -> str:
    """Return a table: how long the round was, the median and the slowest wall time of five runs, the page's size."""
    lines = ["| round | median s | slowest s | page |", "|---|---|---|---|"]
    for round_ms in _ROUNDS_MS:
        with TemporaryDirectory() as folder:
            session = keep_recorded(Path(folder), load_persona("joris"), round_ms)
            page = Path(folder) / "report.html"
            times = [_seconds(session, page) for _ in range(_TIMES)]
            megabytes = page.stat().st_size / 1e6
        lines.append(f"| {round_ms // 60_000} min | {median(times):.2f} | {max(times):.2f} | {megabytes:.1f} MB |")
    return "\n".join(lines)


def _seconds(session: Path, page: Path) -> float:
    command = [sys.executable, "-m", "voicecoach", "report", str(session), "--out", str(page)]
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began

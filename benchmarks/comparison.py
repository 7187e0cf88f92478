"""How long the comparison of a group takes: `voicecoach compare` on synthetic rounds, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.fakes.crowd import ROUND_MS, keep_crowd
from voicecoach.wiring.engines import load_persona

_SIZES, _TIMES = (10, 40), 5


def run() -> str:
    """Return a table: sessions of a quarter of an hour, the median wall time of five runs, and the page's size."""
    lines = ["| sessions | events | seconds | page |", "|---|---|---|---|"]
    for count in _SIZES:
        with TemporaryDirectory() as folder:
            root = Path(folder) / "group"
            keep_crowd(root, load_persona("joris"), count)
            events = sum(path.read_bytes().count(b"\n") for path in root.rglob("events.jsonl"))
            seconds = median(_seconds(root) for _ in range(_TIMES))
            page_kb = (root / "comparison.html").stat().st_size / 1024
            lines.append(f"| {count} of {ROUND_MS // 60_000} min | {events} | {seconds:.2f} | {page_kb:.0f} KB |")
    return "\n".join(lines)


def _seconds(root: Path) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, "-m", "voicecoach", "compare", str(root)], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - began

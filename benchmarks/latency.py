"""From the coach's last sound to the coachee's first, on the fixtures, at the pace of the clock."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import true_loop
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.audio import Language
from voicecoach.domain.events import CoacheeResponded, ReplyStarted, SessionEvent, TurnHeard
from voicecoach.runtime.view import NoView
from voicecoach.wiring.engines import load_persona
from voicecoach.wiring.practice import PracticeSettings, build_practice
from voicecoach.wiring.shipped import default_persona, round_recordings

COLUMNS = ("end of turn", "words", "moves+reply", "voice", "decision to first sample", "speech to first sample")


def run(recordings: dict[Language, tuple[Path, ...]] | None = None) -> str:
    """Return a table with the median and 95th percentile of each step, in milliseconds, by language."""
    lines = [f"{'':4}{'turns':>6}" + "".join(f"{c:>26}" for c in COLUMNS)]
    for language in ("nl", "en"):
        rows = answers(_events(language, (recordings or {}).get(language) or round_recordings(language)))
        cells = [f"{statistics.median(c):>15.0f} / p95 {_p95(c):>5.0f}" for c in zip(*rows, strict=True)]
        lines.append(f"{language:4}{len(rows):>6}" + "".join(cells))
    return "\n".join([*lines, "", true_loop.run()])


def answers(events: Sequence[SessionEvent]) -> list[tuple[int, ...]]:
    """Return a row of COLUMNS for each turn that was answered aloud."""
    heard: dict[int, TurnHeard] = {}
    responded: dict[int, CoacheeResponded] = {}
    rows: list[tuple[int, ...]] = []
    for event in events:
        match event:
            case TurnHeard(turn=turn):
                heard[turn] = event
            case CoacheeResponded(turn=turn):
                responded[turn] = event
            case ReplyStarted(at_ms, turn) if turn in heard and turn in responded:
                turn_heard, took = heard.pop(turn), responded[turn].took
                if took is not None:
                    decided = turn_heard.at_ms - turn_heard.span.end_ms
                    after = at_ms - turn_heard.at_ms
                    rows.append((decided, took.words_ms, took.reply_ms, took.voice_ms, after, decided + after))
            case _:
                pass
    return rows


def _events(language: Language, recordings: tuple[Path, ...]) -> Sequence[SessionEvent]:
    with tempfile.TemporaryDirectory() as folder:
        name = default_persona(language)
        settings = PracticeSettings(name, recordings, play=False, sessions=Path(folder))
        practice = build_practice(settings, load_persona(name), NoView())
        try:
            practice.run()
        finally:
            practice.close()
        return SessionStore(Path(folder)).open(str(practice.folder.path)).events


def _p95(values: Sequence[int]) -> float:
    return sorted(values)[min(len(values) - 1, round(0.95 * (len(values) - 1)))]

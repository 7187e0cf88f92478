"""A round over a virtual sound card: what a listener in the room would measure, and what the process costs."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.loop.practice_loop import PracticeLoop, percentile, practice_loop
from tests.loop.virtual_sound_card import VirtualSoundCard, missing_programs, virtual_sound_card
from voicecoach.domain.audio import Language
from voicecoach.wiring.shipped import default_persona, round_recordings

SILENT_SECONDS = 20


@dataclass(frozen=True, slots=True)
class LoopFigures:
    """What one language's round gave.

    delays_ms: last sound into the microphone to first sound out of the loudspeaker, a turn each.
    decided_ms: of that, from the decision that the turn was over to the first sample.
    ready_s: start of the process to the greeting's first sound. silence_percent: of one core, while nobody speaks.
    peak_mb: most memory the process held.
    """

    delays_ms: tuple[int, ...]
    decided_ms: tuple[int, ...]
    ready_s: float
    silence_percent: float
    peak_mb: float


def run() -> str:
    """Return the figures by language, or why there are none."""
    missing = missing_programs()
    if missing:
        return f"true loop: skipped, {', '.join(missing)} not found (apt install pulseaudio)"
    return "\n".join(_line(language, _measure(language)) for language in ("nl", "en"))


def _line(language: Language, found: LoopFigures) -> str:
    delays = found.delays_ms
    return (
        f"true loop, {language}: {len(delays)} turns, median {statistics.median(delays):.0f} ms, "
        f"p95 {percentile(delays, 0.95)} ms {list(delays)}; of that after the decision median "
        f"{statistics.median(found.decided_ms):.0f} ms {list(found.decided_ms)}; "
        f"greets {found.ready_s:.1f} s after the start; "
        f"silence {found.silence_percent:.1f} % of a core; at most {found.peak_mb:.0f} MB"
    )


def _measure(language: Language) -> LoopFigures:
    with tempfile.TemporaryDirectory() as folder, virtual_sound_card() as card:
        return _round(card, language, Path(folder))


def _round(card: VirtualSoundCard, language: Language, folder: Path) -> LoopFigures:
    began_s = time.monotonic()
    with practice_loop(card, default_persona(language), folder) as loop:
        greeted_ms = next(e["at_ms"] for e in loop.events() if e["type"] == "reply_started")
        ended_ms = next(e["at_ms"] for e in loop.events() if e["type"] == "reply_ended")
        ready_s = time.monotonic() - began_s - (ended_ms - greeted_ms) / 1000
        delays = tuple(loop.say(recording).delay_ms for recording in round_recordings(language))
        return LoopFigures(
            delays, _after_decision(loop.events()), ready_s, _silence_percent(loop), _peak_mb(loop.process.pid)
        )


def _after_decision(events: Sequence[Mapping[str, Any]]) -> tuple[int, ...]:
    decided = {event["turn"]: event["at_ms"] for event in events if event["type"] == "turn_heard"}
    started = {event["turn"]: event["at_ms"] for event in reversed(events) if event["type"] == "reply_started"}
    return tuple(started[turn] - at_ms for turn, at_ms in decided.items() if turn in started)


def _silence_percent(loop: PracticeLoop) -> float:
    """Mean over the whole seconds in which nothing happened: the coachee may break a long silence."""
    quiet: list[float] = []
    while len(quiet) < SILENT_SECONDS:
        before, used_s, began_s = len(loop.events()), _cpu_s(loop.process.pid), time.monotonic()
        time.sleep(1)
        used_s, took_s = _cpu_s(loop.process.pid) - used_s, time.monotonic() - began_s
        events = loop.events()
        if len(events) == before and events[-1]["type"] != "reply_started":
            quiet.append(100 * used_s / took_s)
    return statistics.mean(quiet)


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_mb(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM"))

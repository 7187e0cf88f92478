"""A round that is killed in the middle leaves all that was said, readable."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path

from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.events import CoacheeResponded, SessionEnded, TurnRecognised
from voicecoach.wiring.shipped import round_recordings

_LONGEST_S = 90


def test_after_kill_9_the_words_and_all_but_the_last_second_of_sound_are_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "voicecoach", "practice", "daniel", "--goal", "", "--no-play"]
    command += ["--sessions", str(tmp_path), "--audio", *map(str, round_recordings("en"))]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        killed_at_ms = _wait_for_second_answer(tmp_path, process)
        process.send_signal(signal.SIGKILL)
    session = SessionStore(tmp_path).open(next(tmp_path.iterdir()).name)
    kinds = [type(event) for event in session.events]
    assert kinds.count(TurnRecognised) >= 2
    assert kinds.count(CoacheeResponded) >= 2
    assert SessionEnded not in kinds
    assert session.audio is not None
    with wave.open(str(session.audio)) as recording:
        recorded_ms = 1000 * recording.getnframes() / recording.getframerate()
    assert recorded_ms >= killed_at_ms - 2_000  # the header is at most half a second older than the sound
    sound_bytes = session.audio.stat().st_size - 44
    assert sound_bytes / 4 / 16 >= killed_at_ms - 1_000


def _wait_for_second_answer(sessions: Path, process: subprocess.Popen[bytes]) -> int:
    """Return the session's clock at the second answer."""
    until = time.monotonic() + _LONGEST_S
    while time.monotonic() < until and process.poll() is None:
        for log in sessions.glob("*/events.jsonl"):
            events = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.endswith("}")]
            answers = [event["at_ms"] for event in events if event["type"] == "reply_started"]
            if len(answers) >= 3:  # the greeting is the first
                return int(answers[2])
        time.sleep(0.01)
    raise AssertionError(f"no second answer came; exit {process.poll()}")

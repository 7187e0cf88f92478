"""A whole round over a virtual sound card: recorded turns in at the microphone, answers out at the loudspeaker.

    file -> paplay -> mic_feed -> sounddevice -> voicecoach practice -> sounddevice -> speaker -> our recording

Both monitors are recorded with one clock, so that the time from the last sound of a turn to the first sound of its
answer is what a listener in the room would measure.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tests.loop.virtual_sound_card import VirtualSoundCard
from voicecoach.domain.audio import RATE_HZ, Samples

AUDIBLE = 0.02
_BYTES_A_SECOND = 2 * RATE_HZ


class Tap:
    """Records a monitor as it sounds; `samples[n]` sounded at monotonic second `started_s + n / 16000`."""

    def __init__(self, monitor: str, env: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            ["parec", f"--device={monitor}", "--rate=16000", "--channels=1", "--format=s16le", "--latency-msec=10"],
            env=dict(env),
            stdout=subprocess.PIPE,
        )
        self._sound = bytearray()
        self.started_s = float("inf")
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    @property
    def samples(self) -> Samples:
        """All sound so far, 16 kHz mono."""
        whole = bytes(self._sound[: len(self._sound) // 2 * 2])
        return np.frombuffer(whole, dtype="<i2").astype(np.float32) / np.float32(32768)

    def between(self, from_s: float, to_s: float) -> Samples:
        """The sound between two monotonic times."""
        first, last = (max(0, round((t - self.started_s) * RATE_HZ)) for t in (from_s, to_s))
        return self.samples[first:last]

    def stop(self) -> None:
        """End the recording."""
        self._process.terminate()
        self._process.wait(timeout=5)
        self._thread.join(timeout=5)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        while chunk := self._process.stdout.read1(640):  # type: ignore[attr-defined]  # a buffered reader has it
            self._sound += chunk
            self.started_s = min(self.started_s, time.monotonic() - len(self._sound) / _BYTES_A_SECOND)


@dataclass(frozen=True, slots=True, eq=False)
class HeardTurn:
    """A turn that was played and answered.

    number: as the session counts. answer: the loudspeaker's sound. delay_ms: last sound in to first sound out.
    """

    number: int
    answer: Samples
    delay_ms: int


class PracticeLoop:
    """A round as a child process on a virtual sound card; words: the command that begins it."""

    def __init__(self, card: VirtualSoundCard, sessions: Path, *words: str) -> None:
        self._card = card
        self._sessions = sessions
        self._earlier = set(sessions.iterdir())
        self.mic, self.speaker = Tap("mic_feed.monitor", card.env), Tap("speaker.monitor", card.env)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "voicecoach", *words, "--sessions", str(sessions)],
            env={**card.env, "PYTHONWARNINGS": "default"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def events(self) -> list[dict[str, Any]]:
        """What the session has logged so far."""
        logs = [path for path in self._sessions.glob("*/events.jsonl") if path.parent not in self._earlier]
        return [json.loads(line) for line in logs[0].read_text().splitlines()] if logs else []

    def wait_for(self, type_: str, count: int, timeout_s: float = 40) -> dict[str, Any]:
        """Return the event that makes it so many of a type; fail with the output when it does not come."""
        until = time.monotonic() + timeout_s
        while time.monotonic() < until:
            found = [event for event in self.events() if event["type"] == type_]
            if len(found) >= count:
                return found[count - 1]
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"no {type_} number {count}; exit {self.process.poll()}:\n{''.join(self.output)}")

    def say(self, recording: Path) -> HeardTurn:
        """Play a turn into the microphone and wait until its answer has been heard to the end."""
        started, ended = (self._count(t) for t in ("reply_started", "reply_ended"))
        began_s = time.monotonic()
        self._card.play(recording).wait(timeout=30)
        number = self.wait_for("reply_started", started + 1)["turn"]
        self.wait_for("reply_ended", ended + 1)
        time.sleep(0.3)
        return self._timed(number, began_s)

    def finish(self, timeout_s: float = 20) -> int:
        """Wait for the exit status."""
        return self.process.wait(timeout=timeout_s)

    def close(self) -> None:
        """End whatever still runs."""
        self.process.kill()
        self.process.wait(timeout=10)
        self._reader.join(timeout=5)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.mic.stop()
        self.speaker.stop()

    def _count(self, type_: str) -> int:
        return sum(event["type"] == type_ for event in self.events())

    def _timed(self, number: int, began_s: float) -> HeardTurn:
        now_s = time.monotonic()
        said, answered = self.mic.between(began_s, now_s), self.speaker.between(began_s, now_s)
        last_in, out = np.flatnonzero(np.abs(said) > AUDIBLE)[-1], np.flatnonzero(np.abs(answered) > AUDIBLE)
        delay = round((out[0] - last_in) * 1000 / RATE_HZ)
        return HeardTurn(number, answered[max(0, out[0] - RATE_HZ // 4) : out[-1] + RATE_HZ // 4], delay)

    def _read(self) -> None:
        assert self.process.stdout is not None
        self.output.extend(self.process.stdout)


@contextlib.contextmanager
def practice_loop(card: VirtualSoundCard, persona: str, sessions: Path, *options: str) -> Iterator[PracticeLoop]:
    """Run a round that has greeted, and end it at the end of the block."""
    with running(PracticeLoop(card, sessions, "practice", persona, "--goal", "", *options)) as loop:
        yield loop


@contextlib.contextmanager
def running(loop: PracticeLoop) -> Iterator[PracticeLoop]:
    """Wait until he has said his first words, and end the round at the end of the block."""
    try:
        loop.wait_for("reply_ended", 1, timeout_s=60)
        yield loop
    finally:
        loop.close()


def percentile(values: Sequence[int], share: float) -> int:
    """Return the nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-len(ordered) * round(share * 100) // 100) - 1))]

"""Fakes of what makes and takes sound."""

from __future__ import annotations

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples, Sound
from voicecoach.domain.events import SessionEvent
from voicecoach.ports import PlayedSound


def tone(ms: int, height: float = 0.5) -> Sound:
    return Sound(np.full(ms * RATE_HZ // 1000, height, dtype=np.float32), RATE_HZ)


class LoudDetector:
    """Speech is what is loud."""

    def probability(self, frame: Samples) -> float:
        return 0.95 if float(np.abs(frame).max()) > 0.1 else 0.02

    def reset(self) -> None:
        pass


class FakeLog:
    def __init__(self) -> None:
        self.events: list[SessionEvent] = []
        self.coach: Samples = np.zeros(0, dtype=np.float32)
        self.coachee: Samples = np.zeros(0, dtype=np.float32)

    def append(self, event: SessionEvent) -> None:
        self.events.append(event)

    def record(self, coach: Samples, coachee: Samples) -> None:
        self.coach = np.concatenate([self.coach, coach])
        self.coachee = np.concatenate([self.coachee, coachee])

    def close(self) -> None:
        pass


class FakeLoudspeaker:
    """Plays only when the test says so."""

    def __init__(self) -> None:
        self.played: list[Sound] = []
        self.stops = 0
        self.first_ms: int | None = None
        self.is_playing = False

    def play(self, sound: Sound) -> None:
        self.played.append(sound)
        self.is_playing = True

    def stop(self) -> None:
        self.stops += 1
        self.is_playing = False
        self.first_ms = None

    def started_ms(self) -> int | None:
        return self.first_ms

    def drain_played(self) -> PlayedSound:
        return PlayedSound(0, np.zeros(0, dtype=np.float32))

    def close(self) -> None:
        pass

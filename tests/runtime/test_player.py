from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from tests.fakes.sessions import short_round
from voicecoach.adapters.clocks import SoundClock
from voicecoach.adapters.silent_loudspeaker import SilentLoudspeaker
from voicecoach.debrief.cues import Cue, cues_of
from voicecoach.debrief.timeline import timeline
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.runtime.player import Key, Player, Screen

CUES = cues_of(timeline(short_round()))
END_MS = 26_000


class Room:
    """Somebody at the keys: presses each at its time, on a clock that moves only while the player waits."""

    def __init__(self, *keys: tuple[int, Key]) -> None:
        """Take keys as `(2500, "pause")`: milliseconds on the clock of the room."""
        self.clock = SoundClock()
        self.now_ms = 0
        self.keys = sorted(keys)
        self.shown: list[tuple[int, Cue]] = []
        self.told: list[tuple[float, bool]] = []
        self.jumps = 0
        self.played: list[tuple[int, float]] = []

    def sound_from(self, at_ms: int, speed: float) -> Iterator[Samples]:
        self.played.append((at_ms, speed))
        for _ in range(round((END_MS - at_ms) / 100 / speed)):
            yield np.zeros(RATE_HZ // 10, dtype=np.float32)

    def wait(self, seconds: float) -> None:
        self.now_ms += round(seconds * 1000)
        self.clock.advance_to(self.now_ms)

    def pressed(self) -> Key | Literal[""]:
        return self.keys.pop(0)[1] if self.keys and self.keys[0][0] <= self.now_ms else ""

    def run(self, *, start_ms: int = 0, speed: float = 1.0) -> Room:
        def show(cue: Cue) -> None:
            self.shown.append((self.now_ms, cue))

        def jumped() -> None:
            self.jumps += 1

        def told(speed: float, is_paused: bool) -> None:
            self.told.append((round(speed, 2), is_paused))

        player = Player(SilentLoudspeaker(self.clock), self.sound_from, CUES)
        screen = Screen(show, jumped, told)
        player.run(screen, self.wait, self.pressed, start_ms=start_ms, speed=speed)
        return self

    def begun(self) -> list[tuple[int, int]]:
        """When which turn began to be shown, in room time."""
        return [(ms, cue.utterance.turn) for ms, cue in self.shown if cue.part == "begins"]


def test_untouched_it_plays_to_the_end_and_shows_everything_once() -> None:
    room = Room().run()
    assert [cue for _, cue in room.shown] == list(CUES)
    assert room.played == [(0, 1.0)]
    assert abs(room.now_ms - END_MS) <= 60


def test_a_pause_holds_everything_up_and_nothing_is_lost_or_shown_twice() -> None:
    room = Room((2000, "pause"), (7000, "pause")).run()
    assert [cue for _, cue in room.shown] == list(CUES)
    assert not [ms for ms, _ in room.shown if 2100 < ms < 7000]
    assert abs(room.now_ms - (END_MS + 5000)) <= 120
    assert room.told == [(1.0, True), (1.0, False)]


def test_faster_goes_on_from_where_it_was_at_a_quarter_more() -> None:
    room = Room((2000, "faster")).run()
    assert [cue for _, cue in room.shown] == list(CUES)
    (_, _), (at_ms, speed) = room.played
    assert (abs(at_ms - 2000) <= 40, speed) == (True, 1.25)
    tja = next(ms for ms, turn in room.begun() if turn == 2 and ms > 6000)
    assert abs(tja - (2000 + (8000 - 2000) / 1.25)) <= 60


def test_speed_stops_at_its_bounds() -> None:
    room = Room(*((n * 100, "slower") for n in range(1, 6))).run(start_ms=20_000)
    assert min(speed for _, speed in room.played) == 0.5
    room = Room(*((n * 100, "faster") for n in range(1, 10))).run(start_ms=10_000)
    assert max(speed for _, speed in room.played) == 4.0


def test_next_goes_to_the_next_turn_of_the_coach() -> None:
    room = Room((500, "next"), (600, "next"), (700, "next")).run()
    assert [at for at, _ in room.played] == [0, 1000, 8000, 12_000]
    assert [turn for ms, turn in room.begun() if ms >= 700] == [3, 3, 4]
    assert room.jumps == 3


def test_back_goes_to_the_beginning_of_this_turn_and_soon_after_it_to_the_one_before() -> None:
    assert [at for at, _ in Room((1800, "back")).run(start_ms=8000).played] == [8000, 8000]
    assert [at for at, _ in Room((400, "back")).run(start_ms=8000).played] == [8000, 1000]
    assert [at for at, _ in Room((400, "back")).run(start_ms=1000).played] == [1000, 0]


def test_next_on_the_last_turn_changes_nothing_of_what_is_shown() -> None:
    room = Room((500, "next")).run(start_ms=18_000)
    assert room.jumps == 0
    assert [cue for _, cue in room.shown] == [cue for cue in CUES if cue.utterance.span.start_ms >= 18_000]


def test_stop_ends_it_at_once_in_a_pause_too() -> None:
    assert Room((3000, "stop")).run().now_ms <= 3040
    room = Room((3000, "pause"), (4000, "stop")).run()
    assert room.now_ms <= 4080
    assert room.begun() == [(room.begun()[0][0], 1)]

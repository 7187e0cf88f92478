from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from tests.fakes.sessions import short_round
from voicecoach.adapters.clocks import SoundClock
from voicecoach.adapters.silent_loudspeaker import SilentLoudspeaker
from voicecoach.debrief.cues import Cue, cues_of
from voicecoach.debrief.timeline import timeline
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.runtime.playback import Playback

CUES = cues_of(timeline(short_round()))


class Listener:
    """A loudspeaker on a clock that moves only while somebody waits, and what was shown when."""

    def __init__(self) -> None:
        self.clock = SoundClock()
        self.now_s = 0.0
        self.loudspeaker = SilentLoudspeaker(self.clock)
        self.shown: list[tuple[int, Cue]] = []
        self.most_ahead_ms = 0.0
        self.handed_in_ms = 0.0

    def sound(self, seconds: float, speed: float = 1.0) -> Iterator[Samples]:
        for _ in range(round(seconds / speed * 10)):
            self.handed_in_ms += 100
            yield np.zeros(RATE_HZ // 10, dtype=np.float32)

    def wait(self, seconds: float) -> None:
        self.most_ahead_ms = max(self.most_ahead_ms, self.handed_in_ms - self.now_s * 1000)
        self.now_s += seconds
        self.clock.advance_to(round(self.now_s * 1000))

    def show(self, cue: Cue) -> None:
        self.shown.append((round(self.now_s * 1000), cue))


def played(seconds: float, *, start_ms: int = 0, speed: float = 1.0) -> Listener:
    listener = Listener()
    sound = listener.sound(seconds - start_ms / 1000, speed)
    cues = [cue for cue in CUES if cue.utterance.span.start_ms >= start_ms]
    playback = Playback(listener.loudspeaker, sound, cues, start_ms=start_ms, speed=speed)
    assert playback.run(listener.show, listener.wait, lambda: "") == ""
    return listener


@pytest.mark.parametrize("speed", [0.5, 1.0, 2.0])
def test_every_word_is_shown_as_it_is_heard(speed: float) -> None:
    listener = played(26, speed=speed)
    assert [cue for _, cue in listener.shown] == list(CUES)
    assert all(abs(shown_ms - cue.at_ms / speed) <= 30 for shown_ms, cue in listener.shown)


def test_a_jump_begins_with_the_turn_jumped_to() -> None:
    listener = played(26, start_ms=8000)
    assert listener.shown[0][1].utterance.text == "Ik zou gewoon bellen."
    assert listener.shown[0][0] <= 30
    assert {cue.utterance.turn for _, cue in listener.shown} == {2, 3, 4}


def test_sound_is_handed_in_a_second_or_two_ahead_and_not_all_at_once() -> None:
    assert 1000 <= played(26).most_ahead_ms <= 2000


def test_what_the_recording_lacks_is_shown_all_the_same() -> None:
    listener = played(5)
    assert [cue for _, cue in listener.shown] == list(CUES)


def test_a_recording_without_words_is_played_to_its_end() -> None:
    listener = Listener()
    Playback(listener.loudspeaker, listener.sound(3), ()).run(listener.show, listener.wait, lambda: "")
    assert listener.now_s == pytest.approx(3.0, abs=0.05)

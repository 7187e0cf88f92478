from __future__ import annotations

import numpy as np
import pytest

from voicecoach.adapters.clocks import SoundClock
from voicecoach.adapters.playing_queue import PlayingQueue
from voicecoach.adapters.resampling import at_rate
from voicecoach.adapters.silent_loudspeaker import SilentLoudspeaker
from voicecoach.domain.audio import RATE_HZ, Samples, Sound


def _tone(ms: int, rate_hz: int = RATE_HZ) -> Sound:
    time_s = np.arange(ms * rate_hz // 1000) / rate_hz
    return Sound((0.5 * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32), rate_hz)


def _ramp(count: int, start: int = 0) -> Samples:
    return np.arange(start, start + count, dtype=np.float32)


def test_a_silent_loudspeaker_takes_as_long_as_the_sound() -> None:
    clock = SoundClock()
    clock.advance_to(1000)
    speaker = SilentLoudspeaker(clock)
    speaker.play(_tone(300, 22_050))
    was_playing = []
    for at_ms in (1299, 1300):
        clock.advance_to(at_ms)
        was_playing.append(speaker.is_playing)
    assert was_playing == [True, False]
    assert speaker.started_ms() == 1000
    played = speaker.drain_played()
    assert played.at_ms == 1000
    assert len(played.samples) == 4800


def test_as_fast_as_possible_a_sound_is_over_at_once_and_still_recorded() -> None:
    speaker = SilentLoudspeaker(SoundClock(), as_fast_as_possible=True)
    speaker.play(_tone(200))
    speaker.play(_tone(100))
    assert not speaker.is_playing
    assert speaker.started_ms() is not None
    first, second = speaker.drain_played(), speaker.drain_played()
    assert (first.at_ms, len(first.samples)) == (0, 3200)
    assert (second.at_ms, len(second.samples)) == (200, 1600)


def test_what_was_cut_off_is_not_in_the_recording() -> None:
    clock = SoundClock()
    speaker = SilentLoudspeaker(clock)
    speaker.play(_tone(1000))
    clock.advance_to(250)
    speaker.stop()
    clock.advance_to(900)
    assert not speaker.is_playing
    assert speaker.started_ms() is None
    assert len(speaker.drain_played().samples) == 4000
    assert len(speaker.drain_played().samples) == 0


def test_a_second_piece_follows_without_a_gap() -> None:
    clock = SoundClock()
    speaker = SilentLoudspeaker(clock)
    speaker.play(_tone(100))
    clock.advance_to(50)
    speaker.play(_tone(100))
    clock.advance_to(500)
    played = speaker.drain_played()
    assert (played.at_ms, len(played.samples)) == (0, 3200)


def test_two_replies_are_recorded_at_their_own_times() -> None:
    clock = SoundClock()
    speaker = SilentLoudspeaker(clock)
    speaker.play(_tone(100))
    clock.advance_to(700)
    assert not speaker.is_playing
    speaker.play(_tone(100))
    assert speaker.started_ms() == 700
    clock.advance_to(900)
    assert [speaker.drain_played().at_ms for _ in range(2)] == [0, 700]


def test_a_device_at_another_rate_records_the_sixteen_kilohertz_that_match() -> None:
    queue = PlayingQueue(48_000)
    queue.add(_ramp(4800), _ramp(1600))
    drained = []
    for at_ms in range(0, 120, 10):
        assert len(queue.take(441, at_ms)) <= 441
        drained.append(queue.drain())
    kept = [part for part in drained if len(part.samples)]
    assert np.array_equal(np.concatenate([part.samples for part in kept]), _ramp(1600))


def test_parts_drained_while_playing_join_to_the_sample() -> None:
    queue = PlayingQueue(RATE_HZ)
    queue.add(_ramp(8000), _ramp(8000))
    timeline = np.full(9000, -1, dtype=np.float32)
    for number in range(40):
        queue.take(211, 20 + number * 13)
        at_ms, samples = queue.drain()
        timeline[at_ms * 16 : at_ms * 16 + len(samples)] = samples
    assert np.array_equal(timeline[320 : 320 + 8000], _ramp(8000))


def test_a_dry_queue_gives_nothing_and_the_next_piece_starts_anew() -> None:
    queue = PlayingQueue(RATE_HZ)
    assert len(queue.take(100, 0)) == 0
    queue.add(_ramp(50), _ramp(50))
    assert len(queue.take(100, 40)) == 50
    starts = [queue.started_ms]
    queue.add(_ramp(50), _ramp(50))
    starts.append(queue.started_ms)
    queue.take(100, 90)
    starts.append(queue.started_ms)
    assert starts == [40, None, 90]


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_resampling_keeps_the_length_and_the_tone(rate_hz: int) -> None:
    samples = at_rate(_tone(500, 22_050), rate_hz)
    assert abs(len(samples) - rate_hz // 2) <= 1
    spectrum = np.abs(np.fft.rfft(samples))
    assert int(np.argmax(spectrum)) * rate_hz / len(samples) == pytest.approx(440, abs=3)
    assert float(np.abs(samples).max()) == pytest.approx(0.5, abs=0.06)


def test_no_samples_stay_no_samples() -> None:
    assert len(at_rate(Sound(np.zeros(0, dtype=np.float32), 22_050), 48_000)) == 0

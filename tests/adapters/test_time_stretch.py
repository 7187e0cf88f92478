from __future__ import annotations

import numpy as np
import pytest

from voicecoach.adapters.time_stretch import stretched
from voicecoach.domain.audio import RATE_HZ, Samples


def tone(seconds: float, hz: int = 440) -> Samples:
    time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    samples: Samples = (0.3 * np.sin(2 * np.pi * hz * time)).astype(np.float32)
    return samples


def loudest_hz(samples: Samples) -> int:
    return int(np.abs(np.fft.rfft(samples[:RATE_HZ] * np.hanning(RATE_HZ))).argmax())


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.5, 2.0])
def test_speech_gets_faster_or_slower_and_keeps_its_pitch(speed: float) -> None:
    pieces = np.array_split(tone(8), 7)
    sound = np.concatenate(list(stretched(iter(pieces), speed)))
    assert len(sound) / RATE_HZ == pytest.approx(8 / speed, abs=0.05)
    assert loudest_hz(sound[RATE_HZ:]) == 440
    assert sound.dtype == np.float32


def test_at_its_own_pace_sound_is_left_as_it_is() -> None:
    pieces = np.array_split(tone(1), 3)
    assert np.array_equal(np.concatenate(list(stretched(iter(pieces), 1.0))), tone(1))


def test_no_sound_stays_no_sound() -> None:
    assert list(stretched(iter([np.zeros(0, dtype=np.float32)]), 2.0)) == []


@pytest.mark.parametrize("speed", [0.0, 0.4, 4.1, -1.0])
def test_a_speed_that_nobody_can_follow_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="speed lies in"):
        next(stretched(iter([tone(1)]), speed))

"""Microphones: recorded files and a sound card that the test plays into."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sound_card import FakeSoundCard
from voicecoach.adapters.file_microphone import FileMicrophone
from voicecoach.adapters.sound_card_microphone import SoundCardMicrophone
from voicecoach.adapters.sound_devices import list_devices
from voicecoach.domain.audio import Samples
from voicecoach.domain.errors import AudioFileError, DeviceError, DeviceLostError

DEVICES = [("HDA Intel: Analog", 2, 2, 48_000), ("USB Headset", 1, 2, 44_100), ("HDMI", 0, 8, 48_000)]


def _wav(path: Path, samples: int) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(np.full(samples, 8_192, dtype="<i2").tobytes())
    return path


class FakePace:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def sleep(self, seconds: float) -> None:
        self.now_s += seconds

    def monotonic(self) -> float:
        return self.now_s


def test_files_are_heard_one_after_the_other_with_silence_behind_each(tmp_path: Path) -> None:
    files = [_wav(tmp_path / "a.wav", 1_000), _wav(tmp_path / "b.wav", 2_000)]
    sound = np.concatenate(list(FileMicrophone(files, real_time=False, silence_between_ms=100).chunks()))
    expected = [0.25] * 1_000 + [0.0] * 1_600 + [0.25] * 2_000 + [0.0] * 1_600
    np.testing.assert_allclose(sound, expected, atol=1e-4)


def test_in_real_time_a_second_of_sound_takes_a_second(tmp_path: Path) -> None:
    pace = FakePace()
    file = _wav(tmp_path / "a.wav", 16_000)
    microphone = FileMicrophone([file], True, 0, sleep=pace.sleep, monotonic=pace.monotonic)
    assert microphone.is_live
    assert sum(len(chunk) for chunk in microphone.chunks()) == 16_000
    assert pace.now_s == pytest.approx(101.0)


def test_as_fast_as_possible_never_sleeps(tmp_path: Path) -> None:
    pace = FakePace()
    microphone = FileMicrophone([_wav(tmp_path / "a.wav", 16_000)], False, sleep=pace.sleep, monotonic=pace.monotonic)
    assert sum(len(chunk) for chunk in microphone.chunks()) == 16_000 + 40_000
    assert pace.now_s == 100.0


def test_a_bad_file_is_reported_when_its_turn_comes(tmp_path: Path) -> None:
    heard: Iterator[Samples] = FileMicrophone([_wav(tmp_path / "a.wav", 512), tmp_path / "none.wav"], False, 0).chunks()
    assert len(next(heard)) == 512
    with pytest.raises(AudioFileError, match=r"none\.wav"):
        next(heard)


def test_a_closed_file_microphone_ends(tmp_path: Path) -> None:
    microphone = FileMicrophone([_wav(tmp_path / "a.wav", 16_000)], False)
    heard = microphone.chunks()
    next(heard)
    microphone.close()
    microphone.close()
    assert list(heard) == []


@pytest.mark.parametrize(("device", "number"), [(None, 0), (1, 1), ("1", 1), ("headset", 1), ("USB Headset", 1)])
def test_a_device_is_found_by_number_and_by_name(device: str | int | None, number: int) -> None:
    card = FakeSoundCard(DEVICES)
    SoundCardMicrophone(device, card)
    assert card.opened["device"] == number
    assert card.opened["samplerate"] == DEVICES[number][3]


@pytest.mark.parametrize("device", ["headphone", 7, "HDMI"])
def test_an_unknown_device_is_refused_with_the_nearest_names(device: str | int) -> None:
    with pytest.raises(DeviceError, match=f"no microphone '{device}'.*USB Headset"):
        SoundCardMicrophone(device, FakeSoundCard(DEVICES))


def test_a_machine_without_a_microphone_says_so() -> None:
    with pytest.raises(DeviceError, match="no microphone on this machine"):
        SoundCardMicrophone(None, FakeSoundCard([("HDMI", 0, 8, 48_000)]))


def test_a_device_in_use_is_named() -> None:
    with pytest.raises(DeviceError, match=r"HDA Intel.*Device unavailable"):
        SoundCardMicrophone(None, FakeSoundCard(DEVICES, refuses=True))


def test_sound_at_the_devices_rate_comes_out_at_16_khz_without_seams() -> None:
    card = FakeSoundCard(DEVICES)
    microphone = SoundCardMicrophone(0, card)
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(48_000) / 48_000)
    for block in tone.reshape(50, 960):
        card.play(block.astype(np.float32))
    sound = np.concatenate(list(islice(microphone.chunks(), 50)))
    assert abs(len(sound) - 16_000) < 40
    expected = 0.5 * np.sin(2 * np.pi * 440 * np.arange(len(sound)) / 16_000)
    middle = slice(400, -400)
    assert np.corrcoef(sound[middle], expected[middle])[0, 1] > 0.999


def test_a_microphone_unplugged_is_lost() -> None:
    card = FakeSoundCard(DEVICES)
    microphone = SoundCardMicrophone("headset", card)
    card.play(np.zeros(882, dtype=np.float32))
    card.unplug()
    with pytest.raises(DeviceLostError, match="USB Headset"):
        list(microphone.chunks())


def test_a_microphone_that_stops_sending_is_lost() -> None:
    microphone = SoundCardMicrophone(None, FakeSoundCard(DEVICES), lost_after_s=0.01)
    with pytest.raises(DeviceLostError, match="HDA Intel"):
        list(microphone.chunks())


def test_a_closed_microphone_ends_and_is_closed_once() -> None:
    card = FakeSoundCard(DEVICES)
    microphone = SoundCardMicrophone(None, card)
    microphone.close()
    microphone.close()
    assert (list(microphone.chunks()), card.closed) == ([], 1)


def test_devices_are_listed_with_their_rates() -> None:
    devices = list_devices(FakeSoundCard(DEVICES))
    assert [(each.number, each.name, each.rate_hz) for each in devices] == [
        (0, "HDA Intel: Analog", 48_000),
        (1, "USB Headset", 44_100),
        (2, "HDMI", 48_000),
    ]
    assert [each.is_default_input for each in devices] == [True, False, False]

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from voicecoach.adapters.session_audio import StereoRecording, read_part, read_recording, recorded_frames
from voicecoach.domain.errors import SessionError


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    file = StereoRecording(tmp_path / "audio.wav")
    rising = np.linspace(0, 0.9, 40_000, dtype=np.float32)
    file.record(rising, -rising)
    file.close()
    return tmp_path / "audio.wav"


@pytest.mark.parametrize(("start", "frames"), [(0, 40_000), (123, 4567), (39_000, 5000), (50_000, 10), (0, 0)])
def test_a_part_is_what_the_whole_has_there(recording: Path, start: int, frames: int) -> None:
    whole, part = read_recording(recording), read_part(recording, start, frames)
    for all_of_it, some in zip(whole, part, strict=True):
        assert np.array_equal(all_of_it[start : start + frames], some)


def test_a_part_from_before_the_beginning_begins_there(recording: Path) -> None:
    coach, _ = read_part(recording, -100, 300)
    assert np.array_equal(coach, read_recording(recording)[0][:200])


def test_the_length_is_that_of_the_file_and_not_of_its_header(recording: Path) -> None:
    content = recording.read_bytes()
    recording.write_bytes(content[:44] + content[44:-8000])
    assert recorded_frames(recording) == 38_000


@pytest.mark.parametrize("content", [b"", b"RIFF", b"\0" * 100])
def test_what_is_no_recording_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "audio.wav"
    path.write_bytes(content)
    with pytest.raises(SessionError, match="not the recording of a session"):
        read_part(path, 0, 10)
    with pytest.raises(SessionError, match=r"none\.wav: cannot be read"):
        recorded_frames(tmp_path / "none.wav")


def test_sound_of_sixteen_bits_comes_back_to_the_last_bit(tmp_path: Path) -> None:
    every = (np.arange(-32768, 32768) / 32768).astype(np.float32)
    file = StereoRecording(tmp_path / "audio.wav")
    file.record(every, every[::-1])
    file.close()
    coach, coachee = read_recording(tmp_path / "audio.wav")
    assert np.array_equal(coach, every)
    assert np.array_equal(coachee, every[::-1])


def test_what_is_too_loud_is_cut_at_the_loudest_there_is(tmp_path: Path) -> None:
    file = StereoRecording(tmp_path / "audio.wav")
    file.record(np.array([1.0, 1.5, -3.0], dtype=np.float32), np.zeros(3, dtype=np.float32))
    file.close()
    coach, _ = read_recording(tmp_path / "audio.wav")
    assert coach.tolist() == [32767 / 32768, 32767 / 32768, -1.0]

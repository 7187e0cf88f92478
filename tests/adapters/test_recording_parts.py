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

"""The sound in a page is the recording: as long, on the same clock, and without a seam where its parts were joined."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
import pytest

from tests.fakes.recorded import keep_recorded
from voicecoach.adapters.page_sound import STRETCHES, packed_sound
from voicecoach.adapters.session_audio import read_part, recorded_frames
from voicecoach.adapters.session_folder import read_session
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.wiring.engines import load_persona


def recorded(root: Path, round_ms: int) -> tuple[Path, Samples]:
    """The recording of a round and its two sides, float32 [2, frames]."""
    recording = read_session(keep_recorded(root, load_persona("joris"), round_ms=round_ms)).audio
    assert recording is not None
    sides: Samples = np.stack(read_part(recording, 0, recorded_frames(recording)))
    return recording, sides


def heard(packed: bytes) -> Samples:
    with av.open(io.BytesIO(packed), "r") as container:
        sound: Samples = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    return sound


@pytest.mark.parametrize("round_ms", [90_000, 91_337])
def test_what_is_heard_is_what_was_recorded(tmp_path: Path, round_ms: int) -> None:
    recording, sides = recorded(tmp_path, round_ms)
    sound, frames = heard(packed_sound(recording)), sides.shape[1]
    assert abs(sound.shape[1] - frames) <= 1024
    whole = min(sound.shape[1], frames) // 1024 * 1024
    worst = np.abs(np.subtract(sound[:, :whole], sides[:, :whole])).reshape(2, -1, 1024).max(axis=(0, 2))
    seams = [number * frames // STRETCHES // 1024 + near for number in range(1, STRETCHES) for near in range(-2, 3)]
    assert worst[seams].max() <= 1.2 * np.quantile(worst, 0.99)


def test_a_recording_shorter_than_its_parts_is_packed_whole(tmp_path: Path) -> None:
    recording, _ = recorded(tmp_path, 100)
    assert abs(heard(packed_sound(recording)).shape[1] - RATE_HZ // 10) <= 1024

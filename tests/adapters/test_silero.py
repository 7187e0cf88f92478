"""Frame by frame gives what all at once gives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from voicecoach.adapters.silero import SileroDetector
from voicecoach.domain.audio import Samples
from voicecoach.domain.errors import ModelError


def _noise(frames: int, level: float = 0.1) -> Samples:
    noise = np.random.default_rng(1).standard_normal((frames, 512)) * level
    return noise.astype(np.float32)


def test_frame_by_frame_equals_faster_whispers_own_batch() -> None:
    from faster_whisper.vad import get_vad_model  # noqa: PLC0415

    frames = _noise(40)
    batch = frames.reshape(-1).copy()
    expected = get_vad_model()(batch).reshape(-1)
    detector = SileroDetector()
    # the batch call zeroes the last 64 samples of its array, so the last frame differs
    found = [detector.probability(frame) for frame in frames]
    np.testing.assert_allclose(found[:-1], expected[:-1], atol=1e-5)


def test_many_frames_at_once_are_the_same_frames_however_they_are_cut() -> None:
    frames = _noise(40)
    one_by_one, at_once = SileroDetector(), SileroDetector()
    found = np.concatenate([at_once.probabilities(part) for part in (frames[:7], frames[7:8], frames[8:])])
    np.testing.assert_allclose(found, [one_by_one.probability(frame) for frame in frames], atol=1e-5)


def test_silence_and_noise_are_no_speech() -> None:
    detector = SileroDetector()
    silence = np.zeros((60, 512), dtype=np.float32)
    assert max(detector.probability(frame) for frame in [*silence, *_noise(60)]) < 0.5


def test_after_a_reset_the_past_is_forgotten() -> None:
    detector = SileroDetector()
    first = [detector.probability(frame) for frame in _noise(5)]
    detector.reset()
    assert [detector.probability(frame) for frame in _noise(5)] == first


def test_a_frame_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="512"):
        SileroDetector().probability(np.zeros(480, dtype=np.float32))


def test_a_corrupt_model_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match=r"broken\.onnx is corrupt"):
        SileroDetector(tmp_path / "broken.onnx")


def test_a_missing_model_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.onnx is missing"):
        SileroDetector(tmp_path / "none.onnx")

"""Recordings of every kind become 16 kHz mono; what is no recording is said to be none."""

from __future__ import annotations

import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from voicecoach.adapters.audio_files import read_audio, stream_audio
from voicecoach.domain.audio import Samples
from voicecoach.domain.errors import AudioFileError


def _wav(path: Path, rate_hz: int, channels: int = 1, width: int = 2, seconds: float = 1.0) -> Path:
    """A 440 Hz tone at half of full scale."""
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(int(rate_hz * seconds)) / rate_hz)
    raw = (tone * 127 + 128).astype(np.uint8) if width == 1 else (tone * 32767).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate_hz)
        file.writeframes(np.repeat(raw, channels).tobytes())
    return path


def _encoded(path: Path, codec: str, rate_hz: int) -> Path:
    import av  # noqa: PLC0415

    tone = (0.5 * np.sin(2 * np.pi * 440 * np.arange(rate_hz) / rate_hz) * 32767).astype(np.int16)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=rate_hz, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone[np.newaxis], format="s16", layout="mono")
        frame.sample_rate = rate_hz
        resampler = av.AudioResampler(stream.format, "mono", rate_hz, frame_size=stream.frame_size or 1024)
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def _pitch_hz(samples: Samples) -> int:
    return int(np.argmax(np.abs(np.fft.rfft(samples[:16_000]))))


@pytest.mark.parametrize(
    ("rate_hz", "channels", "width"), [(16_000, 1, 2), (8_000, 1, 1), (44_100, 2, 2), (192_000, 2, 2)]
)
def test_any_wav_becomes_16_khz_mono(tmp_path: Path, rate_hz: int, channels: int, width: int) -> None:
    samples = read_audio(_wav(tmp_path / "a.wav", rate_hz, channels, width))
    assert samples.dtype == np.float32
    assert abs(len(samples) - 16_000) < 40
    assert _pitch_hz(samples) == 440
    assert 0.4 < np.abs(samples).max() < 0.6


@pytest.mark.parametrize(("name", "codec"), [("a.flac", "flac"), ("a.ogg", "libopus")])
def test_flac_and_ogg_are_read(tmp_path: Path, name: str, codec: str) -> None:
    samples = read_audio(_encoded(tmp_path / name, codec, 48_000))
    assert abs(len(samples) - 16_000) < 1_000
    assert abs(_pitch_hz(samples) - 440) <= 2


def test_a_long_recording_is_read_in_small_pieces(tmp_path: Path) -> None:
    pieces = [len(piece) for piece in stream_audio(_wav(tmp_path / "a.wav", 48_000, seconds=20))]
    assert abs(sum(pieces) - 20 * 16_000) < 40
    assert max(pieces) < 16_000


def _refusal(path: Path) -> str:
    with pytest.raises(AudioFileError) as refused:
        read_audio(path)
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "no such file" in _refusal(tmp_path / "a.wav")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "not a file" in _refusal(tmp_path)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    assert "0 bytes" in _refusal(tmp_path / "a.wav")


def test_text_called_wav_is_no_audio(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("this is not sound at all, " * 50)
    assert "no audio" in _refusal(tmp_path / "a.wav")


def test_a_header_without_sound_holds_no_sound(tmp_path: Path) -> None:
    assert "no sound" in _refusal(_wav(tmp_path / "a.wav", 16_000, seconds=0))


def test_a_header_cut_short_is_refused(tmp_path: Path) -> None:
    whole = _wav(tmp_path / "a.wav", 16_000).read_bytes()
    (tmp_path / "b.wav").write_bytes(whole[:20])
    _refusal(tmp_path / "b.wav")

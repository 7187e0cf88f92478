"""`voicecoach transcribe` as a user runs it."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import numpy as np
import pytest

from voicecoach.cli.main import main

SPEECH = Path(__file__).parents[3] / "shared" / "data" / "speech"
DUTCH = SPEECH / "nl_nathalie" / "nl_rhasspy_801.flac"
ENGLISH = SPEECH / "en_kathleen" / "arctic_b0456_1592528503.flac"
needs_speech = pytest.mark.skipif(not SPEECH.is_dir(), reason="the human speech is not part of the repository")


@pytest.fixture
def silence(tmp_path: Path) -> Path:
    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(np.zeros(16_000, dtype="<i2").tobytes())
    return path


def test_silence_gives_no_words_and_says_why(silence: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--lang", "nl", "--jsonl", str(silence)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["text"], found["doubt"], found["language"], found["audio_s"]) == ("", "no_speech", "nl", 1.0)
    assert {"file", "took_s", "avg_logprob", "window_s", "fell_back"} <= found.keys()


def test_one_bad_file_among_good_ones_is_reported_and_the_rest_is_done(
    silence: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["transcribe", "--lang", "en", "none.wav", str(silence)]) == 2
    out, err = capsys.readouterr()
    assert "none.wav: there is no such file" in err
    assert len(err.strip().splitlines()) == 1
    assert "not understood: no speech" in out


def test_a_model_that_is_nowhere_is_one_line_and_status_2(silence: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--model", "/nowhere/model", str(silence)]) == 2
    assert "/nowhere/model" in capsys.readouterr().err


@needs_speech
def test_the_language_is_found_out_when_not_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--jsonl", str(DUTCH), str(ENGLISH)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["language"] for each in found] == ["nl", "en"]
    assert found[0]["text"] == "Ze gaan er meer alcohol door drinken."


@needs_speech
def test_people_get_the_words_and_the_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--lang", "en", str(ENGLISH)]) == 0
    out = capsys.readouterr().out
    assert "He was an amphibian and a mountaineer." in out
    assert "10 s window" in out

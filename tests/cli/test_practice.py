"""`voicecoach practice` and `demo` as a user runs them, with the real models on the shipped recordings."""

from __future__ import annotations

import json
import shutil
import wave
from pathlib import Path

import numpy as np
import pytest

import audio_fixtures
from voicecoach.adapters.session_store import SessionStore
from voicecoach.adapters.speech_models import find_model
from voicecoach.cli.main import main
from voicecoach.debrief.replay import check_chain

FIXTURES = Path(audio_fixtures.__path__[0])
TURN = FIXTURES / "nl_round_2.flac"


def _practise(sessions: Path, *options: object) -> int:
    fixed = ("joris", "--fast", "--no-play", "--sessions", sessions)
    return main(["practice", *(str(o) for o in (*fixed, *options))])


def _events(sessions: Path) -> list[dict[str, object]]:
    folder = next(sessions.iterdir())
    return [json.loads(line) for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()]


def _refused(capsys: pytest.CaptureFixture[str], status: int) -> str:
    """The one line a mistake is told in."""
    error = capsys.readouterr().err.strip()
    assert status == 2
    assert len(error.splitlines()) == 1, error
    return error


def test_a_round_on_recorded_turns_leaves_a_session_that_hangs_together(tmp_path: Path) -> None:
    assert _practise(tmp_path, "--goal", "Alleen vragen stellen.", "--audio", TURN, FIXTURES / "nl_round_4.flac") == 0
    session = SessionStore(tmp_path).listing().sessions[0]
    assert check_chain(session.events) == ()
    types = [event.type for event in session.events]
    assert types.count("coachee_responded") == 2
    assert types[:2] == ["session_started", "goal_set"]
    assert types[-1] == "session_ended"
    with wave.open(str(next(tmp_path.iterdir()) / "audio.wav")) as file:
        assert (file.getnchannels(), file.getframerate()) == (2, 16000)
        sides = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").reshape(-1, 2)
    assert np.abs(sides).max(axis=0).min() > 1000


def test_no_audio_keeps_words_and_no_sound(tmp_path: Path) -> None:
    assert _practise(tmp_path, "--no-audio", "--audio", TURN) == 0
    assert not (next(tmp_path.iterdir()) / "audio.wav").exists()


@pytest.mark.parametrize("name", ["silence", "noise", "cough"])
def test_what_is_no_speech_is_no_turn(tmp_path: Path, name: str) -> None:
    assert _practise(tmp_path, "--audio", FIXTURES / f"{name}.flac") == 0
    assert not [e for e in _events(tmp_path) if e["type"] in {"turn_recognised", "coachee_responded"}]


def test_saying_stop_ends_the_round(tmp_path: Path) -> None:
    assert _practise(tmp_path, "--audio", FIXTURES / "nl_stop.flac", TURN) == 0
    assert _events(tmp_path)[-1]["why"] == "said_stop"


def test_openness_stays_hidden_unless_a_trainer_looks_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _practise(tmp_path / "a", "--audio", TURN)
    hidden = capsys.readouterr().out.split("joris")[0]
    _practise(tmp_path / "b", "--coach-view", "--audio", TURN)
    assert "openheid" not in hidden.split("Joris ·")[0]
    assert "openheid" in capsys.readouterr().out


def test_a_persona_that_is_not_there_gets_the_nearest_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = _refused(capsys, main(["practice", "jorris", "--sessions", str(tmp_path), "--audio", str(TURN)]))
    assert "jorris" in error
    assert "joris" in error.replace("jorris", "")


def test_a_recording_that_is_not_there_is_told_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "none.wav" in _refused(capsys, _practise(tmp_path / "s", "--audio", tmp_path / "none.wav"))
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize("content", [b"", b"RIFF\0\0\0\0WAVEfmt ", b"hello"])
def test_a_broken_recording_is_told(tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(content)
    assert "broken.wav" in _refused(capsys, _practise(tmp_path / "s", "--audio", broken))


def test_a_model_folder_with_a_file_cut_short_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    model = tmp_path / "model"
    shutil.copytree(find_model("auto").path, model)
    with (model / "model.bin").open("r+b") as file:
        file.truncate(1_000_000)
    assert "model.bin" in _refused(capsys, _practise(tmp_path / "s", "--model", model, "--audio", TURN))


def test_a_place_for_sessions_that_is_no_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "file"
    place.write_text("")
    assert str(place) in _refused(capsys, _practise(place / "sessions", "--audio", TURN))


def test_no_time_is_no_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--minutes" in _refused(capsys, _practise(tmp_path, "--minutes", 0, "--audio", TURN))


def test_the_demonstration_ends_with_a_summary_a_session_and_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--lang", "nl", "--sessions", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    folder = next(tmp_path.iterdir())
    assert str(folder) in out
    assert (folder / "report.html").stat().st_size > 10_000
    assert (folder / "audio.wav").stat().st_size > 1_000_000


def test_the_seed_of_the_plan_is_kept_with_the_session(tmp_path: Path) -> None:
    assert _practise(tmp_path, "--seed", 7, "--audio", TURN) == 0
    assert SessionStore(tmp_path).listing().sessions[0].head.seed == 7

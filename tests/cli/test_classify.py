"""`voicecoach classify` and `simulate` as a user runs them, with the real models."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from voicecoach.cli.classify import guess_language
from voicecoach.cli.main import main


def _classified(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *options: str
) -> list[Any]:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    assert main(["classify", *options]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_gets_one_object_with_its_moves(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = 'Wat maakt dat lastig?\n{"text": "You should call them.", "previous": ["I never call."]}\n\n'
    first, second, empty = _classified(lines, monkeypatch, capsys, "--jsonl")
    assert first["assumption_free"] is True
    assert first.keys() == {"text", "moves", "assumption_free", "certain"}
    assert second["moves"][0].keys() == {"kind", "probability", "start", "end", "follows_up", "cues"}
    assert second["moves"][0]["kind"] == "advice"
    assert empty["moves"] == []


def test_turns_on_the_command_line_follow_what_the_coachee_said_last(capsys: pytest.CaptureFixture[str]) -> None:
    turns = ("So you lie awake over it.", "What do you make of that?")
    assert main(["classify", "--lang", "en", "--previous", "I lie awake over it, most nights.", *turns]) == 0
    first, second = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [move["kind"] for move in first["moves"]] == ["reflection"]
    assert first["moves"][0]["follows_up"] is True
    assert [move["kind"] for move in second["moves"]] == ["open_question"]


def test_json_that_is_none_is_told_with_its_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('Wat nu?\n{"text": 3}\n'))
    assert main(["classify"]) == 2
    assert "line 2" in capsys.readouterr().err


def test_a_trainer_reads_it_in_his_own_terms(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Heb je al eens geprobeerd om eerder te beginnen?\n"))
    assert main(["classify", "--explain", "--lang", "nl"]) == 0
    out = capsys.readouterr().out
    assert "vraagvorm (OMA)" in out
    assert "niet aannamevrij" in out


@pytest.mark.parametrize(("text", "language"), [("hoe kijk je daar zelf naar", "nl"), ("how do you see that", "en")])
def test_the_language_is_told_apart_by_its_small_words(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_script_is_played_through_the_engine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "talk.txt"
    script.write_text("# proef\nHoe kijk je zelf terug op dit kwartaal?\n(silence 4)\n!Je moet gewoon meer bellen.\n")
    assert main(["simulate", "joris", "--script", str(script), "--jsonl"]) == 0
    asked, silence, told, summary = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert asked["openness_after"] > asked["openness_before"]
    assert asked["reply"]
    assert silence["openness_after"] >= silence["openness_before"]
    assert told["openness_after"] < told["openness_before"]
    assert told["interrupted"] is True
    assert summary["openness"] == told["openness_after"]
    assert summary["own_solution"] is False
    assert summary["disclosed"] == ["quarter"]


@pytest.mark.parametrize("content", ["", "(silence many)\n", "# only a comment\n"])
def test_a_script_that_is_none_is_told(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "talk.txt"
    script.write_text(content)
    assert main(["simulate", "joris", "--script", str(script)]) == 2
    assert "talk.txt" in capsys.readouterr().err

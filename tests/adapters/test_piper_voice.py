"""Piper by way of a stand-in for its program, which writes tones and reports them as Piper does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.piper_program import PROGRAM
from voicecoach.adapters.either_voice import EitherVoice
from voicecoach.adapters.piper_voice import PiperVoice, voice_for, voices_folder, voices_in
from voicecoach.domain.audio import Language, Sound
from voicecoach.domain.errors import VoiceError
from voicecoach.domain.persona import VoiceChoice

CHOICE = VoiceChoice("nl+m3", 150, 50)


@pytest.fixture
def voices(tmp_path: Path) -> dict[str, Path]:
    for name in ("nl_NL-mls-medium", "en_GB-alan-low", "nl_BE-nathalie-medium"):
        (tmp_path / f"{name}.onnx").touch()
        (tmp_path / f"{name}.onnx.json").touch()
    (tmp_path / "nl_NL-alone.onnx").touch()
    return voices_in(tmp_path)


@pytest.fixture
def piper(tmp_path: Path, voices: dict[str, Path]) -> Iterator[PiperVoice]:
    program = tmp_path / "piper.py"
    program.write_text(PROGRAM, encoding="utf-8")
    voice = PiperVoice(voices, (sys.executable, str(program)), timeout_s=20)
    yield voice
    voice.close()


def _length_s(pieces: Iterator[Sound]) -> float:
    return sum(len(piece.samples) / piece.rate_hz for piece in pieces)


def test_a_voice_counts_with_its_settings_beside_it_and_is_taken_by_name_else_by_language(
    voices: dict[str, Path],
) -> None:
    assert set(voices) == {"nl_NL-mls-medium", "en_GB-alan-low", "nl_BE-nathalie-medium"}
    named = VoiceChoice("nl_NL-mls-medium", 150, 50)
    assert voice_for(voices, named, "nl") == voices["nl_NL-mls-medium"]
    assert voice_for(voices, CHOICE, "nl") == voices["nl_BE-nathalie-medium"]
    assert voice_for({}, CHOICE, "nl") is None


def test_a_line_comes_out_as_long_as_it_is_and_slower_where_the_persona_is(piper: PiperVoice) -> None:
    line = "Dat heb ik nog met niemand besproken."
    normal = _length_s(piper.say(line, CHOICE, "nl"))
    slow = _length_s(piper.say(line, VoiceChoice("", 100, 50), "nl"))
    assert normal == pytest.approx(0.01 * len(line) + 0.0, abs=0.1)
    assert slow == pytest.approx(1.5 * normal, rel=0.1)


def test_what_was_cut_off_is_not_said_next_time(piper: PiperVoice) -> None:
    long = "Ja, dat klopt wel zo ongeveer. Ik heb het er eigenlijk nooit met iemand over gehad. En dat vind ik lastig."
    next(piper.say(long, CHOICE, "nl"))
    assert _length_s(piper.say("Nee.", CHOICE, "nl")) < 0.2


def test_empty_text_makes_no_sound(piper: PiperVoice) -> None:
    assert list(piper.say("...", CHOICE, "nl")) == []


def test_a_program_that_ends_is_told_and_started_again(piper: PiperVoice) -> None:
    with pytest.raises(VoiceError, match="Piper ended"):
        list(piper.say("burst", CHOICE, "nl"))
    assert _length_s(piper.say("Weer goed.", CHOICE, "nl")) > 0


def test_a_program_that_is_not_there_is_told(voices: dict[str, Path]) -> None:
    with pytest.raises(VoiceError, match="cannot be started"):
        list(PiperVoice(voices, ("no-such-piper",)).say("Ja.", CHOICE, "nl"))


class OwnVoice:
    """Says everything with one sample."""

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        del text, choice, language
        yield Sound(np.ones(1, dtype=np.float32), 16000)

    def close(self) -> None:
        """Nothing to let go."""


def test_a_language_without_a_piper_voice_is_spoken_by_the_machines_own(
    piper: PiperVoice, voices: dict[str, Path]
) -> None:
    del voices["en_GB-alan-low"]
    either = EitherVoice(piper, OwnVoice())
    assert len(next(either.say("Well.", CHOICE, "en")).samples) == 1
    assert len(next(either.say("Nou ja.", CHOICE, "nl")).samples) > 100
    either.close()


def test_the_folder_is_the_named_one_else_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VOICECOACH_VOICES", str(tmp_path))
    assert voices_folder() == tmp_path
    monkeypatch.delenv("VOICECOACH_VOICES")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert voices_folder() == tmp_path / "voicecoach" / "voices"
    assert voices_in(voices_folder()) == {}

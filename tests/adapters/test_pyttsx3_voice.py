from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice
from voicecoach.domain.errors import VoiceError
from voicecoach.domain.persona import VoiceChoice

DUTCH = VoiceChoice("nl+m3", words_per_minute=130)


@pytest.fixture(scope="module")
def voice() -> Iterator[Pyttsx3Voice]:
    voice = Pyttsx3Voice()
    try:
        voice.engine()
    except VoiceError as error:
        pytest.skip(f"no speech engine here: {error}")
    yield voice
    voice.close()


def _child(tmp_path: Path, script: str) -> tuple[str, ...]:
    path = tmp_path / "child.py"
    path.write_text(script)
    return (sys.executable, str(path))


def _seconds(voice: Pyttsx3Voice, text: str, choice: VoiceChoice = DUTCH) -> float:
    return sum(sound.duration_ms for sound in voice.say(text, choice, "nl")) / 1000


def test_a_reply_comes_in_pieces_that_start_with_sound(voice: Pyttsx3Voice) -> None:
    sounds = list(voice.say("Dat klopt wel. Ik bel te weinig klanten, en dat weet ik.", DUTCH, "nl"))
    assert len(sounds) == 2
    for sound in sounds:
        first_audible = int(np.argmax(np.abs(sound.samples) > 0.004)) / sound.rate_hz
        assert first_audible <= 0.01
        assert sound.duration_ms > 500


def test_nothing_to_say_gives_no_sound(voice: Pyttsx3Voice) -> None:
    assert list(voice.say(" ... ", DUTCH, "nl")) == []


def test_more_words_a_minute_take_less_time(voice: Pyttsx3Voice) -> None:
    line = "Ik heb gewoon te weinig goede leads gekregen."
    assert _seconds(voice, line, VoiceChoice("nl+m3", 220)) < 0.8 * _seconds(voice, line, VoiceChoice("nl+m3", 130))


def test_a_voice_that_is_not_here_still_speaks_the_language(voice: Pyttsx3Voice) -> None:
    line = "Goedemiddag allemaal."
    there, not_there = VoiceChoice("nl", 150), VoiceChoice("Xander (Premium)", 150)
    assert _seconds(voice, line, not_there) == pytest.approx(_seconds(voice, line, there), abs=0.05)


def test_a_line_broken_off_does_not_reach_the_next(voice: Pyttsx3Voice) -> None:
    broken_off = voice.say("Eerst dit. Dan nog een heel lange zin die niemand meer hoort te horen.", DUTCH, "nl")
    next(broken_off)
    alone = _seconds(voice, "Ja hoor.")
    assert 0.2 < alone < 1.5
    assert _seconds(voice, "Ja hoor.") == pytest.approx(alone, abs=0.02)


def test_no_file_of_what_was_said_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    voice = Pyttsx3Voice()
    try:
        next(voice.say("Dit blijft onder ons. En dit ook, denk ik zo.", DUTCH, "nl"))
    except VoiceError as error:
        pytest.skip(f"no speech engine here: {error}")
    finally:
        folders = list(tmp_path.iterdir())
        modes = {folder.stat().st_mode & 0o077 for folder in folders}
        voice.close()
    assert modes == {0}
    assert not any(tmp_path.iterdir())


def test_no_engine_names_its_one_cure(tmp_path: Path) -> None:
    child = _child(tmp_path, """print('{"error": "ModuleNotFoundError: espeakng_loader"}')""")
    voice = Pyttsx3Voice(child=child)
    with pytest.raises(VoiceError, match=r"pip install 'voicecoach\[espeak\]'"):
        voice.engine()
    voice.close()


def test_a_child_that_hangs_is_given_up(tmp_path: Path) -> None:
    child = _child(tmp_path, """print('{"ready": "x"}', flush=True)\nwhile True: input()""")
    voice = Pyttsx3Voice(timeout_s=1.0, child=child)
    with pytest.raises(VoiceError, match="did not finish"):
        list(voice.say("Hallo daar.", DUTCH, "nl"))
    voice.close()
    voice.close()


_DIES_ONCE = """
import json, pathlib, sys, wave
mark = pathlib.Path(__file__).with_suffix(".died")
print('{"ready": "x"}', flush=True)
for line in sys.stdin:
    if not mark.exists():
        mark.touch()
        sys.exit(3)
    order = json.loads(line)
    with wave.open(order["path"], "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(b"\\x00\\x40" * 1600)
    print(json.dumps({"id": order["id"], "path": order["path"]}), flush=True)
"""


def test_a_child_that_dies_is_started_again_and_the_line_is_said(tmp_path: Path) -> None:
    voice = Pyttsx3Voice(child=_child(tmp_path, _DIES_ONCE))
    sounds = list(voice.say("Hallo daar.", DUTCH, "nl"))
    voice.close()
    assert [sound.duration_ms for sound in sounds] == [100]


def test_a_child_that_keeps_dying_is_an_error_and_not_a_loop(tmp_path: Path) -> None:
    child = _child(tmp_path, """print('{"ready": "x"}', flush=True)\ninput()""")
    voice = Pyttsx3Voice(child=child)
    with pytest.raises(VoiceError, match="stopped in the middle"):
        list(voice.say("Hallo daar.", DUTCH, "nl"))
    voice.close()


def test_what_the_engine_prints_does_not_reach_the_answers(voice: Pyttsx3Voice) -> None:
    assert all(_seconds(voice, "Nog een keer.") > 0.2 for _ in range(3))

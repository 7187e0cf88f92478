"""The true loop: turns played into a virtual sound card, heard, answered, and the answer recorded and recognised."""

from __future__ import annotations

import statistics
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest

import audio_fixtures
from tests.loop.practice_loop import PracticeLoop, practice_loop
from tests.loop.virtual_sound_card import VirtualSoundCard
from voicecoach.adapters.audio_files import read_audio
from voicecoach.wiring.engines import build_transcriber

pytestmark = pytest.mark.loop
FIXTURES = Path(audio_fixtures.__path__[0])
PROMISED_MS = 1500
USUAL_WORK_MS = 500
"""Words, reply and voice on the machine of the promise (`benchmarks latency`); a slower one may take longer by that."""


def _likeness(one: str, other: str) -> float:
    """By letters: a short line of formant synthesis is heard in other words that sound the same."""
    return SequenceMatcher(None, one.lower(), other.lower()).ratio()


def _last(loop: PracticeLoop, type_: str) -> dict[str, object]:
    return [event for event in loop.events() if event["type"] == type_][-1]


def test_a_round_by_voice_is_heard_answered_in_time_and_understood(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    transcriber, _origin = build_transcriber("auto")
    with practice_loop(sound_card, "daniel", tmp_path) as loop:
        delays, allowed = [], []
        for name in ("en_round_2", "en_round_4", "en_round_7"):
            turn = loop.say(FIXTURES / f"{name}.flac")
            delays.append(turn.delay_ms)
            responded: Any = _last(loop, "coachee_responded")
            allowed.append(PROMISED_MS + max(0, sum(responded["took"].values()) - USUAL_WORK_MS))
            reply = str(responded["reply"]["text"])
            heard = transcriber.transcribe(turn.answer, "en").text
            assert _likeness(heard, reply) > 0.5, f"said {reply!r}, came out as {heard!r}"
        words = [str(e["transcript"]["text"]) for e in loop.events() if e["type"] == "turn_recognised"]
        assert _likeness(words[0], "How do you look back on this quarter?") > 0.6
        sound_card.play(FIXTURES / "en_stop.flac").wait(timeout=20)
        assert loop.finish() == 0, "".join(loop.output)
        assert _last(loop, "session_ended")["why"] == "said_stop"
    assert statistics.median(delays) <= statistics.median(allowed), (delays, allowed)
    folder = next(tmp_path.iterdir())
    assert len(read_audio(folder / "audio.wav")) > 16000


def test_speaking_while_he_speaks_stops_him_at_once(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    with practice_loop(sound_card, "daniel", tmp_path) as loop:
        sound_card.play(FIXTURES / "en_round_2.flac").wait(timeout=20)
        loop.wait_for("reply_started", 2)
        sound_card.play(FIXTURES / "en_advice.flac").wait(timeout=20)
        assert loop.wait_for("reply_ended", 2)["was_interrupted"]
        assert loop.wait_for("turn_heard", 2)["during_reply"]
        assert loop.wait_for("coachee_responded", 2)["coach"]["interrupted"]


def test_pulling_the_plug_ends_the_round_and_keeps_the_session(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    with practice_loop(sound_card, "daniel", tmp_path) as loop:
        loop.say(FIXTURES / "en_round_2.flac")
        sound_card.unplug()
        status = loop.finish(30)
        assert _last(loop, "session_ended")["why"] == "device_lost", "".join(loop.output)
        assert status == 2
        assert _last(loop, "device_lost")["device"] in {"microphone", "loudspeaker"}

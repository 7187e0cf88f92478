"""A moment of a kept talk, tried again by voice over a virtual sound card."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import audio_fixtures
from tests.loop.practice_loop import PracticeLoop, running
from tests.loop.virtual_sound_card import VirtualSoundCard

pytestmark = pytest.mark.loop
FIXTURES = Path(audio_fixtures.__path__[0])


def _kept(sessions: Path) -> Path:
    """A talk of two turns, recorded beforehand: a question, then a tip."""
    audio = [str(FIXTURES / f"{name}.flac") for name in ("en_round_2", "en_advice")]
    command = [sys.executable, "-m", "voicecoach", "practice", "daniel", "--sessions", str(sessions), "--goal", ""]
    subprocess.run([*command, "--fast", "--no-play", "--audio", *audio], check=True, capture_output=True, timeout=120)
    return next(sessions.iterdir())


def test_the_turn_after_which_he_closed_is_tried_again_with_a_question(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    first = _kept(tmp_path)
    events = [json.loads(line) for line in (first / "events.jsonl").read_text().splitlines()]
    question, tip = [event for event in events if event["type"] == "coachee_responded"]
    assert tip["change"]["after"] < tip["change"]["before"]
    with running(PracticeLoop(sound_card, tmp_path, "replay", first.name, "--from", "2")) as loop:
        opening = loop.events()[0]
        assert opening["state"]["openness"] == question["state"]["openness"]
        assert opening["greeting"]["text"] == question["reply"]["text"]
        loop.say(FIXTURES / "en_round_4.flac")
        sound_card.play(FIXTURES / "en_stop.flac").wait(timeout=20)
        assert loop.finish() == 0, "".join(loop.output)
        again = [event for event in loop.events() if event["type"] == "coachee_responded"]
    assert again[0]["change"]["before"] == question["change"]["after"]
    assert again[0]["change"]["after"] >= again[0]["change"]["before"]
    heads = [json.loads((folder / "session.json").read_text()) for folder in tmp_path.iterdir() if folder != first]
    assert [head["parent"] for head in heads] == [first.name]

"""The swapped chair by voice: coached over a virtual sound card, and asked aloud how it felt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import audio_fixtures
from tests.loop.practice_loop import practice_loop
from tests.loop.virtual_sound_card import VirtualSoundCard
from voicecoach.adapters.persona_names import shipped_folder

pytestmark = pytest.mark.loop
FIXTURES = Path(audio_fixtures.__path__[0])
TURNS = ("en_round_2", "en_round_4", "en_round_7", "en_round_2", "en_round_4", "en_round_7")


def _brief_coach(folder: Path) -> Path:
    """The advising coach, who gives the solution at once and presses it one time."""
    text = (shipped_folder() / "coaches" / "advising.en.yaml").read_text(encoding="utf-8")
    text = re.sub(r"^turns: \d+", "turns: 1", text, flags=re.MULTILINE)
    text = re.sub(r"( {2}press:\n {4}- .*\n)( {4}- .*\n)+", r"\1", text)
    path = folder / "brief.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_swapped_round_coaches_asks_how_it_felt_and_ends_by_itself(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    coach = str(_brief_coach(tmp_path))
    with practice_loop(sound_card, "daniel", sessions, "--swap", "--coach", coach) as loop:
        for name in TURNS:
            loop.say(FIXTURES / f"{name}.flac")
        assert loop.finish() == 0, "".join(loop.output)
        acts = [event["act"] for event in loop.events() if event["type"] == "coach_spoke"]
        felt = [(event["number"], event["by"]) for event in loop.events() if event["type"] == "felt_answered"]
        assert acts == ["solution", "press", "farewell"]
        assert felt == [(1, "voice"), (2, "voice"), (3, "voice")]
        assert loop.events()[-1]["why"] == "farewell"

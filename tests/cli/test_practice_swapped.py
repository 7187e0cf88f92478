"""`voicecoach practice --swap` as a user runs it, with the real models on the shipped recordings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import audio_fixtures
from tests.fakes.sessions import keep
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.session_store import SessionStore
from voicecoach.adapters.swap_page import render_swap_page
from voicecoach.cli.main import main
from voicecoach.debrief.swapped import swap_figures
from voicecoach.domain.events import CoachSpoke, FeltAnswered, SessionStarted, TurnRecognised
from voicecoach.domain.speech import Doubt, Transcript
from voicecoach.wiring.engines import load_persona
from voicecoach.wiring.swap import add_felt_answers, felt_left

FIXTURES = Path(audio_fixtures.__path__[0])
TURNS = [FIXTURES / f"nl_{name}.flac" for name in ("round_2", "advice", "round_4")]


def _swap(sessions: Path, *options: object, turns: int = 3) -> Session:
    fixed = ("joris", "--swap", "--fast", "--no-play", "--sessions", sessions, *options, "--audio", *TURNS[:turns])
    assert main(["practice", *map(str, fixed)]) == 0
    return SessionStore(sessions).listing().sessions[0]


def test_a_swapped_round_is_kept_with_its_coach_and_measured_without_openness(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = _swap(tmp_path)
    shown = capsys.readouterr().out
    assert "Uw rol: Joris" in shown
    assert session.head.coach is not None
    assert session.head.coach.style == "listening"
    assert isinstance(session.events[0], SessionStarted)
    assert sum(isinstance(event, CoachSpoke) for event in session.events) == 3
    assert main(["sessions", "list", "--sessions", str(tmp_path)]) == 0
    assert f"coached by {session.head.coach.name}" in capsys.readouterr().out


def test_two_coaches_come_side_by_side_on_one_page(tmp_path: Path) -> None:
    first, second = _swap(tmp_path / "a", turns=2), _swap(tmp_path / "b", "--coach", "advising", turns=3)
    page = tmp_path / "page.html"
    assert main(["report", str(first.folder), str(second.folder), "--out", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    for session in (first, second):
        assert session.head.coach is not None
        assert f"Het gesprek met {session.head.coach.name}" in text
    assert "de coach: “" in text
    assert "niet beantwoord" in text
    assert "http" not in text.replace("http://www.w3.org", "")


def test_answers_by_key_are_added_once_the_round_is_over(tmp_path: Path) -> None:
    session = _swap(tmp_path, "--by-key", turns=1)
    assert felt_left(session.folder) == (1, 2, 3)
    add_felt_answers(session.folder, {1: "Rustig.", 2: "", 3: "4"})
    assert felt_left(session.folder) == (2,)
    kept = SessionStore(tmp_path).listing().sessions[0]
    answers = [(e.number, e.answer, e.by) for e in kept.events if isinstance(e, FeltAnswered)]
    assert answers == [(1, "Rustig.", "key"), (3, "4", "key")]
    assert kept.remarks == ()


def test_the_card_can_be_printed_without_a_round(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["practice", "daniel", "--swap", "--card", "--sessions", str(tmp_path / "none")]) == 0
    card = capsys.readouterr().out
    assert "This you say to anybody" in card
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "options",
    [("--coach", "advising"), ("--card",), ("--by-key",), ("--swap", "--goal", "x"), ("--swap", "--coach", "sporty")],
)
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert main(["practice", "joris", *options, "--sessions", str(tmp_path), "--audio", str(TURNS[0])]) == 2
    assert not list(tmp_path.iterdir())


def test_other_commands_say_what_a_swapped_round_is_not_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(_swap(tmp_path, turns=1).folder)
    assert main(["replay", folder, "--verify"]) == 2
    assert main(["compare", folder]) == 2
    assert "swapped chair" in capsys.readouterr().err


def test_as_json_a_swapped_round_has_turns_and_shares_and_no_openness(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = _swap(tmp_path)
    capsys.readouterr()
    assert main(["sessions", "list", "--jsonl", "--sessions", str(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["turns"], told["openness"], told["openness_start"], told["coach"]) == (3, None, None, "listening")
    share = swap_figures(session.events).seller_share
    assert share is not None
    assert told["coach_share"] == pytest.approx(1 - share)


def test_rounds_as_two_sellers_or_one_round_twice_are_not_laid_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = _swap(tmp_path, turns=1)
    other = replace(first.head, id="other", persona=load_persona("ruud"))
    kept = keep(SessionStore(tmp_path), other, first.events)
    assert main(["report", str(first.folder), str(kept)]) == 2
    assert "You played several sellers in these rounds: joris, ruud." in capsys.readouterr().err
    assert main(["report", str(first.folder), str(first.folder)]) == 2
    assert "A round is named twice." in capsys.readouterr().err


def test_on_the_swapped_page_a_turn_that_was_not_understood_says_so(tmp_path: Path) -> None:
    session = _swap(tmp_path, turns=1)
    unclear = TurnRecognised(99_000, 9, replace(_heard(session), text="", doubt=Doubt.LOW_CONFIDENCE))
    page = render_swap_page([replace(session, events=(*session.events, unclear))])
    assert "(niet verstaan: te onduidelijk)" in page


def _heard(session: Session) -> Transcript:
    return next(event.transcript for event in session.events if isinstance(event, TurnRecognised))

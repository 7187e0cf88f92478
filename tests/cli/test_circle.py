from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.fakes.crowd import synthetic_round
from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main
from voicecoach.wiring.engines import load_persona

_NEW = ["--people", "Anna, Bram, Cor, Dirk", "--persona", "joris", "--in-order", "--title", "Avond"]


@pytest.fixture
def circle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "evening"
    assert main(["circle", "new", str(folder), *_NEW]) == 0
    capsys.readouterr()
    return folder


def _talk(place: Path, persona: str = "joris", hour: int = 19) -> Path:
    who = load_persona(persona)
    begun = replace(head(), persona=who, language=who.language, started_at=f"2026-11-23T{hour}:00:00+01:00")
    return keep(SessionStore(place), begun, tuple(synthetic_round(who, Random(hour), 120_000)))


def test_a_new_circle_tells_who_talks_when_and_with_what_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "evening"
    assert main(["circle", "new", str(folder), *_NEW]) == 0
    told = capsys.readouterr().out
    for part in (
        f"Klaargezet: {folder / 'circle.yaml'}",
        "Ronde 1\n   1  Anna voert het gesprek; waarnemer: Cor: nog niet binnen",
        f"voicecoach practice joris --minutes 10 --seed 1 --sessions {folder / 'round-2' / '01-cor'}",
        "Ronde 2\n   1  Cor voert het gesprek; waarnemer: Anna: nog niet binnen",
        "Binnen: 0 van 4.",
    ):
        assert part in told
    assert main(["circle", "new", str(folder), *_NEW]) == 0
    assert "Stond al klaar" in capsys.readouterr().out
    assert main(["circle", "new", str(folder)]) == 0
    assert main(["circle", "new", str(folder), *_NEW, "--seed", "9"]) == 2


def test_the_seed_draws_the_seats_the_same_every_time(tmp_path: Path) -> None:
    plans = []
    for folder, seed in (("a", "3"), ("b", "3"), ("c", "4")):
        people = ",".join(f"P{n}" for n in range(20))
        command = ["circle", "new", str(tmp_path / folder), "--people", people, "--persona", "joris", "--seed", seed]
        assert main(command) == 0
        plans.append((tmp_path / folder / "circle.yaml").read_text(encoding="utf-8"))
    assert plans[0] == plans[1]
    assert plans[0].replace("seed: 3", "seed: 4") != plans[2]


def test_people_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_text("Anna\n\n  Bram   de Wit \n", encoding="utf-8")
    command = ["circle", "new", str(tmp_path / "e"), "--people", str(tmp_path / "people.txt"), "--persona", "daniel"]
    assert main([*command, "--in-order"]) == 0
    plan = (tmp_path / "e" / "circle.yaml").read_text(encoding="utf-8")
    assert "language: en" in plan
    assert "outer:\n  - Bram de Wit\n" in plan


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (["--people", "Anna"], "both rings hold at least one"),
        (["--people", "Anna,anna"], "cannot be told apart"),
        (["--people", "people.txt"], "--people people.txt: there is no such file."),
        (["--minutes", "0"], "more than 0 minutes"),
        (["--persona", "jors"], "joris"),
    ],
)
def test_a_circle_that_cannot_be_played_is_one_clear_line(
    tmp_path: Path, change: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["circle", "new", str(tmp_path / "evening"), *_NEW, *change]) == 2
    error = capsys.readouterr().err
    assert why in error
    assert len(error.splitlines()) == 1
    assert not (tmp_path / "evening").exists()


def test_status_tells_what_is_in_and_what_was_left_out(circle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    anna, bram = circle / "round-1" / "01-anna", circle / "round-1" / "02-bram"
    _talk(anna, hour=19)
    _talk(anna, hour=20)
    (anna / "notes-cor.txt").write_text("0:20 zucht\nhè\n", encoding="utf-8")
    other = _talk(bram, "daniel")
    stray = _talk(circle / "usb")
    broken = _talk(circle / "round-2" / "01-cor")
    (broken / "events.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["circle", "status", str(circle)]) == 1
    told = capsys.readouterr()
    assert "Anna voert het gesprek; waarnemer: Cor: 2:00, openheid 22 → " in told.out
    assert ", notities: 1 (eerdere pogingen: 1; de laatste telt)" in told.out
    assert "Binnen: 1 van 4." in told.out
    for part in (
        f"damaged, skipped: {broken}",
        f"{anna / 'notes-cor.txt'}:2: no note",
        f"{other}: a talk with 'daniel', not 'joris'; left out.",
        f"{stray}: lies at no place of the plan",
    ):
        assert part in told.err


def test_the_report_lays_the_talks_side_by_side_with_the_notes_woven_in(
    circle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, place in enumerate(("round-1/01-anna", "round-1/02-bram", "round-2/01-cor", "round-2/02-dirk")):
        _talk(circle / place, hour=18 + number)
    (circle / "round-1" / "01-anna" / "notes-cor.txt").write_text("0:20 Hij zucht hoorbaar\n", encoding="utf-8")
    assert main(["circle", "report", str(circle)]) == 0
    assert capsys.readouterr().out == f"{circle / 'comparison.html'}\n{circle / 'comparison.csv'}\n"
    page = (circle / "comparison.html").read_text(encoding="utf-8")
    for part in ("Avond", "4 gesprekken", "Hij zucht hoorbaar", "waarnemer: Deelnemer 3", "bij de beurt"):
        assert part in page
    assert "Cor" not in page
    assert main(["circle", "report", str(circle), "--names"]) == 0
    assert "waarnemer: Cor" in (circle / "comparison.html").read_text(encoding="utf-8")


def test_a_report_half_way_says_what_is_missing_and_one_of_nothing_is_refused(
    circle: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["circle", "report", str(circle)]) == 2
    assert "no talk is in yet" in capsys.readouterr().err
    _talk(circle / "round-1" / "01-anna")
    assert main(["circle", "report", str(circle)]) == 0
    assert "Gesprekken op de pagina: 1 van de 4." in capsys.readouterr().err


def test_what_is_for_a_new_circle_is_refused_later(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["circle", "status", str(tmp_path), "--people", "Anna,Bram"]) == 2
    assert "--people is for 'circle new'." in capsys.readouterr().err


def test_a_plan_without_what_it_needs_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "circle.yaml").write_text("title: x\n", encoding="utf-8")
    assert main(["circle", "status", str(tmp_path)]) == 2
    assert "persona: is missing; add it to the plan" in capsys.readouterr().err

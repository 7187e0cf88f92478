from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.fakes.group import good_talk, heard, poor_talk
from voicecoach.adapters.comparison_csv import render_csv, write_csv
from voicecoach.debrief.comparison import compare


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_the_rows_read_back_with_the_figures_of_each_talk() -> None:
    anna, bram = _rows(render_csv(compare([heard("Anna", good_talk()), heard("Bram", poor_talk())]), names=False))
    assert (anna["talk"], anna["openness_start"], anna["openness_end"], anna["level_end"]) == ("1", "20", "84", "4")
    assert (anna["open_question"], anna["reflection"], anna["filling_in"]) == ("3", "1", "0")
    assert (anna["topic.quotes"], anna["topic.target"], anna["topic.team"]) == ("3", "", "0")
    assert (anna["first_solution"], anna["own_solution"], anna["committed"]) == ("coachee", "1", "1")
    assert (bram["advice"], bram["duration_s"], bram["first_solution"]) == ("2", "30.0", "coach")
    assert "name" not in anna


def test_names_stand_in_it_only_when_asked_for_and_never_run_as_formulas() -> None:
    comparison = compare([heard("=HYPERLINK(1)", good_talk()), heard('Bram, "de Korte"', poor_talk())])
    assert "HYPERLINK" not in render_csv(comparison, names=False)
    assert [row["name"] for row in _rows(render_csv(comparison, names=True))] == ["'=HYPERLINK(1)", 'Bram, "de Korte"']


def test_a_talk_without_turns_leaves_its_figures_empty() -> None:
    (row,) = _rows(render_csv(compare([heard("Anna", ())]), names=False))
    assert (row["openness_end"], row["coach_share"], row["wait_median_s"], row["opened_with"]) == ("", "", "", "")
    assert render_csv(compare([]), names=True) == ""


def test_the_file_is_for_its_owner_and_says_that_it_is_utf_8(tmp_path: Path) -> None:
    write_csv(compare([heard("Zoë", good_talk())]), tmp_path / "group.csv", names=True)
    assert (tmp_path / "group.csv").read_bytes().startswith(b"\xef\xbb\xbftalk,name,")
    assert (tmp_path / "group.csv").stat().st_mode & 0o777 == 0o600
    assert "Zoë" in (tmp_path / "group.csv").read_text(encoding="utf-8-sig")

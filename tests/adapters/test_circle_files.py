from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from voicecoach.adapters.circle_files import read_circle, write_circle
from voicecoach.debrief.circle import Circle
from voicecoach.domain.errors import InputError

CIRCLE = Circle("joris", ("Zoë: de Wit", "yes"), ("Bram", "#3"), 'Avond "één"', "nl", 7.5, 11)


def _refusal(folder: Path) -> list[str]:
    with pytest.raises(InputError) as refused:
        read_circle(folder)
    return [line.replace(str(folder / "circle.yaml"), "") for line in str(refused.value).splitlines()]


def test_a_plan_reads_back_as_it_was_written(tmp_path: Path) -> None:
    assert write_circle(CIRCLE, tmp_path / "evening")
    assert read_circle(tmp_path / "evening") == CIRCLE


def test_writing_it_again_changes_nothing_and_another_plan_is_refused(tmp_path: Path) -> None:
    write_circle(CIRCLE, tmp_path)
    notes = tmp_path / "round-1" / "01-zoe-de-wit" / "notes-bram.txt"
    notes.write_text("0:01 x", encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not write_circle(CIRCLE, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    with pytest.raises(InputError, match="holds another plan"):
        write_circle(replace(CIRCLE, seed=12), tmp_path)
    assert notes.read_text(encoding="utf-8") == "0:01 x"


def test_each_talk_has_a_folder_with_a_file_for_each_observer(tmp_path: Path) -> None:
    write_circle(Circle("joris", ("Anna",), ("Bram", "Cor"), language="en"), tmp_path)
    files = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert files == [
        "circle.yaml",
        "round-1/01-anna/notes-bram.txt",
        "round-1/01-anna/notes-cor.txt",
        "round-2/01-bram/notes-anna.txt",
    ]
    assert (tmp_path / "round-2" / "02-cor").is_dir()
    assert (tmp_path / "circle.yaml").stat().st_mode & 0o777 == 0o600


def test_every_mistake_is_told_at_its_line_and_column(tmp_path: Path) -> None:
    text = "persona: joris\nminutes: ten\nseats: 4\ninner: [Anna, 5]\nouter: Bram\n"
    (tmp_path / "circle.yaml").write_text(text, encoding="utf-8")
    assert [line.split(": ")[0] + " " + line.split(": ")[1] for line in _refusal(tmp_path)] == [
        ":3:1 seats",
        ":4:15 inner.1",
        ":5:1 outer",
        ":2:1 minutes",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ":1:1"),
        ("- joris\n", ":1:1"),
        ("persona: joris\n", ":1:1"),
        ("persona: [joris\n", ":"),
        ("persona: joris\ninner: [Anna]\nouter: [anna]\n", ":1:1: 'Anna' and 'anna' cannot be told apart"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "circle.yaml").write_text(text, encoding="utf-8")
    assert _refusal(tmp_path)[0].startswith(place)


def test_a_folder_without_a_plan_says_how_to_begin_one(tmp_path: Path) -> None:
    assert "voicecoach circle new" in _refusal(tmp_path / "none")[0]

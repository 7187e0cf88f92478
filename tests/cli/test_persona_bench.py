"""`voicecoach persona try`, `curve` and `diff` as a trainer runs them, with the shipped models."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from tests.fakes.persona_texts import changed, persona_text, write_persona
from voicecoach.cli.main import main

PNG = b"\x89PNG\r\n\x1a\n"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["persona", *words])
    out, err = capsys.readouterr()
    return status, out, err


def talked(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What a pipe would give."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def version(folder: Path, text: str) -> str:
    folder.mkdir()
    return str(write_persona(folder, text))


def test_try_shows_openness_level_reason_moves_and_what_is_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talked(monkeypatch, "# begin\n\nHoe is je kwartaal gegaan?\n(stilte 4)\n! Je moet gewoon beter plannen.\n")
    status, out, err = run(capsys, "try", "joris")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Joris, openheid 22 (gesloten)"
    assert lines[1].startswith("nog niet gevonden: quarter, goal")
    asked = lines.index("U: Hoe is je kwartaal gegaan?")
    assert lines[asked + 1].startswith("Joris: ")
    assert re.fullmatch(r"    openheid 22 -> \d+ \(\w+\)  \S.*", lines[asked + 2])
    assert re.fullmatch(r"    gehoord als: \w+ ?\w* \d+%.* \[quarter\]", lines[asked + 3])
    assert lines[asked + 4].startswith("    nog niet gevonden: goal")
    assert "U: (stilte 4)" in lines
    cut_in = lines.index("U: ! Je moet gewoon beter plannen.")
    assert "in de rede gevallen" in lines[cut_in + 2]
    assert "valt in de rede" in lines[cut_in + 3]
    assert lines[-1].startswith("  quarter: 1/")


def test_try_speaks_the_language_asked_for_and_starts_lower_when_it_is_hard(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talked(monkeypatch, "Hm-hm.\n")
    status, out, _ = run(capsys, "try", "joris", "--difficulty", "hard", "--lang", "en")
    assert status == 0
    assert "Joris, openness 17 (closed)" in out
    assert "own solution: no, commitment: no" in out


def test_try_tells_at_which_line_a_silence_is_unclear(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    talked(monkeypatch, "Hoi.\n(stilte lang)\n")
    status, _, err = run(capsys, "try", "joris")
    assert status == 2
    assert "line 2: '(stilte lang)' is no silence" in err


def test_curve_runs_scripts_at_every_difficulty_and_draws_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "mine.txt"
    script.write_text("Hoe gaat het op je werk?\n(stilte 4)\nJe moet beter plannen.\n", encoding="utf-8")
    persona = write_persona(tmp_path, persona_text())
    png, svg = tmp_path / "curve.png", tmp_path / "curve.svg"
    drawn = ("--png", str(png), "--svg", str(svg))
    words = ("curve", str(persona), "--only-scripts", "--script", str(script), "--difficulty", "all", *drawn)
    status, out, err = run(capsys, *words)
    assert (status, err) == (0, "")
    rows = [line.split() for line in out.splitlines() if line.startswith("  mine")]
    assert [row[1] for row in rows] == ["23", "20", "15"]
    assert all(len(row[2]) == 3 for row in rows)
    assert png.read_bytes().startswith(PNG)
    first = svg.read_bytes()
    assert b"Jan, makkelijk" in first
    assert run(capsys, *words)[0] == 0
    assert svg.read_bytes() == first


def test_curve_has_a_row_for_each_manager_the_best_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    persona = write_persona(tmp_path, persona_text())
    status, out, _ = run(capsys, "curve", str(persona), "--lang", "en")
    assert status == 0
    rows = [line for line in out.splitlines()[1:-1]]
    assert len(rows) == 10
    assert rows[0].startswith("  listener ")
    assert {row.split()[0] for row in rows[-2:]} == {"adviser", "judge"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("curve", "joris", "--only-scripts"), "Add --script FILE"),
        (("curve", "joris", "--only-scripts", "--script", "nowhere.txt"), "nowhere.txt"),
        (("diff", "joris", "daniel"), "joris speaks nl and daniel speaks en"),
        (("try", "nobody"), "there is no persona 'nobody'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    status, _, err = run(capsys, *words)
    assert (status, len(err.splitlines())) == (2, 1)
    assert says in err


def test_a_drawing_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "mine.txt"
    script.write_text("Hoe gaat het?\n", encoding="utf-8")
    where = str(tmp_path / "nowhere" / "x.png")
    status, _, err = run(capsys, "curve", "joris", "--only-scripts", "--script", str(script), "--png", where)
    assert (status, "nowhere/x.png: No such file or directory. Name a file" in err) == (2, True)


def test_diff_of_a_version_with_itself_finds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    persona = str(write_persona(tmp_path, persona_text()))
    status, out, _ = run(capsys, "diff", persona, persona)
    assert (status, out) == (0, "Gedrag\n  geen verschil\nTekst\n  geen verschil\n")


def test_diff_tells_what_a_higher_gain_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = version(tmp_path / "old", persona_text())
    new = version(tmp_path / "new", changed(("gain: 5", "gain: 12")))
    status, out, _ = run(capsys, "diff", old, new, "--lang", "en")
    assert status == 1
    behaviour, text = out.split("Text\n")
    assert "  listener\n" in behaviour
    assert "  interrogator\n    ends at " in behaviour
    assert "  adviser\n" not in behaviour
    assert text == "  temper.gain: 12 instead of 5\n"


def test_diff_of_a_new_wording_nobody_gets_to_hear_tells_the_text_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = version(tmp_path / "old", persona_text())
    new = version(tmp_path / "new", changed(("version: ", "version: 9")))
    status, out, _ = run(capsys, "diff", old, new, "--lang", "en")
    assert status == 0
    assert out.startswith("Behaviour\n  no difference\nText\n  version: 9")

"""`voicecoach persona` as a trainer runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.persona_texts import changed, persona_text, write_persona
from voicecoach.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["persona", *words])
    out, err = capsys.readouterr()
    return status, out, err


def test_check_tells_mistakes_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_persona(tmp_path, changed(("gain: 5", "gain: 50"), ("name: Jan", "nmae: Jan")))
    status, out, err = run(capsys, "check", str(path))
    assert (status, err) == (2, "")
    assert out.splitlines() == [
        f"{path}:8:1: 'nmae' is no key that is known here; did you mean 'name'?",
        f"{path}:20:9: too high; write 20 or less",
        f"{path}: 2 mistakes",
    ]


def test_check_tells_warnings_with_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_persona(tmp_path, persona_text())
    status, out, _ = run(capsys, "check", str(path))
    assert status == 1
    assert out.splitlines()[-1].endswith(" warnings")
    assert all(": warning: " in line for line in out.splitlines()[:-1])


def test_check_goes_on_after_a_name_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_persona(tmp_path, persona_text())
    status, out, err = run(capsys, "check", "nobody", str(path))
    assert (status, len(err.splitlines())) == (2, 1)
    assert "there is no persona 'nobody'" in err
    assert str(path) in out


def test_check_reads_a_case_file_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = write_persona(tmp_path, persona_text()).parent / "cases" / "late_quotes.nl.yaml"
    status, out, _ = run(capsys, "check", str(case))
    assert (status, out) == (0, f"{case}: nothing to remark\n")


def test_check_gives_findings_to_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_persona(tmp_path, changed(("gain: 5", "gain: 50")))
    _, out, _ = run(capsys, "check", "--jsonl", str(path))
    assert json.loads(out) == {
        "file": str(path), "line": 20, "column": 9, "text": "too high; write 20 or less", "is_mistake": True,
    }  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
def test_show_says_who_he_is(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    path = write_persona(tmp_path, persona_text())
    status, out, _ = run(capsys, "show", str(path), "--lang", language)
    assert status == 0
    says = {"nl": ["Hoe Jan opengaat", "inzicht na 13 beurten"], "en": ["How Jan opens", "insight after 13 turns"]}
    for words in (
        *says[language],
        "Late offertes",
        "Hoe gaat het op je werk?",
        "Mag ik even uitpraten?",
        "eigen" if language == "nl" else "own",
    ):
        assert words in out
    table = next(line for line in out.splitlines() if line.startswith("clients"))
    assert table.split()[-4:] == ["1", "1", "1", "-"]


def test_show_without_a_name_lists_the_shipped_ones(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "show")
    assert status == 0
    assert any(line.startswith("joris ") for line in out.splitlines())


@pytest.mark.parametrize(("flag", "title"), [((), "PersonaFile"), (("--case",), "CaseFile")])
def test_schema_prints_json(capsys: pytest.CaptureFixture[str], flag: tuple[str, ...], title: str) -> None:
    status, out, _ = run(capsys, "schema", *flag)
    assert (status, json.loads(out)["title"]) == (0, f"voicecoach {title}")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_persona_passes_check_with_warnings_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    case = tmp_path / "cases" / f"own_case.{language}.yaml"
    case.parent.mkdir()
    case.write_text(f"spec: 1\nid: own_case\nlanguage: {language}\ntitle: T\nbriefing: B.\n", encoding="utf-8")
    path = tmp_path / "rik.yaml"
    status, out, _ = run(capsys, "new", "rik", "--lang", language, "--case", "own_case", "--to", str(path))
    assert (status, f"voicecoach persona check {path}" in out) == (0, True)
    status, out, _ = run(capsys, "check", str(path))
    assert (status, "test question" in out) == (1, False)
    assert "# " in path.read_text(encoding="utf-8")


def test_new_leaves_test_questions_that_are_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "rik.questions.tsv"
    mine.write_text("-\tMine?\n", encoding="utf-8")
    assert run(capsys, "new", "rik", "--lang", "nl", "--to", str(tmp_path / "rik.yaml"))[0] == 0
    assert mine.read_text(encoding="utf-8") == "-\tMine?\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("new", "Rik", "--lang", "nl"), "'Rik' cannot be the id of a persona"),
        (("new", "rik"), "Add --lang nl or --lang en"),
        (("new", "rik", "--lang", "nl", "--case", "seller_under_targt"), "did you mean 'seller_under_target'?"),
        (("new", "rik", "--lang", "nl", "--to", "nowhere/at/all.yaml"), "there is no folder nowhere/at"),
    ],
)
def test_new_says_what_it_cannot_do_in_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    status, _, err = run(capsys, *words)
    assert (status, len(err.splitlines())) == (2, 1)
    assert says in err


def test_new_never_writes_over_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rik.yaml"
    path.write_text("mine", encoding="utf-8")
    status, _, err = run(capsys, "new", "rik", "--lang", "nl", "--to", str(path))
    assert (status, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "this file is there already" in err


@pytest.mark.parametrize("action", ["check", "show", "schema", "new"])
def test_every_action_has_help_with_an_example(capsys: pytest.CaptureFixture[str], action: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["persona", action, "--help"])
    assert ended.value.code == 0
    assert f"example:\n  voicecoach persona {action}" in capsys.readouterr().out

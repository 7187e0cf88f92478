from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from tests.fakes.crowd import keep_crowd
from tests.fakes.sessions import head, keep
from voicecoach.adapters.coach_files import find_coach
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main
from voicecoach.wiring.engines import load_persona


def _group(root: Path) -> Path:
    for who in ("anna", "bram"):
        keep(SessionStore(root / "group" / who), head())
    return root / "group"


def test_compare_writes_the_page_and_the_table_into_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group = _group(tmp_path)
    assert main(["compare", str(group)]) == 0
    assert capsys.readouterr().out == f"{group / 'comparison.html'}\n{group / 'comparison.csv'}\n"
    page = (group / "comparison.html").read_text(encoding="utf-8")
    assert "Deelnemer 2" in page
    assert "anna" not in page
    assert main(["compare", str(group)]) == 0


def test_compare_shows_names_and_writes_where_it_is_told(tmp_path: Path) -> None:
    page, table = tmp_path / "page.html", tmp_path / "table.csv"
    command = ["compare", str(_group(tmp_path)), "--names", "--out", str(page), "--csv", str(table), "--lang", "en"]
    assert main(command) == 0
    assert "1 anna" in page.read_text(encoding="utf-8")
    assert "One case, 2 talks" in page.read_text(encoding="utf-8")
    assert "anna" in table.read_text(encoding="utf-8-sig")


def test_compare_names_a_damaged_session_and_compares_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group = _group(tmp_path)
    broken = keep(SessionStore(group / "cor"), head())
    (broken / "events.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["compare", str(group)]) == 1
    assert f"damaged, skipped: {broken}" in capsys.readouterr().err
    page = (group / "comparison.html").read_text(encoding="utf-8")
    assert "2 gesprekken" in page
    assert "beschadigd zijn: 1." in page


def test_compare_of_damaged_sessions_alone_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = keep(SessionStore(tmp_path / "group"), head())
    (broken / "events.jsonl").write_text("{}\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "group")]) == 2
    assert "None of the sessions can be read" in capsys.readouterr().err


def test_compare_keeps_to_one_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group = _group(tmp_path)
    star = replace(head().persona, case=replace(head().persona.case, id="star"))
    keep(SessionStore(group / "cor"), replace(head(), persona=star))
    assert main(["compare", str(group)]) == 2
    assert "2 cases: target (2), star (1). Choose one with --case ID." in capsys.readouterr().err
    assert main(["compare", str(group), "--case", "star"]) == 0
    assert "één gesprek" in (group / "comparison.html").read_text(encoding="utf-8")
    assert main(["compare", str(group), "--case", "gone"]) == 2


def test_the_page_and_the_table_are_never_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group = _group(tmp_path)
    assert main(["compare", str(group), "--out", str(tmp_path / "group.csv")]) == 2
    assert "cannot be one file" in capsys.readouterr().err
    assert not (tmp_path / "group.csv").exists()


@pytest.mark.parametrize("name", ["nothing", "."])
def test_compare_of_what_is_not_there_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["compare", name, "--sessions", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_forty_sessions_of_a_quarter_of_an_hour_compare_in_well_under_ten_seconds(tmp_path: Path) -> None:
    keep_crowd(tmp_path / "group", load_persona("joris"), 40)
    began = process_time()
    assert main(["compare", str(tmp_path / "group")]) == 0
    assert process_time() - began < 10
    assert "40 gesprekken" in (tmp_path / "group" / "comparison.html").read_text(encoding="utf-8")


def test_what_was_mended_in_a_session_is_said_and_it_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    group = _group(tmp_path)
    (anna,) = (group / "anna").iterdir()
    (bram,) = (group / "bram").iterdir()
    (anna / "corrections.jsonl").write_text("{}\n", encoding="utf-8")
    with (bram / "events.jsonl").open("a", encoding="utf-8") as log:
        log.write('{"type":')
    assert main(["compare", str(group)]) == 0
    told = capsys.readouterr().err
    assert f"{anna / 'corrections.jsonl'}, line 1" in told
    assert f"{bram / 'events.jsonl'}, line 22: cut short by a crash, left out." in told


def test_a_swapped_round_is_left_out_and_not_called_damaged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group = _group(tmp_path)
    swapped = keep(SessionStore(tmp_path / "swapped"), replace(head(), coach=find_coach("listening", "nl")))
    assert main(["compare", str(group), str(swapped), "--out", str(tmp_path / "page.html")]) == 0
    told = capsys.readouterr().err
    assert f"left out: {swapped}: a round in the swapped chair;" in told
    assert "damaged" not in told
    assert main(["compare", str(swapped)]) == 2
    assert "These are rounds in the swapped chair alone." in capsys.readouterr().err


def test_a_page_in_another_language_names_the_case_in_it(tmp_path: Path) -> None:
    keep(SessionStore(tmp_path / "group"), replace(head(), persona=load_persona("joris")))
    for language, title in (("nl", "De verkoper onder target"), ("en", load_persona("daniel").case.title)):
        assert main(["compare", str(tmp_path / "group"), "--lang", language]) == 0
        assert title in (tmp_path / "group" / "comparison.html").read_text(encoding="utf-8")

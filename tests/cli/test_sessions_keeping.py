from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_folder import HEAD
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main
from voicecoach.cli.sessions_keeping import age, is_sure
from voicecoach.domain.errors import InputError


def _sessions(root: Path, *words: str) -> int:
    return main(["sessions", *words, "--sessions", str(root)])


def _kept(root: Path, days_ago: int) -> Path:
    started = datetime.now().astimezone() - timedelta(days=days_ago)
    return keep(SessionStore(root), replace(head(), started_at=started.isoformat(timespec="seconds")))


def test_prune_takes_the_old_ones_and_leaves_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, young = _kept(tmp_path, 100), _kept(tmp_path, 80)
    assert _sessions(tmp_path, "prune", "--older-than", "90d", "--yes") == 0
    assert not old.exists()
    assert young.exists()
    assert capsys.readouterr().out.endswith("Deleted 1 session.\n")


def test_pruning_again_finds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _kept(tmp_path, 100)
    for _ in range(2):
        assert _sessions(tmp_path, "prune", "--older-than", "12w", "--yes") == 0
    assert capsys.readouterr().out.endswith("No session is older than 12w.\n")
    assert _sessions(tmp_path / "nowhere", "prune", "--older-than", "12w", "--yes") == 0


def test_prune_without_a_yes_shows_what_would_go_and_deletes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = _kept(tmp_path, 100)
    assert _sessions(tmp_path, "prune", "--older-than", "90d") == 2
    out, err = capsys.readouterr()
    assert out.startswith(old.name)
    assert "Add --yes." in err
    assert old.exists()


def test_prune_names_a_damaged_session_leaves_it_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, broken = _kept(tmp_path, 100), _kept(tmp_path, 101)
    (broken / HEAD).write_text("{")
    assert _sessions(tmp_path, "prune", "--older-than", "90d", "--yes") == 1
    assert (old.exists(), broken.exists()) == (False, True)
    assert f"damaged, skipped: {broken / HEAD}" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["90", "d", "0d", "-1d", "1.5d", "3m", "", "100000d"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="is no age"):
        age(text)


def test_ages_are_days_and_weeks() -> None:
    assert age("90d") == timedelta(days=90)
    assert age(" 12W ") == timedelta(weeks=12)


def test_anonymise_says_what_it_took_out_and_the_second_time_that_nothing_was_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = _kept(tmp_path, 1)
    (folder / "report.html").write_text("x")
    (folder / "mine.txt").write_text("x")
    assert _sessions(tmp_path, "anonymise", folder.name, "--name", "bellen", "--yes") == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[:2] == ["Names crossed out: bellen.", "Removed: report.html."]
    assert err == f"Left alone: {folder / 'mine.txt'}. Look at it yourself.\n"
    assert _sessions(tmp_path, "anonymise", folder.name, "--name", "bellen", "--yes") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Names crossed out: none.",
        "Removed: nothing was left to remove.",
    ]
    assert main(["replay", str(folder)]) == 0
    assert "Ik zou gewoon xxxxxx." in capsys.readouterr().out


def test_without_a_yes_nothing_is_made_anonymous(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _kept(tmp_path, 1)
    (folder / "report.html").write_text("x")
    assert _sessions(tmp_path, "anonymise", folder.name) == 2
    assert "nobody is at the keyboard" in capsys.readouterr().err
    assert (folder / "report.html").is_file()


def test_the_end_of_input_is_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_question: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", ended)
    assert not is_sure("Delete it?")

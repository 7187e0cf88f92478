from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_folder import EVENTS, HEAD
from voicecoach.adapters.session_store import SessionStore, default_root
from voicecoach.domain.errors import SessionError

LATER = replace(head(), started_at="2026-11-24T09:00:00+01:00")


@pytest.fixture
def store(tmp_path: Path) -> SessionStore:
    return SessionStore(tmp_path / "sessions")


def test_an_empty_store_lists_nothing(store: SessionStore) -> None:
    assert store.listing().sessions == ()


def test_sessions_are_listed_oldest_first(store: SessionStore) -> None:
    keep(store, LATER)
    keep(store, head())
    assert [s.head.id for s in store.listing().sessions] == ["20261123-182605-mark", "20261124-090000-mark"]


def test_two_sessions_in_the_same_second_get_ids_of_their_own(store: SessionStore) -> None:
    assert [keep(store, head()).name for _ in range(3)] == [
        "20261123-182605-mark",
        "20261123-182605-mark-2",
        "20261123-182605-mark-3",
    ]
    assert store.open("20261123-182605-mark").head.id == "20261123-182605-mark"


def test_a_damaged_session_is_named_and_skipped(store: SessionStore) -> None:
    keep(store, head())
    broken = keep(store, LATER)
    (broken / HEAD).write_text("{")
    listing = store.listing()
    assert [s.head.id for s in listing.sessions] == ["20261123-182605-mark"]
    assert [d.folder for d in listing.damaged] == [broken]
    assert str(broken / HEAD) in listing.damaged[0].why


def test_what_is_no_session_is_passed_over(store: SessionStore) -> None:
    folder = keep(store, head())
    (store.root / "notes").mkdir()
    (store.root / "notes.txt").write_text("")
    (store.root / "link").symlink_to(folder)
    assert len(store.listing().sessions) == 1


def test_a_session_is_found_by_the_start_of_its_id_and_by_its_path(store: SessionStore, tmp_path: Path) -> None:
    folder = keep(store, head())
    keep(store, LATER)
    elsewhere = folder.rename(tmp_path / "copied")
    assert store.open("20261124").head.id == "20261124-090000-mark"
    assert store.open(str(elsewhere)).head.id == "20261123-182605-mark"


def test_the_start_of_several_ids_is_refused_and_they_are_named(store: SessionStore) -> None:
    keep(store, head())
    keep(store, LATER)
    with pytest.raises(SessionError, match="begins 2 sessions: 20261123-182605-mark, 20261124-090000-mark"):
        store.open("2026")


@pytest.mark.parametrize("name", ["nothing", "", ".", "..", "/nowhere/at/all", "../sessions"])
def test_a_session_that_is_not_there_is_refused(store: SessionStore, name: str) -> None:
    keep(store, head())
    with pytest.raises(SessionError, match=r"no session|begins"):
        store.open(name)


def test_a_deleted_session_is_gone_and_the_others_stay(store: SessionStore) -> None:
    folder = keep(store, head())
    keep(store, LATER)
    assert store.delete("20261123") == (folder, ())
    assert os.listdir(store.root) == ["20261124-090000-mark"]


def test_files_of_ones_own_are_left_and_named(store: SessionStore) -> None:
    folder = keep(store, head())
    (folder / "report.html").write_text("x")
    (folder / "mine.txt").write_text("x")
    assert store.delete(folder.name) == (folder, ("mine.txt",))
    assert os.listdir(folder) == ["mine.txt"]
    assert store.listing().sessions == ()


def test_a_damaged_session_can_be_deleted(store: SessionStore) -> None:
    folder = keep(store, head())
    (folder / EVENTS).unlink()
    store.delete(folder.name)
    assert not folder.exists()


def test_the_root_follows_the_platform() -> None:
    assert default_root({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/voicecoach/sessions")
    assert default_root({}, "linux").parts[-4:] == (".local", "share", "voicecoach", "sessions")
    assert "Application Support" in default_root({}, "darwin").parts
    assert default_root({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/voicecoach/sessions")

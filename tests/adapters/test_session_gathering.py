from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_gathering import gather
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.errors import SessionError


def _keep(folder: Path, at: str = "2026-11-23T18:26:05+01:00") -> Path:
    return keep(SessionStore(folder), replace(head(), started_at=at))


def test_a_session_belongs_to_the_folder_it_was_put_in(tmp_path: Path) -> None:
    for who, hour in (("bram", "19"), ("anna", "20")):
        _keep(tmp_path / "group" / who / "laptop", f"2026-11-23T{hour}:00:00+01:00")
    lone = _keep(tmp_path / "group", "2026-11-23T21:00:00+01:00")
    found = gather([str(tmp_path / "group")], SessionStore(tmp_path)).found
    assert [each.who for each in found] == ["bram", "anna", lone.name]


def test_in_a_circle_it_belongs_to_who_sat_there_whatever_the_round(tmp_path: Path) -> None:
    for place in ("round-1/01-anna", "round-1/02-bram-de-wit", "round-3/02-anna", "round-3"):
        _keep(tmp_path / "evening" / place)
    found = gather([str(tmp_path / "evening")], SessionStore(tmp_path)).found
    assert sorted(each.who for each in found)[1:] == ["anna", "anna", "bram-de-wit"]
    assert sorted(each.who for each in found)[0].startswith("2026")


def test_of_several_folders_each_is_somebodys(tmp_path: Path) -> None:
    for who in ("anna", "bram"):
        _keep(tmp_path / who / "2026")
    found = gather([str(tmp_path / "bram"), str(tmp_path / "anna")], SessionStore(tmp_path)).found
    assert sorted(each.who for each in found) == ["anna", "bram"]


def test_ids_paths_and_folders_mix_and_a_session_named_twice_counts_once(tmp_path: Path) -> None:
    kept, other = _keep(tmp_path), _keep(tmp_path)
    names = [kept.name, str(other), str(tmp_path), str(kept)]
    assert len(gather(names, SessionStore(tmp_path)).found) == 2


def test_a_damaged_session_is_named_and_the_rest_read(tmp_path: Path) -> None:
    kept, broken, headless = (_keep(tmp_path / name) for name in ("a", "b", "c"))
    (broken / "events.jsonl").write_text("nonsense\n", encoding="utf-8")
    (headless / "session.json").unlink()
    gathering = gather([str(tmp_path)], SessionStore(tmp_path))
    assert [each.session.folder for each in gathering.found] == [kept]
    assert [each.folder for each in gathering.damaged] == [broken, headless]
    assert "events.jsonl, line 1" in gathering.damaged[0].why


def test_links_are_not_followed_so_that_a_ring_of_them_ends(tmp_path: Path) -> None:
    _keep(tmp_path / "group")
    (tmp_path / "group" / "again").symlink_to(tmp_path / "group", target_is_directory=True)
    assert len(gather([str(tmp_path / "group")], SessionStore(tmp_path)).found) == 1


def test_a_folder_without_sessions_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SessionError, match="holds no sessions"):
        gather([str(tmp_path / "empty")], SessionStore(tmp_path))

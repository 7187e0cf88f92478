from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_corrections import CORRECTIONS, add_correction
from voicecoach.adapters.session_store import SessionStore
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.events import CoacheeResponded
from voicecoach.domain.moves import MoveKind

WAS_REFLECTION = Correction(2, 1, MoveKind.REFLECTION)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return keep(SessionStore(tmp_path), head())


def test_a_correction_is_kept_beside_the_session_and_read_with_it(folder: Path) -> None:
    log = (folder / "events.jsonl").read_bytes()
    assert add_correction(folder, WAS_REFLECTION)
    session = SessionStore(folder.parent).open(folder.name)
    assert session.corrections == (WAS_REFLECTION,)
    kinds = [e.coach.moves[0].kind for e in session.corrected if isinstance(e, CoacheeResponded)]
    assert kinds == [MoveKind.OPEN_QUESTION, MoveKind.REFLECTION]
    assert (folder / "events.jsonl").read_bytes() == log


def test_the_same_correction_twice_is_kept_once(folder: Path) -> None:
    assert add_correction(folder, WAS_REFLECTION)
    once = (folder / CORRECTIONS).read_bytes()
    assert not add_correction(folder, WAS_REFLECTION)
    assert (folder / CORRECTIONS).read_bytes() == once


def test_changing_ones_mind_and_back_again_is_kept(folder: Path) -> None:
    for kind in (MoveKind.REFLECTION, MoveKind.ASSUMPTION, MoveKind.REFLECTION):
        assert add_correction(folder, Correction(2, 1, kind))
    session = SessionStore(folder.parent).open(folder.name)
    assert len(session.corrections) == 3
    assert session.corrections[-1] == WAS_REFLECTION


def test_a_damaged_line_is_left_out_and_said_and_the_rest_counts(folder: Path) -> None:
    add_correction(folder, WAS_REFLECTION)
    path = folder / CORRECTIONS
    path.write_bytes(path.read_bytes() + b'{"turn":0,"move":1,"kind":"advice"}\n{"turn":1,"mo')
    assert add_correction(folder, Correction(1, 1, MoveKind.PROCESS))
    session = SessionStore(folder.parent).open(folder.name)
    assert session.corrections == (WAS_REFLECTION, Correction(1, 1, MoveKind.PROCESS))
    assert [f"{CORRECTIONS}, line {n}: " in remark for n, remark in zip((2, 3), session.remarks, strict=True)] == [
        True,
        True,
    ]


def test_corrections_are_for_their_owners_eyes_only(folder: Path) -> None:
    add_correction(folder, WAS_REFLECTION)
    assert stat.S_IMODE((folder / CORRECTIONS).stat().st_mode) == 0o600


def test_a_session_without_corrections_reads_as_before(folder: Path) -> None:
    session = SessionStore(folder.parent).open(folder.name)
    assert (session.corrections, session.corrected) == ((), session.events)

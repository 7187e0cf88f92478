"""Finds sessions in folders of folders, for pages about a group; damaged ones are named and left out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from voicecoach.adapters.session_folder import EVENTS, HEAD, Session, read_session
from voicecoach.adapters.session_store import DamagedSession, SessionStore
from voicecoach.domain.errors import SessionError

_ROUND = re.compile(r"round-\d+")
"""A circle's folder of a round, in which each seat has its folder: round-1/01-anna."""


@dataclass(frozen=True, slots=True)
class FoundSession:
    """A session, and whose it is as far as folders tell: the folder that a trainer put it in, else the session's id."""

    who: str
    session: Session


@dataclass(frozen=True, slots=True)
class Gathering:
    """Sessions by when they began, each once; apart the damaged ones, and the folders in which the machine coached."""

    found: tuple[FoundSession, ...]
    damaged: tuple[DamagedSession, ...]
    swapped: tuple[Path, ...]


def gather(names: Sequence[str], store: SessionStore) -> Gathering:
    """Read the sessions that the names lead to: a session by id, start of an id or path, or any folder of them.

    In a folder "group", the session "group/anna/x" is Anna's; where several folders are named, each is somebody's.
    Raises SessionError for a name that leads to no session, damaged or not.
    """
    folders = [name for name in names if _is_group(Path(name))]
    found: dict[Path, FoundSession] = {}
    damaged: dict[Path, DamagedSession] = {}
    swapped: dict[Path, Path] = {}
    for who, folder in _candidates(names, store, len(folders) > 1):
        key = folder.resolve()
        if key in {*found, *damaged, *swapped}:
            continue
        try:
            session = read_session(folder)
        except SessionError as error:
            damaged[key] = DamagedSession(folder, error.what)
            continue
        if session.head.coach is not None:
            swapped[key] = folder
        else:
            found[key] = FoundSession(who or session.head.id or folder.name, session)
    by_start = sorted(found.values(), key=lambda each: (each.session.head.started_at, each.session.head.id))
    return Gathering(tuple(by_start), tuple(damaged.values()), tuple(swapped.values()))


def session_folders(root: Path) -> Iterator[Path]:
    """All folders below `root`, or `root` itself, that should hold a session, by name; follows no links."""
    for folder, inner, files in os.walk(root):
        if HEAD in files or EVENTS in files:
            inner.clear()
            yield Path(folder)
        inner.sort()


def _candidates(names: Sequence[str], store: SessionStore, are_people: bool) -> Iterator[tuple[str, Path]]:
    for name in names:
        root = Path(name)
        if not _is_group(root):
            yield "", store.find(name)
            continue
        folders = list(session_folders(root))
        if not folders:
            raise SessionError(f"{root}: holds no sessions.", "Name a folder in which sessions lie, at any depth.")
        for folder in folders:
            yield _whose(root, folder, are_people), folder


def _whose(root: Path, folder: Path, are_people: bool) -> str:
    if are_people:
        return root.resolve().name
    around = folder.relative_to(root).parts[:-1]
    if around and _ROUND.fullmatch(around[0]):
        around = tuple(part.partition("-")[2] or part for part in around[1:2])
    return around[0] if around else ""


def _is_group(path: Path) -> bool:
    return path.is_dir() and not (path / HEAD).is_file() and not (path / EVENTS).is_file()

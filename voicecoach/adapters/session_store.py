"""Where sessions are kept: a folder each under one root, found again by id, path or the start of an id."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from voicecoach.adapters.session_files import storage_errors
from voicecoach.adapters.session_folder import (
    EVENTS,
    HEAD,
    MADE_HERE,
    Session,
    SessionFolder,
    SessionHead,
    read_session,
)
from voicecoach.domain.errors import SessionError, StorageError


@dataclass(frozen=True, slots=True)
class DamagedSession:
    """A folder that should hold a session and cannot be read, and why, in a line."""

    folder: Path
    why: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All sessions under a root, oldest first, and the damaged ones apart."""

    sessions: tuple[Session, ...]
    damaged: tuple[DamagedSession, ...]


def default_root(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Where this platform keeps a user's data, `voicecoach/sessions` in it."""
    if platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.expanduser("~/AppData/Local")
    elif platform == "darwin":
        base = os.path.expanduser("~/Library/Application Support")
    else:
        base = environment.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(base) / "voicecoach" / "sessions"


class SessionStore:
    """The sessions under one root folder, which is made, for its owner only, when the first one is created."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = root or default_root()

    def create(self, head: SessionHead, record_audio: bool = True) -> SessionFolder:
        """Begin a session; an empty `head.id` gets one from its start and persona. Raise StorageError."""
        with storage_errors(self.root):
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = self._new_folder(head.id or session_id(head))
        try:
            return SessionFolder(folder, replace(head, id=folder.name), record_audio)
        except StorageError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def listing(self) -> Listing:
        """Read all sessions; a damaged one is named and skipped. Empty when there are none."""
        sessions: list[Session] = []
        damaged: list[DamagedSession] = []
        for folder in self._folders():
            try:
                sessions.append(read_session(folder))
            except SessionError as error:
                damaged.append(DamagedSession(folder, error.what))
        return Listing(tuple(sessions), tuple(damaged))

    def open(self, name: str) -> Session:
        """Read the session with this id, start of an id, or path; raise SessionError when there is none or several.

        A recording whose header a crash left behind is mended on the way, where the disk allows it.
        """
        session = read_session(self.find(name))
        remark = _mend_recording(session.audio) if session.audio else ""
        return replace(session, remarks=(*session.remarks, remark)) if remark else session

    def delete(self, name: str) -> tuple[Path, tuple[str, ...]]:
        """Remove the session, damaged or not; return where it was, and which files voicecoach did not make and left."""
        folder = self.find(name)
        left: list[str] = []
        with storage_errors(folder):
            for path in sorted(folder.iterdir()):
                if path.name in MADE_HERE or path.suffix == ".part":
                    path.unlink()
                else:
                    left.append(path.name)
            if not left:
                folder.rmdir()
        return folder, tuple(left)

    def find(self, name: str) -> Path:
        """The folder of the session with this id, start of an id, or path; raise SessionError as `open` does."""
        names = {folder.name: folder for folder in self._folders()}
        if name in names:
            return names[name]
        path = Path(name)
        if len(path.parts) > 1 or path.is_absolute() or name in {".", ".."}:
            return _at_path(path)
        matches = [folder for key, folder in names.items() if name and key.startswith(name)]
        if len(matches) > 1:
            raise SessionError(f"'{name}' begins {len(matches)} sessions: {_few(matches)}.", "Type more of the id.")
        if matches:
            return matches[0]
        if name and _holds_session(path):
            return path
        raise SessionError(f"{self.root}: there is no session '{name}'.", "'voicecoach sessions list' names yours.")

    def _folders(self) -> list[Path]:
        if not self.root.is_dir():
            return []
        try:
            return sorted(entry for entry in self.root.iterdir() if _holds_session(entry))
        except OSError as error:
            raise SessionError(f"{self.root}: cannot be read: {error.strerror}.") from error

    def _new_folder(self, name: str) -> Path:
        for attempt in range(1, 10_000):
            folder = self.root / (name if attempt == 1 else f"{name}-{attempt}")
            try:
                folder.mkdir(mode=0o700)
            except FileExistsError:
                continue
            return folder
        raise SessionError(f"{self.root}: too many sessions are named '{name}'.")


def session_id(head: SessionHead) -> str:
    """An id that sorts by time and says which persona: `20261123-182605-mark`."""
    started = datetime.fromisoformat(head.started_at)
    persona = re.sub(r"[^a-z0-9]+", "-", head.persona.id.lower()).strip("-")
    return f"{started:%Y%m%d-%H%M%S}-{persona or 'persona'}"


def _mend_recording(audio: Path) -> str:
    """Bring the header up to date; return a remark when there was anything to say."""
    from voicecoach.adapters.session_audio import repair_recording  # noqa: PLC0415 - numpy

    try:
        return f"{audio}: its length was put right after a crash." if repair_recording(audio) else ""
    except (SessionError, StorageError) as error:
        return error.what


def _holds_session(folder: Path) -> bool:
    return not folder.is_symlink() and ((folder / HEAD).is_file() or (folder / EVENTS).is_file())


def _at_path(path: Path) -> Path:
    if not _holds_session(path):
        raise SessionError(f"{path}: holds no session.", "'voicecoach sessions list' names yours.")
    return path


def _few(folders: list[Path]) -> str:
    names = [folder.name for folder in folders[:4]]
    return ", ".join(names) + (", …" if len(folders) > len(names) else "")

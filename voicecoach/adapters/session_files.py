"""Writing that survives a crash and says plainly when the disk will not; files for the owner's eyes only."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voicecoach.domain.errors import StorageError

_CURES = {
    errno.ENOSPC: "Make room on it, or choose another folder with --sessions DIR.",
    errno.EDQUOT: "Make room in your quota, or choose another folder with --sessions DIR.",
    errno.EFBIG: "The system allows no larger file: raise the limit, or choose another folder with --sessions DIR.",
}
_OTHER_CURE = "Choose a place that you may write to, with --out FILE for a file or --sessions DIR for sessions."


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn the system's refusal to write below `path` into a StorageError that names it."""
    try:
        yield
    except OSError as error:
        what = f"{path}: cannot be written: {error.strerror or error}."
        raise StorageError(what, _CURES.get(error.errno or 0, _OTHER_CURE)) from error


class CrashSafeFile:
    """A new file, readable by its owner only, in which each write is whole or undone.

    Bytes go straight to the system, so a kill of this process loses nothing that was written; `sync` guards against
    a power cut as well. Raises StorageError when the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 0
        with storage_errors(path):
            self._file = open(path, "xb", buffering=0, opener=_owner_only)  # noqa: SIM115 - closed in close()

    @property
    def size(self) -> int:
        """Bytes in the file."""
        return self._size

    def append(self, content: bytes) -> None:
        """Add the bytes at the end, all of them or none."""
        with storage_errors(self.path):
            try:
                self._write(content, self._size)
            except OSError:
                self._file.truncate(self._size)
                raise
        self._size += len(content)

    def overwrite(self, content: bytes, at: int) -> None:
        """Replace bytes that are there already."""
        with storage_errors(self.path):
            self._write(content, at)

    def sync(self) -> None:
        """Return once the bytes are on the disk itself."""
        with storage_errors(self.path):
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let the file go; may be called twice."""
        with storage_errors(self.path):
            self._file.close()

    def _write(self, content: bytes, at: int) -> None:
        self._file.seek(at)
        rest = memoryview(content)
        while rest:
            rest = rest[self._file.write(rest) or 0 :]


def write_private(path: Path, content: bytes, *, makes_folder: bool = False) -> None:
    """Write a whole file for its owner only: it is there complete, or as it was before; raise StorageError.

    makes_folder: make the folder that it is to lie in, where there is none.
    """
    beside = path.with_name(path.name + ".part")
    with storage_errors(path):
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        try:
            with open(beside, "xb", opener=_owner_only) as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)

"""The corrections beside a session: corrections.jsonl, a line each, the newest last."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from voicecoach.adapters.event_codec import from_json, to_json
from voicecoach.adapters.session_files import write_private
from voicecoach.debrief.corrections import Correction, by_move
from voicecoach.domain.errors import SessionError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CORRECTIONS = "corrections.jsonl"


def read_corrections(folder: Path) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """Return the corrections and a remark for each line that is none; none of either where nothing was corrected.

    Raises SessionError when the file is there and cannot be opened.
    """
    path = folder / CORRECTIONS
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return (), ()
    except OSError as error:
        raise SessionError(f"{path}: cannot be read: {error.strerror}.") from error
    found: list[Correction] = []
    remarks: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found.append(cast(Correction, from_json(_adapter(), line, f"{path}, line {number}")))
        except SessionError as error:
            remarks.append(f"{error.what} This correction was left out.")
    return tuple(found), tuple(remarks)


def add_correction(folder: Path, correction: Correction) -> bool:
    """Keep a correction; return False, and write nothing, when the move was corrected to that already.

    The file is replaced whole or not at all; lines in it that are damaged stay. Raises StorageError, SessionError.
    """
    kept, _ = read_corrections(folder)
    if not correction.moves_borders and by_move(kept).get((correction.turn, correction.move)) == correction:
        return False
    path = folder / CORRECTIONS
    before = path.read_bytes() if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    write_private(path, before + to_json(asdict(correction)) + b"\n")
    return True


@cache
def _adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(Correction)

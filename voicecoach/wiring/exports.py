"""A kept session -> text in the format of another program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from voicecoach.adapters.exports.labels import as_audacity, as_textgrid
from voicecoach.adapters.exports.subtitles import as_srt, as_vtt
from voicecoach.adapters.exports.tables import as_csv, as_jsonl
from voicecoach.adapters.exports.xapi import as_xapi
from voicecoach.adapters.session_files import write_private

if TYPE_CHECKING:
    from voicecoach.adapters.session_folder import Session

__all__ = ["export", "write_private"]

_EXPORTS: dict[str, Callable[[Session], str]] = {
    "vtt": as_vtt,
    "srt": as_srt,
    "audacity": as_audacity,
    "textgrid": as_textgrid,
    "csv": as_csv,
    "jsonl": as_jsonl,
}


def export(session: Session, to: str, actor: str = "") -> str:
    """Return the session as `vtt`, `srt`, `audacity`, `textgrid`, `csv`, `jsonl` or `xapi`.

    actor: the pseudonym in xAPI statements; empty for one drawn from the session's id.
    """
    return as_xapi(session, actor) if to == "xapi" else _EXPORTS[to](session)

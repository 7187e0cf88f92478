"""Reads observers' notes from text files: a line each, `mm:ss note`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from voicecoach.debrief.circle import slug
from voicecoach.debrief.observer_notes import ObserverNote

_LINE = re.compile(r"(?:(\d{1,2}):)?(\d{1,3})[:.]([0-5]\d)[\s,;–-]+(.*\S)\s*")


def read_notes(folder: Path, observers: Sequence[str]) -> tuple[tuple[ObserverNote, ...], tuple[str, ...]]:
    """Return the notes in a folder's `notes*.txt`, and a remark for each line or file that is none.

    `notes-anna.txt` is Anna's; `notes.txt` is the observer's where there is one. Empty lines and those that begin
    with "#" say nothing. No notes where there are no files.
    """
    notes: list[ObserverNote] = []
    remarks: list[str] = []
    for path in sorted(folder.glob("notes*.txt")):
        try:
            text = _decoded(path.read_bytes())
        except OSError as error:
            remarks.append(f"{path}: cannot be read: {error.strerror}.")
            continue
        observer = _observer(path.stem, observers)
        for number, line in enumerate(text.splitlines(), 1):
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            note = _note(line.strip(), observer)
            if note is None:
                remarks.append(f"{path}:{number}: no note of the form 'mm:ss words', left out.")
            else:
                notes.append(note)
    return tuple(notes), tuple(remarks)


def _note(line: str, observer: str) -> ObserverNote | None:
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    return ObserverNote(((hours * 60 + minutes) * 60 + seconds) * 1000, found[4], observer)


def _observer(stem: str, observers: Sequence[str]) -> str:
    name = stem.removeprefix("notes").strip("-_ ")
    known = {slug(observer): observer for observer in observers}
    if name:
        return known.get(slug(name), name)
    return observers[0] if len(observers) == 1 else ""


def _decoded(content: bytes) -> str:
    """Notes come from anyone's editor: UTF-8, UTF-16 with its mark, or what Windows wrote before."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")

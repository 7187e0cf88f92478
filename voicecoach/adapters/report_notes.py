"""Observers' notes on one talk, laid at the turns they are about, for the report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voicecoach.adapters.observer_files import read_notes
from voicecoach.adapters.session_folder import EVENTS, HEAD, Session
from voicecoach.adapters.trainer_words import duration
from voicecoach.debrief.observer_notes import WovenNote, weave
from voicecoach.domain.events import CoacheeResponded


@dataclass(frozen=True, slots=True)
class NoteTold:
    """A note: when, who, what. observer: empty when that is not known."""

    at: str
    observer: str
    text: str


@dataclass(frozen=True, slots=True)
class NotesTold:
    """The notes by the anchor of their turn; those of before the first turn and after the end apart."""

    by_turn: dict[str, list[NoteTold]]
    apart: list[NoteTold]
    remarks: tuple[str, ...]


def notes_told(session: Session) -> NotesTold:
    """Return the notes that lie with a session: in its folder, and in the folder around it where it lies alone."""
    places = [session.folder, *([session.folder.parent] if _lies_alone(session.folder) else [])]
    read = [read_notes(place, ()) for place in places]
    anchors = {event.turn: f"t{event.at_ms}" for event in session.events if isinstance(event, CoacheeResponded)}
    told = NotesTold({}, [], tuple(remark for _, remarks in read for remark in remarks))
    for woven in weave([note for notes, _ in read for note in notes], session.events):
        place = (
            told.apart
            if woven.is_late or woven.turn not in anchors
            else told.by_turn.setdefault(anchors[woven.turn], [])
        )
        place.append(_note(woven))
    return told


def _note(woven: WovenNote) -> NoteTold:
    return NoteTold(duration(woven.note.at_ms), woven.note.observer, woven.note.text)


def _lies_alone(folder: Path) -> bool:
    """Whether no other session lies beside this one: else nobody knows whose the notes around it are."""
    around = [each for each in folder.parent.iterdir() if each.is_dir()]
    return not any(each != folder and ((each / HEAD).is_file() or (each / EVENTS).is_file()) for each in around)

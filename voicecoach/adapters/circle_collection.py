"""Collects what a circle brought in: of each talk of the plan its session and its observers' notes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voicecoach.adapters.observer_files import read_notes
from voicecoach.adapters.session_folder import Session, read_session
from voicecoach.adapters.session_gathering import session_folders
from voicecoach.adapters.session_store import DamagedSession
from voicecoach.debrief.circle import Circle, Station, stations
from voicecoach.debrief.observer_notes import ObserverNote
from voicecoach.domain.errors import SessionError


@dataclass(frozen=True, slots=True)
class Collected:
    """One talk of the plan and what is there of it.

    session: the newest that can be read and is with the coachee of the plan; None as long as there is none.
    earlier: how many older ones were passed over.
    remarks: what was left out and why, a line each, among it notes that are none.
    """

    station: Station
    folder: Path
    session: Session | None
    earlier: int
    notes: tuple[ObserverNote, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CircleCollection:
    """All talks of the plan in order; damaged sessions; and sessions that lie at none of its places."""

    collected: tuple[Collected, ...]
    damaged: tuple[DamagedSession, ...]
    strays: tuple[Path, ...]


def collect(circle: Circle, folder: Path, persona_id: str) -> CircleCollection:
    """Read all that lies in a circle's folder; a damaged session is named and skipped.

    persona_id: of the coachee of the plan, which names his file or himself.
    """
    damaged: list[DamagedSession] = []
    places = {station: folder / station.folder for station in stations(circle)}
    collected = tuple(_collected(persona_id, station, place, damaged) for station, place in places.items())
    taken = set(places.values())
    strays = tuple(found for found in session_folders(folder) if not taken & set(found.parents))
    return CircleCollection(collected, tuple(damaged), strays)


def _collected(persona_id: str, station: Station, place: Path, damaged: list[DamagedSession]) -> Collected:
    sessions: list[Session] = []
    remarks: list[str] = []
    for found in session_folders(place):
        try:
            session = read_session(found)
        except SessionError as error:
            damaged.append(DamagedSession(found, error.what))
            continue
        if session.head.persona.id != persona_id:
            remarks.append(f"{found}: a talk with '{session.head.persona.id}', not '{persona_id}'; left out.")
            continue
        sessions.append(session)
    sessions.sort(key=lambda session: (session.head.started_at, session.head.id))
    notes, doubts = read_notes(place, station.observers)
    newest = sessions[-1] if sessions else None
    return Collected(station, place, newest, max(0, len(sessions) - 1), notes, (*remarks, *doubts))

"""What observers wrote down with a time, woven into the talk they watched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.debrief.beginnings import beginnings
from voicecoach.debrief.openings import telling_move
from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import Move


@dataclass(frozen=True, slots=True)
class ObserverNote:
    """A note. at_ms: on the session clock. observer: who wrote it, empty when that is not known."""

    at_ms: int
    text: str
    observer: str = ""


@dataclass(frozen=True, slots=True)
class WovenNote:
    """A note with what was going on.

    turn: of the coach's last turn begun at that moment, 0 before the first.
    said: the coach's words in it; move: the one that told most in it, None before the first.
    before, after: openness around that turn, None before the first.
    is_late: the note is of after the end of the talk.
    """

    note: ObserverNote
    turn: int
    said: str = ""
    move: Move | None = None
    before: int | None = None
    after: int | None = None
    is_late: bool = False


def weave(notes: Sequence[ObserverNote], events: Sequence[SessionEvent]) -> tuple[WovenNote, ...]:
    """Lay each note beside the coach's turn that it is about, by time; notes of one moment keep their order."""
    began = beginnings(events)
    turns = [(began[e.at_ms], e) for e in events if isinstance(e, CoacheeResponded)]
    end_ms = events[-1].at_ms if events else 0
    return tuple(_woven(note, turns, end_ms) for note in sorted(notes, key=lambda note: note.at_ms))


def _woven(note: ObserverNote, turns: Sequence[tuple[int, CoacheeResponded]], end_ms: int) -> WovenNote:
    begun = [event for start_ms, event in turns if start_ms <= note.at_ms]
    is_late = note.at_ms > end_ms
    if not begun:
        return WovenNote(note, 0, is_late=is_late)
    last = begun[-1]
    move = telling_move(last.coach)
    return WovenNote(note, last.turn, last.coach.text, move, last.change.before, last.change.after, is_late)

"""Rows for spreadsheets and programs: one for each thing said or kept silent, as CSV or as lines of JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields

from voicecoach.adapters.exports.utterance_words import kinds, plain, role, speaker
from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.corrections import by_move
from voicecoach.debrief.moves_made import is_follow_up
from voicecoach.debrief.timeline import timeline
from voicecoach.domain.moves import Move
from voicecoach.domain.openness import OpennessChange


@dataclass(frozen=True, slots=True)
class Row:
    """One utterance; times in seconds on the session's clock.

    moves: kinds, apart by " + ", with "?" where not certain. corrected: how many of them a trainer corrected.
    follow_ups: how many ask on.
    silence_s: kept before the coachee went on by himself. openness_before, openness_after: None where nothing moved it.
    """

    session: str
    turn: int
    side: str
    speaker: str
    start_s: float
    end_s: float
    text: str
    not_understood: str
    moves: str
    corrected: int
    follow_ups: int
    assumption_free: bool | None
    interrupted: bool
    wait_s: float | None
    silence_s: float | None
    openness_before: int | None
    openness_after: int | None
    reason: str


def as_csv(session: Session) -> str:
    """Return the rows as CSV with a header line; a text that a spreadsheet would reckon with gets a quote before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    names = [field.name for field in fields(Row)]
    writer.writerow(names)
    for row in _rows(session):
        writer.writerow([_cell(getattr(row, name)) for name in names])
    return out.getvalue()


def as_jsonl(session: Session) -> str:
    """Return a JSON object for each row; `moves` is a list with every field of each move."""
    lines = []
    for said, row in zip(timeline(session.corrected), _rows(session), strict=True):
        told = {field.name: getattr(row, field.name) for field in fields(Row)}
        told["moves"] = [_move(said.text, move) for move in said.coach.moves] if said.coach is not None else []
        lines.append(json.dumps(told, ensure_ascii=False) + "\n")
    return "".join(lines)


def _rows(session: Session) -> Iterator[Row]:
    changed = by_move(session.corrections)
    for said in timeline(session.corrected):
        coach = said.coach
        moves = coach.moves if coach is not None else ()
        yield Row(
            session=session.head.id,
            turn=said.turn,
            side=role(session, said),
            speaker=speaker(session, said),
            start_s=said.span.start_ms / 1000,
            end_s=said.span.end_ms / 1000,
            text=plain(said.text),
            not_understood="" if said.doubt is said.doubt.NONE else str(said.doubt),
            moves=" + ".join(kinds(said)),
            corrected=sum((said.turn, place) in changed for place in range(1, len(moves) + 1)),
            follow_ups=sum(map(is_follow_up, moves)),
            assumption_free=coach.is_assumption_free if coach is not None else None,
            interrupted=coach.interrupted if coach is not None else said.was_interrupted,
            wait_s=coach.wait_ms / 1000 if coach is not None else None,
            silence_s=None if said.silence_ms is None else said.silence_ms / 1000,
            openness_before=said.change.before if said.change else None,
            openness_after=said.change.after if said.change else None,
            reason=_reason(said.change),
        )


def _reason(change: OpennessChange | None) -> str:
    """Without the points it opens with, which stand in their own columns."""
    if change is None:
        return ""
    points, colon, words = change.reason.partition(": ")
    return plain(words if colon and points.lstrip("+-").isdecimal() else change.reason)


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value[:1] in set("=+-@"):
        return f"'{value}"
    return "" if value is None else value


def _move(text: str, move: Move) -> dict[str, object]:
    return {
        "kind": str(move.kind),
        "probability": move.probability,
        "is_certain": move.is_certain,
        "text": text[move.start : move.end],
        "follows_up": move.follows_up,
        "takes_up": move.takes_up,
        "cues": list(move.cues),
    }

"""Writes the figures of a group's talks as CSV: a row a talk, for a spreadsheet or for research."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from voicecoach.adapters.session_files import write_private
from voicecoach.debrief.comparison import Comparison, Talk
from voicecoach.domain.moves import MoveKind

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(comparison: Comparison, path: Path, *, names: bool) -> None:
    """Write the file for its owner only, with the byte-order mark that spreadsheets want; raise StorageError."""
    write_private(path, render_csv(comparison, names=names).encode("utf-8-sig", "replace"))


def render_csv(comparison: Comparison, *, names: bool) -> str:
    """The rows after RFC 4180, headed by names; times in seconds, shares and ratios as fractions, unknown ones empty.

    `topic.X` holds the deepest level told, 1 to 4, 0 where he was asked and told nothing, empty where it never came up.
    Who had the talk stands in it only when `names` is set.
    """
    topics = [topic.id for topic in comparison.topics]
    rows = [_row(talk, topics, names) for talk in comparison.talks]
    text = io.StringIO()
    if rows:
        writer = csv.DictWriter(text, rows[0])
        writer.writeheader()
        writer.writerows({key: _safe(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _row(talk: Talk, topics: Sequence[str], names: bool) -> dict[str, object]:
    figures = talk.figures
    named: dict[str, object] = {"name": talk.who} if names else {}
    return {
        "talk": talk.label,
        **named,
        "case": talk.persona.case.id,
        "persona": talk.persona.id,
        "language": talk.persona.language,
        "duration_s": figures.duration_ms / 1000,
        "turns": figures.turns,
        "not_understood": figures.not_understood,
        "openness_start": figures.start,
        "openness_end": figures.end,
        "level_end": None if talk.level is None else int(talk.level) + 1,
        **_speaking(talk),
        **_moves(talk),
        "opened_with": talk.opening.kind.value if talk.opening else None,
        "first_solution": figures.first_solution,
        "own_solution": int(figures.own_solution),
        "committed": int(figures.committed),
        "topics_found": sum(found.level is not None for found in talk.topics),
        **{f"topic.{topic}": _depth(talk, topic) for topic in topics},
    }


def _speaking(talk: Talk) -> dict[str, object]:
    time, wait = talk.figures.talk, talk.figures.wait
    return {
        "coach_share": None if time.coach_share is None else round(time.coach_share, 4),
        "coach_s": time.coach_ms / 1000,
        "coachee_s": time.coachee_ms / 1000,
        "longest_coach_s": time.longest_coach_ms / 1000,
        "wait_median_s": None if wait.median_ms is None else wait.median_ms / 1000,
        "wait_count": wait.count,
    }


def _moves(talk: Talk) -> dict[str, object]:
    moves = talk.figures.moves
    ratio = moves.reflections_to_questions
    return {
        **{kind.value: moves.count(kind) for kind in MoveKind},
        "unsure": moves.unsure,
        "follow_ups": moves.follow_ups,
        "filling_in": moves.filling_in,
        "reflections_to_questions": None if ratio is None else round(ratio, 4),
        "interruptions": moves.interruptions,
    }


def _depth(talk: Talk, topic: str) -> int | None:
    found = talk.found(topic)
    if found is None:
        return None
    return 0 if found.level is None else int(found.level) + 1


def _safe(value: object) -> object:
    """A text that a spreadsheet would run as a formula is made to stay text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value

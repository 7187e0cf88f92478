"""Writes the report of a session: one HTML file that needs no network, for the manager who had the talk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from voicecoach import __version__
from voicecoach.adapters.openness_chart import openness_chart, turn_id
from voicecoach.adapters.page_sound import sound_address
from voicecoach.adapters.plain_summary import ending
from voicecoach.adapters.report_figures import figures_told
from voicecoach.adapters.report_lesson_words import lesson_words
from voicecoach.adapters.report_lessons import agreements_told, goal_told, instead_told, next_told, support_told
from voicecoach.adapters.report_notes import notes_told
from voicecoach.adapters.report_turns import TurnTold, greeting_told, turns_told
from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.session_audio import recorded_frames
from voicecoach.adapters.session_files import write_private
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.trainer_words import duration, trainer_words
from voicecoach.debrief.measures import CurvePoint, Measures, measure
from voicecoach.domain.audio import RATE_HZ
from voicecoach.domain.errors import SessionError

_CRASH_LOSES_S = 2
"""A recording may end so much before the last event without a word about it."""


def write_report(session: Session, path: Path) -> None:
    """Write the report in the session's language, for its owner only; raise StorageError when the disk refuses."""
    write_private(path, render_report(session).encode("utf-8", "replace"))


def render_report(session: Session) -> str:
    """The page as text, the recording inside it; a recording that cannot be read is left out and said so."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - heavy

    environment = Environment(
        loader=PackageLoader("voicecoach.adapters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(_page(session))


def _page(session: Session) -> dict[str, object]:
    head, events = session.head, session.corrected
    figures = measure(events)
    sound, remarks, recorded_s = _sound(session)
    language, name = head.language, head.persona.name
    words = trainer_words(language)
    turns, notes = turns_told(events, language, session.events), notes_told(session)
    fields = {"name": name, "start": figures.start, "end": figures.end, "count": len(figures.curve)}
    fields |= {"why": ending(session, words), "version": __version__, "id": head.id, "parent": head.parent}
    texts = {key: _fill(text, fields) for key, text in {**report_words(language), **lesson_words(language)}.items()}
    return {
        "language": language,
        "t": texts,
        "name": name,
        "case": head.persona.case,
        "when": head.started_at[:16].replace("T", " "),
        "duration": duration(figures.duration_ms),
        "is_taken_up": bool(head.parent),
        "goal": session.goal,
        "curve": openness_chart(figures, head.persona.temper, words, texts["curve_label"], _moves(turns)),
        "opened": _turning(figures.opened, turns),
        "closed": _turning(figures.closed, turns),
        "figures": figures_told(figures, name, language),
        "has_curve": _has_curve(figures),
        "has_figures": bool(figures.curve) or figures.talk.coach_share is not None,
        "turns": turns,
        "notes": notes,
        "greeting": greeting_told(events),
        "smart": goal_told(session.goal, language),
        "instead": instead_told(events, head.persona),
        "support": support_told(events, head.persona),
        "agreements": agreements_told(events, head.persona),
        "next_step": next_told(figures, events, head.persona),
        "audio": sound,
        "recorded_s": recorded_s,
        "remarks": (*session.remarks, *remarks, *notes.remarks),
        "corrected": texts["corrected_remark"].format(name=name, turns=_corrected(session))
        if session.corrections
        else "",
    }


def _fill(text: str, fields: Mapping[str, object]) -> str:
    """Fill in what the whole page shares; a text with fields of its own is left to whoever fills those."""
    try:
        return text.format(**fields)
    except KeyError:
        return text


def _moves(turns: tuple[TurnTold, ...]) -> dict[str, str]:
    return {turn.id: ", ".join(label.name for label in turn.labels) or _unspoken(turn) for turn in turns}


def _unspoken(turn: TurnTold) -> str:
    return "" if turn.is_spoken else turn.words


def _corrected(session: Session) -> int:
    """How many turns a trainer corrected."""
    return sum(now != then for now, then in zip(session.corrected, session.events, strict=True))


def _has_curve(figures: Measures) -> bool:
    return figures.start is not None and bool(figures.curve)


def _turning(points: tuple[CurvePoint, ...], turns: tuple[TurnTold, ...]) -> list[TurnTold]:
    by_id = {turn.id: turn for turn in turns}
    return [by_id[turn_id(point)] for point in points]


def _sound(session: Session) -> tuple[str, tuple[str, ...], float]:
    """The recording as an address, remarks on it, and how many seconds it holds."""
    if session.audio is None:
        return "", (), 0.0
    try:
        recorded_s, end_s = (
            recorded_frames(session.audio) / RATE_HZ,
            session.events[-1].at_ms / 1000 if session.events else 0,
        )
        is_short = recorded_s + _CRASH_LOSES_S < end_s
        short = f"{session.audio}: ends at {duration(recorded_s * 1000)}, the talk at {duration(end_s * 1000)}."
        return sound_address(session.audio), (short,) if is_short else (), recorded_s
    except SessionError as error:
        return "", (str(error),), 0.0

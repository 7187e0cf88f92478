"""Writes the report of a session: one HTML file that needs no network, for the manager who had the talk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from voicecoach import __version__
from voicecoach.adapters import openness_chart as chart
from voicecoach.adapters.plain_summary import ending
from voicecoach.adapters.report_figures import figures_told
from voicecoach.adapters.report_turns import TurnTold, turns_told
from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.session_files import write_private
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.trainer_words import duration, trainer_words
from voicecoach.debrief.measures import CurvePoint, Measures, measure


def write_report(session: Session, path: Path) -> None:
    """Write the report in the session's language, for its owner only; raise StorageError when the disk refuses."""
    write_private(path, render_report(session, path.parent).encode("utf-8", "replace"))


def render_report(session: Session, beside: Path) -> str:
    """The page as text; the recording is linked relative to the folder `beside`, in which the page will lie."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - heavy

    environment = Environment(
        loader=PackageLoader("voicecoach.adapters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html").render(_page(session, beside))


def _page(session: Session, beside: Path) -> dict[str, object]:
    head, figures = session.head, measure(session.events)
    language, name = head.language, head.persona.name
    words = trainer_words(language)
    turns = turns_told(session, language)
    fields = {"name": name, "start": figures.start, "end": figures.end, "count": len(figures.curve)}
    fields |= {"why": ending(session, words), "version": __version__, "id": head.id}
    return {
        "language": language,
        "t": {key: _fill(text, fields) for key, text in report_words(language).items()},
        "name": name,
        "case": head.persona.case,
        "when": head.started_at[:16].replace("T", " "),
        "duration": duration(figures.duration_ms),
        "goal": session.goal,
        "chart": chart.openness_chart(figures, head.persona.temper, words),
        "frame": chart,
        "opened": _turning(figures.opened, turns),
        "closed": _turning(figures.closed, turns),
        "figures": figures_told(figures, name, language),
        "has_curve": _has_curve(figures),
        "turns": turns,
        "audio": _link(session.audio, beside) if session.audio else "",
        "remarks": session.remarks,
    }


def _fill(text: str, fields: Mapping[str, object]) -> str:
    """Fill in what the whole page shares; a text with fields of its own is left to whoever fills those."""
    try:
        return text.format(**fields)
    except KeyError:
        return text


def _has_curve(figures: Measures) -> bool:
    return figures.start is not None and bool(figures.curve)


def _turning(points: tuple[CurvePoint, ...], turns: tuple[TurnTold, ...]) -> list[TurnTold]:
    by_id = {turn.id: turn for turn in turns}
    return [by_id[chart.turn_id(point)] for point in points]


def _link(audio: Path, beside: Path) -> str:
    try:
        return quote(Path(os.path.relpath(audio.resolve(), beside.resolve())).as_posix())
    except ValueError:  # another drive on Windows
        return audio.resolve().as_uri()

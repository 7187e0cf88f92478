"""`voicecoach demo`: a whole round on recorded speech, in both languages, without a microphone."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.cli.command import Command, add_language, add_model

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

TEXTS: dict[Language, dict[str, str]] = {
    "nl": {"title": "Een oefenronde in het Nederlands, met opgenomen beurten", "report": "Verslag", "answer": "Geluid"},
    "en": {"title": "A practice round in English, with recorded turns", "report": "Report", "answer": "Sound"},
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--real-time", action="store_true", help="at the pace of the clock instead of as fast as it goes"
    )
    parser.add_argument("--play", action="store_true", help="let the answers be heard")
    parser.add_argument("--sessions", type=Path, metavar="DIR", help="where sessions are kept")
    add_model(parser)
    add_language(parser, "one language only; both when left out")


def run(args: argparse.Namespace) -> int:
    """Run a round in each language; print a summary, the session and the report."""
    from rich.console import Console  # noqa: PLC0415 - heavy

    console = Console(highlight=False)
    languages: tuple[Language, ...] = (args.lang,) if args.lang else ("nl", "en")
    for language in languages:
        _round(console, args, language)
    return 0


def _round(console: Any, args: argparse.Namespace, language: Language) -> None:
    from voicecoach.cli.practice import run_round, show_briefing  # noqa: PLC0415 - heavy
    from voicecoach.wiring.engines import load_persona  # noqa: PLC0415 - heavy
    from voicecoach.wiring.practice import PracticeSettings  # noqa: PLC0415 - heavy
    from voicecoach.wiring.reports import write_report  # noqa: PLC0415 - heavy
    from voicecoach.wiring.sessions import SessionStore  # noqa: PLC0415 - heavy
    from voicecoach.wiring.shipped import default_persona, round_recordings  # noqa: PLC0415 - heavy

    texts = TEXTS[language]
    console.rule(texts["title"])
    name = default_persona(language)
    persona = load_persona(name)
    show_briefing(console, persona)
    settings = PracticeSettings(
        persona=name,
        recordings=round_recordings(language),
        real_time=args.real_time,
        model=args.model,
        play=args.play,
        sessions=args.sessions,
    )
    folder = run_round(console, settings, persona, language, coach_view=True)
    report = folder / "report.html"
    write_report(SessionStore(args.sessions).open(str(folder)), report)
    console.print(f"{texts['answer']}: {folder / 'audio.wav'}", markup=False, soft_wrap=True)
    console.print(f"{texts['report']}: {report}\n", markup=False, soft_wrap=True)


COMMAND = Command("demo", "A whole round on recorded speech, without a microphone", "voicecoach demo", configure, run)

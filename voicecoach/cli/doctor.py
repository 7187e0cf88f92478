"""`voicecoach doctor`: what of this machine is ready for a round, and for each thing missing what mends it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from voicecoach.cli.checkup import Finding, all_checks, examine
from voicecoach.cli.command import Command, add_language, add_model
from voicecoach.cli.session_choice import add_sessions_folder

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "microphone": "microfoon",
        "loudspeaker": "luidspreker",
        "voice_nl": "stem, Nederlands",
        "voice_en": "stem, Engels",
        "voice_natural": "natuurlijke stem",
        "model": "spraakmodel",
        "embedder": "zinsbegrip",
        "disk": "schijf",
        "speed": "snelheid",
        "part": "Onderdeel",
        "found": "Gevonden",
        "cure": "Zo los je het op",
        "good": "goed",
        "missing": "ontbreekt",
        "all_good": "Alles is er: start met voicecoach practice.",
        "not_good": "Wat ontbreekt: {parts}.",
    },
    "en": {
        "microphone": "microphone",
        "loudspeaker": "loudspeaker",
        "voice_nl": "voice, Dutch",
        "voice_en": "voice, English",
        "voice_natural": "natural voice",
        "model": "speech model",
        "embedder": "sentence meaning",
        "disk": "disk",
        "speed": "speed",
        "part": "Part",
        "found": "Found",
        "cure": "What mends it",
        "good": "good",
        "missing": "missing",
        "all_good": "Everything is there: begin with voicecoach practice.",
        "not_good": "Missing: {parts}.",
    },
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_language(parser, "language of the table (English when left out)")
    add_model(parser)
    add_sessions_folder(parser)


def run(args: argparse.Namespace) -> int:
    """Look at everything and show it; 0 when all is there, 1 when something is missing."""
    from voicecoach.wiring.sessions import default_root  # noqa: PLC0415 - keeps --help fast

    sessions: Path = args.sessions or default_root()
    findings = examine(all_checks(args.model, sessions))
    show(findings, args.lang or "en")
    return 0 if all(finding.is_there for finding in findings) else 1


def show(findings: Sequence[Finding], language: Language, out: TextIO | None = None) -> None:
    """Print a table of what was found, and one line that sums it up."""
    from rich.console import Console  # noqa: PLC0415 - heavy
    from rich.markup import escape  # noqa: PLC0415 - heavy
    from rich.table import Table  # noqa: PLC0415 - heavy

    texts = TEXTS[language]
    console = Console(file=out, highlight=False)
    table = Table(show_lines=False)
    for heading in ("part", "", "found", "cure"):
        table.add_column(texts.get(heading, ""), overflow="fold")
    for finding in findings:
        state = f"[green]{texts['good']}[/]" if finding.is_there else f"[red]{texts['missing']}[/]"
        table.add_row(texts[finding.part], state, escape(finding.words), escape(finding.cure))
    console.print(table)
    missing = [texts[finding.part] for finding in findings if not finding.is_there]
    console.print(texts["not_good"].format(parts=", ".join(missing)) if missing else texts["all_good"])


COMMAND = Command(
    name="doctor",
    summary="see what this machine has and lacks for a round, and what mends it",
    example="voicecoach doctor --lang nl",
    configure=configure,
    run=run,
)

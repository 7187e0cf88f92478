"""`voicecoach practice`: a round by voice with a coachee."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language, add_model
from voicecoach.domain.errors import DeviceLostError, InputError

if TYPE_CHECKING:
    from rich.console import Console

    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import Persona
    from voicecoach.wiring.practice import PracticeSettings

TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "goal": "Wat wilt u met dit gesprek bereiken? (Enter slaat over)",
        "loading": "Laden",
        "speak": "U kunt spreken. Stop met Ctrl-C, of zeg na een stilte: stop.",
        "kept": "Sessie",
        "model": "Spraakmodel",
        "lost": "De microfoon of luidspreker viel weg. De sessie is bewaard in",
        "reconnect": "Sluit hem weer aan en begin opnieuw.",
        "headset": "Gebruik een koptelefoon: op luidsprekers hoort de microfoon de stem (--speakers).",
    },
    "en": {
        "goal": "What do you want to reach in this talk? (Enter skips)",
        "loading": "Loading",
        "speak": "You may speak. Stop with Ctrl-C, or say after a silence: stop.",
        "kept": "Session",
        "model": "Speech model",
        "lost": "The microphone or loudspeaker went away. The session is kept in",
        "reconnect": "Plug it in and begin again.",
        "headset": "Use a headset: on loudspeakers the microphone hears the voice (--speakers).",
    },
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("persona", nargs="?", default=None, metavar="PERSONA", help="a persona's id or file")
    parser.add_argument("--audio", nargs="+", type=Path, default=[], metavar="FILE", help="recorded turns, one a file")
    parser.add_argument("--fast", action="store_true", help="take recorded turns in as fast as possible")
    parser.add_argument("--no-play", action="store_true", help="write the answers without playing them")
    parser.add_argument("--no-audio", action="store_true", help="record no sound")
    parser.add_argument("--coach-view", action="store_true", help="show openness: for a trainer, not in a real round")
    parser.add_argument("--speakers", action="store_true", help="no headset: do not listen while the coachee speaks")
    parser.add_argument("--microphone", metavar="DEVICE", help="a device by name or number")
    parser.add_argument("--loudspeaker", metavar="DEVICE", help="a device by name or number")
    parser.add_argument("--minutes", type=float, metavar="N", help="length of the round")
    parser.add_argument("--goal", metavar="TEXT", help="your goal for the talk; otherwise you are asked for it")
    parser.add_argument("--difficulty", choices=("easy", "normal", "hard"), default="normal")
    parser.add_argument("--swap", action="store_true", help="swap chairs: you play the seller, the machine coaches you")
    parser.add_argument(
        "--coach", metavar="COACH", help="who coaches then: listening (if left out), advising, or a coach's file"
    )
    parser.add_argument("--card", action="store_true", help="with --swap: print the role card and stop")
    parser.add_argument("--by-key", action="store_true", help="with --swap: answer how it felt by key, not by voice")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="kept with the session; a coachee leaves nothing to chance (0)"
    )
    parser.add_argument("--sessions", type=Path, metavar="DIR", help="where sessions are kept")
    add_model(parser)
    add_language(parser, "language of the coachee when no persona is named, and of the texts on the screen")


def run(args: argparse.Namespace) -> int:
    """Run a round and print where it is kept."""
    from rich.console import Console  # noqa: PLC0415 - heavy

    from voicecoach.wiring.engines import load_persona  # noqa: PLC0415 - heavy
    from voicecoach.wiring.shipped import default_persona  # noqa: PLC0415 - kept beside its use

    if args.minutes is not None and args.minutes <= 0:
        raise InputError(f"--minutes {args.minutes:g} leaves no time.", "Give a number above 0.")
    _check_swap(args)
    console = Console(highlight=False)
    name = args.persona or default_persona(args.lang or "nl")
    persona = load_persona(name, args.difficulty)
    language = args.lang or persona.language
    if args.swap:
        return _swap(args, console, name, persona)
    show_briefing(console, persona)
    goal = args.goal if args.goal is not None else _ask_goal(console, language, bool(args.audio))
    run_round(console, _settings(args, name, goal), persona, language, coach_view=args.coach_view)
    return 0


def _check_swap(args: argparse.Namespace) -> None:
    for given, option in ((args.coach, "--coach"), (args.card, "--card"), (args.by_key, "--by-key")):
        if given and not args.swap:
            raise InputError(f"{option} is for the swapped chair.", "Add --swap, or leave it out.")
    if args.swap and args.goal:
        raise InputError("--goal is for the one who coaches, and with --swap that is the machine.", "Leave it out.")


def _swap(args: argparse.Namespace, console: Console, name: str, persona: Persona) -> int:
    """Run a round in the swapped chair, in the language of the part."""
    from voicecoach.cli import swapped_chair  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.swap import find_coach  # noqa: PLC0415 - heavy

    language = persona.language
    if args.card:
        console.print(swapped_chair.card_text(persona, language), markup=False)
        return 0
    coach = find_coach(args.coach or "listening", language)
    swapped_chair.show_card(console, persona, language)
    settings = replace(_settings(args, name, ""), coach=coach, felt_by_voice=not args.by_key)
    folder = run_round(console, settings, persona, language, coach_view=False)
    swapped_chair.ask_felt(console, folder, language)
    other = "advising" if coach.style == "listening" else "listening"
    console.print(swapped_chair.TEXTS[language]["next"].format(other=other), markup=False)
    return 0


def show_briefing(console: Console, persona: Persona) -> None:
    """Print what the manager should know before he begins."""
    from rich.panel import Panel  # noqa: PLC0415 - heavy

    text = persona.case.briefing.strip()
    hint = f"\n\n{persona.case.goal_hint.strip()}" if persona.case.goal_hint else ""
    console.print(Panel(text + hint, title=persona.case.title, width=min(100, console.width), padding=(1, 2)))


def run_round(
    console: Console, settings: PracticeSettings, persona: Persona, language: Language, *, coach_view: bool
) -> Path:
    """Run a round with its live view; print the summary and return the session's folder.

    Raise DeviceLostError, after the summary, when a device went away; the session is kept.
    """
    from voicecoach.wiring.practice import build_practice  # noqa: PLC0415 - heavy
    from voicecoach.wiring.sessions import SessionStore, summary_lines  # noqa: PLC0415 - heavy
    from voicecoach.wiring.views import TerminalView  # noqa: PLC0415 - heavy

    texts = TEXTS[language]
    partner = settings.coach.name if settings.coach else persona.name
    view = TerminalView(console, language, partner, coach_view=coach_view)
    try:
        practice = build_practice(settings, persona, view, lambda what: view.words(f"{texts['loading']}: {what}"))
        try:
            console.print(f"{texts['model']}: {practice.model}", style="dim", markup=False)
            if not settings.recordings:
                console.print(texts["speak"])
                if not settings.half_duplex:
                    console.print(texts["headset"], style="dim")
            why = practice.run()
        finally:
            practice.close()
    finally:
        view.close()
    folder = practice.folder.path
    for line in summary_lines(SessionStore(settings.sessions).open(str(folder)), language):
        console.print(line, markup=False)
    if why == "device_lost":
        raise DeviceLostError(f"{texts['lost']} {folder}.", texts["reconnect"])
    console.print(f"{texts['kept']}: {folder}", markup=False, soft_wrap=True)
    return folder


def _ask_goal(console: Console, language: Language, is_recorded: bool) -> str:
    if is_recorded or not sys.stdin.isatty():
        return ""
    return console.input(f"{TEXTS[language]['goal']}\n> ").strip()


def _settings(args: argparse.Namespace, persona: str, goal: str) -> PracticeSettings:
    from voicecoach.wiring.practice import PracticeSettings  # noqa: PLC0415 - heavy

    return PracticeSettings(
        persona=persona,
        recordings=tuple(args.audio),
        real_time=not args.fast,
        model=args.model,
        microphone=args.microphone,
        loudspeaker=args.loudspeaker,
        play=not args.no_play,
        record_audio=not args.no_audio,
        half_duplex=args.speakers,
        difficulty=args.difficulty,
        goal=goal,
        minutes=args.minutes,
        sessions=args.sessions,
        seed=args.seed,
    )


COMMAND = Command(
    "practice",
    "Practise a coaching talk by voice",
    "voicecoach practice joris --minutes 15",
    configure,
    run,
)

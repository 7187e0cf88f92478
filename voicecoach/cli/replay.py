"""`voicecoach replay`: a kept talk heard again, verified, sent through today's engines, or taken up at a turn."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language, add_model
from voicecoach.cli.replay_aloud import listen
from voicecoach.cli.replay_texts import TEXTS
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from voicecoach.domain.audio import Language
    from voicecoach.wiring.practice import PracticeSettings
    from voicecoach.wiring.sessions import Session

_SLOWEST, _FASTEST = 0.5, 4.0
_TAKING_UP = ("audio", "fast", "no_audio", "speakers", "microphone", "minutes", "coach_view")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("session", metavar="SESSION", help="the session: its id, the start of it, or its folder")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--turn", type=int, metavar="N", help="begin at this turn")
    what.add_argument("--verify", action="store_true", help="work every state out again: all must be identical")
    what.add_argument(
        "--again", action="store_true", help="what today's recogniser, classifier and coachee make of the recording"
    )
    what.add_argument("--from", type=int, metavar="N", dest="take_up", help="take the talk up again at this turn")
    parser.add_argument("--speed", type=float, default=1.0, metavar="X", help="0.5 is half as fast, 2 twice (0.5 to 4)")
    parser.add_argument("--no-play", action="store_true", help="text only; with --from: write the answers only")
    parser.add_argument("--loudspeaker", metavar="DEVICE", help="a device by name or number")
    parser.add_argument("--persona", metavar="OTHER", help="with --again: what another coachee would make of it")
    parser.add_argument("--jsonl", action="store_true", help="with --again: one JSON object a turn")
    _configure_taking_up(parser)
    add_sessions_folder(parser)
    add_model(parser)
    add_language(parser, "language of the texts on the screen (otherwise that of the session)")


def _configure_taking_up(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--audio", nargs="+", type=Path, default=[], metavar="FILE", help="with --from: recorded turns, one a file"
    )
    parser.add_argument("--fast", action="store_true", help="with --audio: as fast as possible")
    parser.add_argument("--no-audio", action="store_true", help="with --from: record no sound")
    parser.add_argument("--speakers", action="store_true", help="with --from: no headset")
    parser.add_argument("--microphone", metavar="DEVICE", help="with --from: a device by name or number")
    parser.add_argument("--minutes", type=float, metavar="N", help="with --from: length of the round")
    parser.add_argument("--coach-view", action="store_true", help="with --from: show openness, for a trainer")


def run(args: argparse.Namespace) -> int:
    """Do what was asked with the session; return 1 when it verifies otherwise than it was logged."""
    from rich.console import Console  # noqa: PLC0415 - heavy

    _check(args)
    session = store_of(args).open(args.session)
    for remark in session.remarks:
        print(remark, file=sys.stderr)  # noqa: T201 - the command's output
    _check_swapped(args, session)
    console, language = Console(highlight=False), args.lang or session.head.language
    if args.verify:
        return _verify(console, session, language)
    if args.again:
        return _again(console, args, session, language)
    return (listen if args.take_up is None else _take_up)(console, args, session, language)


def _check(args: argparse.Namespace) -> None:
    if not _SLOWEST <= args.speed <= _FASTEST:
        raise InputError(f"--speed {args.speed:g} cannot be followed.", f"Give {_SLOWEST:g} to {_FASTEST:g}.")
    for option in ("persona", "jsonl"):
        if getattr(args, option) and not args.again:
            raise InputError(f"--{option} is for --again.", "Add --again.")
    for option in _TAKING_UP:
        if getattr(args, option) not in (None, False, []) and args.take_up is None:
            raise InputError(
                f"--{option.replace('_', '-')} is for --from.", "Add --from N, the turn at which to take the talk up."
            )
    if args.fast and not args.audio:
        raise InputError("--fast is for --audio.", "Add --audio FILE, recorded turns.")
    if args.minutes is not None and args.minutes <= 0:
        raise InputError(f"--minutes {args.minutes:g} leaves no time.", "Give a number above 0.")


def _check_swapped(args: argparse.Namespace, session: Session) -> None:
    if session.head.coach is not None and (args.verify or args.again or args.take_up is not None):
        raise InputError(
            f"{session.head.id} is a round in the swapped chair: it has no openness to work out.",
            "Hear it without --verify, --again and --from.",
        )


def _verify(console: Console, session: Session, language: Language) -> int:
    from voicecoach import __version__  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.replays import verify_session  # noqa: PLC0415 - heavy

    texts, found = TEXTS[language], verify_session(session)
    if found.is_identical:
        console.print(texts["identical" if found.states else "empty"].format(states=found.states))
        return 0
    console.print(texts["departs"].format(states=found.states, count=len(found.departures)))
    for each in found.departures:
        line = texts["departure"].format(
            line=each.index + 1, turn=each.turn, what=each.what, logged=each.logged, recomputed=each.recomputed
        )
        console.print(line, markup=False, soft_wrap=True)
    then = session.head.engines.get("voicecoach", "?")
    if then != __version__:
        console.print(texts["recorded_with"].format(then=then, now=__version__), markup=False)
    return 1


def _again(console: Console, args: argparse.Namespace, session: Session, language: Language) -> int:
    from voicecoach.cli.replay_again import json_of, sum_of, table_of  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.engines import load_persona  # noqa: PLC0415 - heavy
    from voicecoach.wiring.replays import hear_session_again, trainer_words  # noqa: PLC0415 - heavy

    other = load_persona(args.persona) if args.persona is not None else None
    if other is not None and other.language != session.head.language:
        spoken = session.head.language
        raise InputError(
            f"'{args.persona}' speaks {other.language}, the session is in {spoken}.",
            f"Choose one that speaks {spoken}: 'voicecoach persona list'.",
        )
    found, model = hear_session_again(session, other, args.model)
    if args.jsonl:
        for each in found:
            print(json_of(each), flush=True)  # noqa: T201 - the command's output
        return 0
    hearings = list(found)
    told = f"{TEXTS[language]['model']}: {model}" if model else TEXTS[language]["logged_words"]
    console.print(told, style="dim", markup=False)
    if hearings:
        console.print(table_of(hearings, language, trainer_words(language)))
    console.print(sum_of(hearings, language), soft_wrap=True)
    return 0


def _take_up(console: Console, args: argparse.Namespace, session: Session, language: Language) -> int:
    from voicecoach.cli.practice import run_round  # noqa: PLC0415 - kept beside its use

    settings = _settings(args, session)
    console.print(TEXTS[language]["take_up"].format(turn=args.take_up, session=session.head.id), markup=False)
    run_round(console, settings, session.head.persona, language, coach_view=args.coach_view)
    return 0


def _settings(args: argparse.Namespace, session: Session) -> PracticeSettings:
    from voicecoach.wiring.practice import PracticeSettings  # noqa: PLC0415 - heavy
    from voicecoach.wiring.taking_up import difficulty_of, take_up  # noqa: PLC0415 - heavy

    return PracticeSettings(
        persona=session.head.persona.id,
        recordings=tuple(args.audio),
        real_time=not args.fast,
        model=args.model,
        microphone=args.microphone,
        loudspeaker=args.loudspeaker,
        play=not args.no_play,
        record_audio=not args.no_audio,
        half_duplex=args.speakers,
        difficulty=difficulty_of(session),
        goal=session.goal,
        minutes=args.minutes,
        sessions=args.sessions,
        takes_up=take_up(session, args.take_up),
    )


COMMAND = Command(
    "replay",
    "Hear a kept talk again, verify it, or take it up at a turn",
    "voicecoach replay 20261123 --turn 4 --speed 0.8\n  voicecoach replay 20261123 --again\n  "
    "voicecoach replay 20261123 --from 4",
    configure,
    run,
)

"""Plays a kept talk back, with its words and moves as they are heard."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from voicecoach.cli.replay_texts import TEXTS
from voicecoach.domain.errors import DeviceError, DeviceLostError

if TYPE_CHECKING:
    import argparse

    from rich.console import Console

    from voicecoach.domain.audio import Language
    from voicecoach.wiring.sessions import Session


def listen(console: Console, args: argparse.Namespace, session: Session, language: Language) -> int:
    """Play the session's recording with its words, from the start or a turn; text only where nothing can be played."""
    from voicecoach.cli.replay_view import ReplayView  # noqa: PLC0415 - kept beside its use
    from voicecoach.debrief.corrections import by_move  # noqa: PLC0415 - kept beside its use
    from voicecoach.debrief.cues import cues_of, start_of_turn  # noqa: PLC0415 - kept beside its use
    from voicecoach.debrief.timeline import timeline  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.replays import (  # noqa: PLC0415 - heavy
        Screen,
        open_loudspeaker,
        play_session,
        trainer_words,
    )
    from voicecoach.wiring.taking_up import no_such_turn  # noqa: PLC0415 - kept beside its use

    said = timeline(session.corrected)
    if not said:
        console.print(TEXTS[language]["sum_none"], markup=False)
        return 0
    start_ms = 0 if args.turn is None else start_of_turn(said, args.turn) if args.turn > 0 else None
    if start_ms is None:
        raise no_such_turn(session, args.turn)
    words = trainer_words(language)
    view = ReplayView(console, language, session.head.answers_as, words, by_move(session.corrections))
    if session.audio is None:
        console.print(TEXTS[language]["no_recording"], style="dim")
    elif not args.no_play:
        try:
            loudspeaker = open_loudspeaker(args.loudspeaker)
        except DeviceLostError:
            raise
        except DeviceError as error:
            console.print(f"{TEXTS[language]['no_loudspeaker']} {error.what}", style="dim", markup=False)
        else:
            if sys.stdin.isatty():
                console.print(TEXTS[language]["keys"], style="dim")
            screen = Screen(view.show, view.jumped, view.told)
            play_session(session, loudspeaker, screen, start_ms=start_ms, speed=args.speed)
            return 0
    for cue in cues_of([each for each in said if each.span.start_ms >= start_ms]):
        view.show(cue)
    return 0

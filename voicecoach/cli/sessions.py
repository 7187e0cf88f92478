"""`voicecoach sessions`: list the sessions kept on this machine, show one, delete one."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.wiring.sessions import Session


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "show", "delete"), help="what to do")
    parser.add_argument("id", nargs="?", default="", help="the session: its id, the start of it, or its folder")
    add_sessions_folder(parser)
    parser.add_argument("--yes", action="store_true", help="delete without asking")
    parser.add_argument("--jsonl", action="store_true", help="list, show: one JSON object a line")
    add_language(parser, "language of `show` (otherwise that of the session)")


def _run(args: argparse.Namespace) -> int:
    if args.action == "list":
        return _list(args)
    if not args.id:
        raise InputError("Which session?", _CURE)
    return _show(args) if args.action == "show" else _delete(args)


_CURE = "Name it: 'voicecoach sessions list' shows their ids."


def _list(args: argparse.Namespace) -> int:
    store = store_of(args)
    listing = store.listing()
    for session in listing.sessions:
        _say(_json_of(session) if args.jsonl else _line_of(session))
    for damaged in listing.damaged:
        print(f"damaged, skipped: {damaged.why}", file=sys.stderr)  # noqa: T201 - the command's output
    if not listing.sessions and not args.jsonl:
        _say(f"No sessions in {store.root}. Begin one with 'voicecoach practice'.")
    return 1 if listing.damaged else 0


def _show(args: argparse.Namespace) -> int:
    from voicecoach.wiring.sessions import summary_lines  # noqa: PLC0415 - keeps --help fast

    session = store_of(args).open(args.id)
    if args.jsonl:
        _say(_json_of(session))
        return 0
    for line in summary_lines(session, args.lang or session.head.language):
        _say(line)
    _say(str(session.folder))
    for remark in session.remarks:
        print(remark, file=sys.stderr)  # noqa: T201 - the command's output
    return 0


def _delete(args: argparse.Namespace) -> int:
    store = store_of(args)
    folder = store.find(args.id)
    if not args.yes and not _is_sure(folder.name):
        _say("Nothing was deleted.")
        return 1
    _say(f"Deleted {store.delete(str(folder))}")
    return 0


def _is_sure(name: str) -> bool:
    if not sys.stdin.isatty():
        raise InputError(f"Deleting {name} wants a yes, and nobody is at the keyboard.", "Add --yes.")
    return input(f"Delete {name} with its recording, for good? [y/N] ").strip().lower() in {"y", "yes", "j", "ja"}


def _line_of(session: Session) -> str:
    from voicecoach.debrief.measures import measure  # noqa: PLC0415 - as above
    from voicecoach.wiring.sessions import duration  # noqa: PLC0415 - keeps --help fast

    figures = measure(session.events)
    openness = f"{figures.start} -> {figures.end}" if figures.start is not None else "-"
    turns = f"{figures.turns} turn{'s' * (figures.turns != 1)}"
    when = session.head.started_at[:16].replace("T", " ")
    parts = (session.head.id, when, session.head.persona.name, duration(figures.duration_ms), turns)
    return "  ".join((*parts, f"openness {openness}"))


def _json_of(session: Session) -> str:
    from voicecoach.debrief.measures import measure  # noqa: PLC0415 - keeps --help fast

    figures = measure(session.events)
    return json.dumps(
        {
            "id": session.head.id,
            "folder": str(session.folder),
            "started_at": session.head.started_at,
            "persona": session.head.persona.id,
            "case": session.head.persona.case.id,
            "language": session.head.language,
            "duration_s": figures.duration_ms / 1000,
            "turns": figures.turns,
            "not_understood": figures.not_understood,
            "openness_start": figures.start,
            "openness": figures.end,
            "own_solution": figures.own_solution,
            "coach_share": figures.talk.coach_share,
            "recorded": session.audio is not None,
            "remarks": session.remarks,
        },
        ensure_ascii=False,
    )


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the command's output


COMMAND = Command(
    name="sessions",
    summary="list, show or delete the sessions kept on this machine",
    example="voicecoach sessions list\n  voicecoach sessions show 20261123\n  voicecoach sessions delete 2026 --yes",
    configure=_configure,
    run=_run,
)

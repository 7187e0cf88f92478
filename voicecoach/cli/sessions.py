"""`voicecoach sessions`: list, show, delete, correct and keep the sessions on this machine."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.cli.sessions_corrections import CORRECTING
from voicecoach.cli.sessions_keeping import KEEPING, delete, is_sure
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.wiring.sessions import Session


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for action in (*_ACTIONS, *KEEPING, *CORRECTING):
        sub = actions.add_parser(
            action.name,
            help=action.summary,
            description=action.summary,
            epilog=f"example:\n  {action.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        action.configure(sub)
        sub.set_defaults(action=action)


def _run(args: argparse.Namespace) -> int:
    action: Command = args.action
    return action.run(args)


def _configure_list(parser: argparse.ArgumentParser) -> None:
    add_sessions_folder(parser)
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line")


def _configure_show(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument("--jsonl", action="store_true", help="a JSON object")
    add_language(parser, "otherwise the language of the session")


def _configure_delete(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument("--yes", action="store_true", help="delete without asking")


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", default="", help="the session: its id, the start of it, or its folder")
    add_sessions_folder(parser)


def _named(args: argparse.Namespace) -> str:
    if not args.id:
        raise InputError("Which session?", "Name it: 'voicecoach sessions list' shows their ids.")
    return str(args.id)


def _list(args: argparse.Namespace) -> int:
    store = store_of(args)
    listing = store.listing()
    for session in listing.sessions:
        _say(_json_of(session) if args.jsonl else _line_of(session))
    _warn(*(f"damaged, skipped: {damaged.why}" for damaged in listing.damaged))
    if not args.jsonl:
        _warn(*(remark for session in listing.sessions for remark in session.remarks))
    if not listing.sessions and not args.jsonl:
        _say(f"No sessions in {store.root}. Begin one with 'voicecoach practice'.")
    return 1 if listing.damaged else 0


def _show(args: argparse.Namespace) -> int:
    from voicecoach.wiring.sessions import summary_lines  # noqa: PLC0415 - keeps --help fast

    session = store_of(args).open(_named(args))
    if args.jsonl:
        _say(_json_of(session))
        return 0
    for line in summary_lines(session, args.lang or session.head.language):
        _say(line)
    _say(str(session.folder))
    _warn(*session.remarks)
    return 0


def _delete(args: argparse.Namespace) -> int:
    store = store_of(args)
    folder = store.find(_named(args))
    if not args.yes and not is_sure(f"Delete {folder.name} with its recording, for good?"):
        _say("Nothing was deleted.")
        return 1
    delete(store, folder)
    _say(f"Deleted {folder}")
    return 0


def _line_of(session: Session) -> str:
    from voicecoach.debrief.measures import measure  # noqa: PLC0415 - as above
    from voicecoach.debrief.swapped import swap_figures  # noqa: PLC0415 - as above
    from voicecoach.wiring.sessions import duration  # noqa: PLC0415 - keeps --help fast

    figures = measure(session.corrected)
    openness = f"openness {figures.start} -> {figures.end}" if figures.start is not None else "openness -"
    if session.head.coach is not None:
        openness = f"swapped chair, coached by {session.head.coach.name}"
    count = figures.turns if session.head.coach is None else swap_figures(session.corrected).turns
    turns = f"{count} turn{'s' * (count != 1)}"
    when = session.head.started_at[:16].replace("T", " ")
    parts = (session.folder.name, when, session.head.persona.name, duration(figures.duration_ms), turns)
    return "  ".join((*parts, openness, *([f"takes up {session.head.parent}"] if session.head.parent else [])))


def _json_of(session: Session) -> str:
    from voicecoach.debrief.measures import measure  # noqa: PLC0415 - keeps --help fast
    from voicecoach.debrief.swapped import swap_figures  # noqa: PLC0415 - as above

    figures, is_swapped = measure(session.corrected), session.head.coach is not None
    swapped = swap_figures(session.corrected)
    return json.dumps(
        {
            "id": session.head.id,
            "folder": str(session.folder),
            "started_at": session.head.started_at,
            "persona": session.head.persona.id,
            "case": session.head.persona.case.id,
            "language": session.head.language,
            "duration_s": figures.duration_ms / 1000,
            "turns": swapped.turns if is_swapped else figures.turns,
            "not_understood": figures.not_understood,
            "parent": session.head.parent or None,
            "coach": session.head.coach.id if session.head.coach is not None else None,
            "openness_start": None if is_swapped else figures.start,
            "openness": None if is_swapped else figures.end,
            "own_solution": swapped.brought_by == "seller" if is_swapped else figures.own_solution,
            "coach_share": _rest_of(swapped.seller_share) if is_swapped else figures.talk.coach_share,
            "recorded": session.audio is not None,
            "remarks": session.remarks,
        },
        ensure_ascii=False,
    )


def _rest_of(share: float | None) -> float | None:
    return None if share is None else 1 - share


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the command's output


def _warn(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 - the command's output


_ACTIONS = (
    Command("list", "list the sessions", "voicecoach sessions list", _configure_list, _list),
    Command("show", "tell how a session went", "voicecoach sessions show 20261123", _configure_show, _show),
    Command("delete", "delete a session", "voicecoach sessions delete 2026 --yes", _configure_delete, _delete),
)
COMMAND = Command(
    name="sessions",
    summary="list, show, delete, correct or make anonymous the sessions kept on this machine",
    example="voicecoach sessions list\n  voicecoach sessions show 2026\n  voicecoach sessions prune --older-than 90d",
    configure=_configure,
    run=_run,
)

"""`voicecoach sessions prune` and `anonymise`: how long sessions are kept, and in what state."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import CoachError, InputError

if TYPE_CHECKING:
    from pathlib import Path

    from voicecoach.wiring.sessions import SessionStore


def is_sure(question: str) -> bool:
    """Ask whoever is at the keyboard, the end of input being a no; raise InputError when nobody is."""
    if not sys.stdin.isatty():
        raise InputError(f"{question} That wants a yes, and nobody is at the keyboard.", "Add --yes.")
    try:
        answer = input(f"{question} [y/N] ")
    except EOFError:
        return False
    return answer.strip().lower() in {"y", "yes", "j", "ja"}


def delete(store: SessionStore, folder: Path) -> None:
    """Delete a session and name the files in it that are left."""
    where, left = store.delete(str(folder))
    for name in left:
        _warn(f"Left alone: {where / name}. voicecoach did not make it.")


def age(text: str) -> timedelta:
    """Return an age such as `90d` or `12w`; raise InputError for anything else."""
    found = re.fullmatch(r"([1-9]\d{0,4})([dw])", text.strip().lower())
    if found is None:
        raise InputError(f"'{text}' is no age.", "Give days or weeks, one at least: 90d, 12w.")
    return timedelta(days=int(found[1]) * {"d": 1, "w": 7}[found[2]])


def _configure_prune(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--older-than", required=True, metavar="AGE", help="days or weeks: 90d, 12w")
    parser.add_argument("--yes", action="store_true", help="delete without asking")
    add_sessions_folder(parser)


def _prune(args: argparse.Namespace) -> int:
    """Delete the old ones; return 1 when a session was damaged, or would not go, or nobody said yes."""
    from voicecoach.wiring.sessions import started_before  # noqa: PLC0415 - keeps --help fast

    store = store_of(args)
    listing = store.listing()
    old, undated = started_before(listing.sessions, datetime.now().astimezone() - age(args.older_than))
    remarks = [*(damaged.why for damaged in listing.damaged), *undated]
    for remark in remarks:
        _warn(f"damaged, skipped: {remark}")
    for session in old:
        _say(f"{session.head.id}  {session.head.started_at[:16].replace('T', ' ')}")
    if not old:
        _say(f"No session is older than {args.older_than}.")
        return 1 if remarks else 0
    if not args.yes and not is_sure(f"Delete {_counted(len(old))} with their recordings, for good?"):
        _say("Nothing was deleted.")
        return 1
    failed = 0
    for session in old:
        try:
            delete(store, session.folder.resolve())
        except CoachError as error:
            _warn(str(error))
            failed += 1
    _say(f"Deleted {_counted(len(old) - failed)}.")
    return 1 if failed or remarks else 0


def _configure_anonymise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="SESSION", help="the session: its id, the start of it, or its folder")
    parser.add_argument("--name", action="append", default=[], metavar="NAME", help="also cross out this name")
    parser.add_argument("--yes", action="store_true", help="do it without asking")
    add_sessions_folder(parser)


def _anonymise(args: argparse.Namespace) -> int:
    from voicecoach.wiring.sessions import anonymise  # noqa: PLC0415 - keeps --help fast

    session = store_of(args).open(args.id)
    question = f"Take the recording and the names out of {session.head.id}, for good?"
    if not args.yes and not is_sure(question):
        _say("Nothing was changed.")
        return 1
    done = anonymise(session, args.name)
    _say(f"Names crossed out: {', '.join(done.names) or 'none'}.")
    _say(f"Removed: {', '.join(done.removed) or 'nothing was left to remove'}.")
    for name in done.left:
        _warn(f"Left alone: {session.folder / name}. Look at it yourself.")
    _say("A name that only ever began a sentence is not found by itself: read it, and use --name NAME.")
    return 0


def _counted(count: int) -> str:
    return f"{count} session{'s' * (count != 1)}"


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the command's output


def _warn(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201 - the command's output


KEEPING = (
    Command(
        "prune",
        "delete the sessions that are older than an age",
        "voicecoach sessions prune --older-than 90d",
        _configure_prune,
        _prune,
    ),
    Command(
        "anonymise",
        "take sound and names out of a session; its words stay",
        "voicecoach sessions anonymise 20261123 --name Karel",
        _configure_anonymise,
        _anonymise,
    ),
)

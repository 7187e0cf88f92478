"""`voicecoach export`: a kept talk in the format of another program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from voicecoach.cli.command import Command
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import InputError

FORMATS = {
    "vtt": "subtitles for the web",
    "srt": "subtitles for players",
    "audacity": "a label track for Audacity",
    "textgrid": "tiers for Praat",
    "csv": "a table",
    "jsonl": "the same for programs",
    "xapi": "statements for a learning record store",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("session", metavar="SESSION", help="the session: its id, the start of it, or its folder")
    told = ", ".join(f"{name} ({what})" for name, what in FORMATS.items())
    parser.add_argument("--to", required=True, choices=tuple(FORMATS), help=told)
    parser.add_argument("--out", type=Path, metavar="FILE", help="write it there, not to the screen")
    parser.add_argument(
        "--actor",
        default=None,
        metavar="PSEUDONYM",
        help="xapi: what the manager goes by, the same for all his sessions (otherwise drawn from the session's id)",
    )
    add_sessions_folder(parser)


def run(args: argparse.Namespace) -> int:
    """Write the session in the format asked for."""
    from voicecoach.wiring.exports import export, write_private  # noqa: PLC0415 - heavy

    if args.actor is not None and args.to != "xapi":
        raise InputError("--actor is for xapi.", "Leave it out.")
    if args.actor is not None and not args.actor.strip():
        raise InputError("--actor is empty.", "Give a pseudonym, or leave it out: then one is drawn.")
    session = store_of(args).open(args.session)
    for remark in session.remarks:
        print(remark, file=sys.stderr)  # noqa: T201 - the command's output
    text = export(session, args.to, (args.actor or "").strip())
    if args.out is None:
        sys.stdout.write(text)
        return 0
    encoding = "utf-8-sig" if args.to == "csv" else "utf-8"  # the mark tells spreadsheets that it is UTF-8
    write_private(args.out, text.encode(encoding, "replace"))
    print(args.out)  # noqa: T201 - the command's output
    return 0


COMMAND = Command(
    "export",
    "Write a kept talk as subtitles, labels, a table or xAPI statements",
    "voicecoach export 20261123 --to vtt --out talk.vtt",
    configure,
    run,
)

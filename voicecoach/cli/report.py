"""`voicecoach report`: the page that tells a manager how his talk went."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from voicecoach.cli.command import Command
from voicecoach.cli.session_choice import add_sessions_folder, store_of


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "session",
        nargs="+",
        help="the session: its id, the start of it, or its folder; of the swapped chair also several, side by side",
    )
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    parser.add_argument(
        "--out",
        type=Path,
        default=None,
        metavar="FILE",
        help="where to write it (otherwise report.html in the session)",
    )
    add_sessions_folder(parser)


def _run(args: argparse.Namespace) -> int:
    from voicecoach.wiring.reports import write_report, write_side_by_side  # noqa: PLC0415 - keeps --help fast

    sessions = [store_of(args).open(name) for name in args.session]
    last = sessions[-1].folder
    path: Path = args.out or last / ("report.html" if len(sessions) == 1 else "side_by_side.html")
    if len(sessions) == 1:
        write_report(sessions[0], path)
    else:
        write_side_by_side(sessions, path)
    for remark in (remark for session in sessions for remark in session.remarks):
        print(remark, file=sys.stderr)  # noqa: T201 - the command's output
    print(path)  # noqa: T201 - the command's output
    return _show(path) if args.open else 0


def _show(path: Path) -> int:
    import webbrowser  # noqa: PLC0415 - only here

    if webbrowser.open(path.resolve().as_uri()):
        return 0
    print("No browser was found: open the file above yourself.", file=sys.stderr)  # noqa: T201 - the command's output
    return 1


COMMAND = Command(
    name="report",
    summary="write the page that tells how a talk went",
    example="voicecoach report 20261123 --open",
    configure=_configure,
    run=_run,
)

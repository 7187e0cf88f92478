"""`voicecoach compare`: one page for a group that had the same case."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import InputError, SessionError

if TYPE_CHECKING:
    from voicecoach.wiring.comparison import ComparisonFiles, Gathering

_SIDE_BY_SIDE = "'voicecoach report SESSION SESSION' lays those side by side."


def add_page_files(parser: argparse.ArgumentParser) -> None:
    """Add `--out`, `--csv` and `--names`."""
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="the page (otherwise comparison.html)")
    parser.add_argument(
        "--csv", type=Path, default=None, metavar="FILE", help="the figures as a table (otherwise beside the page)"
    )
    parser.add_argument("--names", action="store_true", help="show who is who; otherwise everyone is a number")


def page_files(args: argparse.Namespace, folder: Path) -> ComparisonFiles:
    """Where the page and the table go, in `folder` unless the arguments say otherwise."""
    from voicecoach.wiring.comparison import ComparisonFiles  # noqa: PLC0415 - keeps --help fast

    page: Path = args.out or folder / "comparison.html"
    table: Path = args.csv or page.with_suffix(".csv")
    if table.resolve() == page.resolve():
        raise InputError(f"{page}: the page and the table cannot be one file.", "Name another with --out or --csv.")
    return ComparisonFiles(page, table)


def _tell_left_out(gathering: Gathering) -> int:
    """Say on standard error what was left out, whole sessions and parts of one; return the exit status."""
    lines = [f"damaged, skipped: {damaged.why}" for damaged in gathering.damaged]
    lines += [f"left out: {folder}: a round in the swapped chair; {_SIDE_BY_SIDE}" for folder in gathering.swapped]
    lines += [remark for each in gathering.found for remark in each.session.remarks]
    for line in lines:
        print(line, file=sys.stderr)  # noqa: T201 - the command's output
    return 1 if gathering.damaged else 0


def _check_any(gathering: Gathering) -> None:
    """Raise where nothing is left to compare."""
    if gathering.found:
        return
    if gathering.swapped and not gathering.damaged:
        raise InputError("These are rounds in the swapped chair alone.", _SIDE_BY_SIDE.capitalize())
    raise SessionError("None of the sessions can be read.", "The lines above say what is wrong with each.")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "session", nargs="+", help="a session's id, the start of it, its folder, or a folder in which sessions lie"
    )
    parser.add_argument("--case", default="", metavar="ID", help="only the sessions on this case")
    add_page_files(parser)
    add_sessions_folder(parser)
    add_language(parser, "language of the page (otherwise that of most sessions)")


def _run(args: argparse.Namespace) -> int:
    from voicecoach.wiring import comparison as wiring  # noqa: PLC0415 - keeps --help fast

    gathering = wiring.gather(args.session, store_of(args))
    status = _tell_left_out(gathering)
    _check_any(gathering)
    found = wiring.on_one_case(gathering.found, args.case)
    talks = [wiring.talk_of(each.who, each.session) for each in found]
    settings = wiring.PageSettings(
        args.lang or wiring.language_of(found), names=args.names, skipped=len(gathering.damaged)
    )
    files = page_files(args, _only_folder(args.session))
    wiring.write_group(talks, settings, files)
    for path in (files.page, files.table):
        print(path)  # noqa: T201 - the command's output
    return status


def _only_folder(names: list[str]) -> Path:
    """The folder that was named, where it is the only name and no session of its own; else the current one."""
    folder = Path(names[0])
    is_session = (folder / "session.json").exists() or (folder / "events.jsonl").exists()
    return folder if len(names) == 1 and folder.is_dir() and not is_session else Path()


COMMAND = Command(
    name="compare",
    summary="write one page that lays a group's talks on one case side by side",
    example="voicecoach compare evening/\n  voicecoach compare anna/ bram/ cor/ --names --out group.html",
    configure=_configure,
    run=_run,
)

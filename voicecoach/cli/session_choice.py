"""Arguments that several commands share: which session, and where sessions are kept."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.wiring.sessions import SessionStore


def add_sessions_folder(parser: argparse.ArgumentParser) -> None:
    """Add `--sessions DIR`."""
    parser.add_argument(
        "--sessions",
        type=Path,
        default=None,
        metavar="DIR",
        help="where sessions are kept (otherwise voicecoach/sessions in your data folder)",
    )


def store_of(args: argparse.Namespace) -> SessionStore:
    """The sessions that `--sessions` points at; raise InputError where that is a file."""
    from voicecoach.wiring.sessions import SessionStore  # noqa: PLC0415 - keeps --help fast

    if args.sessions is not None and args.sessions.exists() and not args.sessions.is_dir():
        raise InputError(f"{args.sessions}: is no folder.", "Give --sessions the folder in which sessions are kept.")

    return SessionStore(args.sessions)

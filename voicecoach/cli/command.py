"""What a command file gives: words for `--help`, its arguments, and the function that runs it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One command of the command line.

    name: the word typed.
    summary: one line for the list of commands.
    example: shell lines shown under `--help`.
    configure: adds the arguments; imports nothing heavy.
    run: does the work with heavy imports inside; returns the exit status 0 or 1, raises CoachError for 2.
    """

    name: str
    summary: str
    example: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def add_language(parser: argparse.ArgumentParser, what: str) -> None:
    """Add `--lang nl|en`; `what` says what is in that language."""
    parser.add_argument("--lang", choices=("nl", "en"), default=None, help=what)


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add `--model`: which speech model recognises the words."""
    parser.add_argument(
        "--model",
        default="auto",
        metavar="MODEL",
        help="speech model: a folder, a hub name such as 'small', or 'auto' (a local folder, an installed wheel, "
        "else the hub)",
    )

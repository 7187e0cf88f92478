"""Entry point: finds the command, runs it, and turns errors into one clear line and exit status 2."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from voicecoach import __version__
from voicecoach.cli.command import Command
from voicecoach.cli.option_parser import OptionParser
from voicecoach.domain.errors import CoachError, StorageError

MODULES: tuple[str, ...] = (
    "practice",
    "demo",
    "sessions",
    "report",
    "compare",
    "circle",
    "replay",
    "export",
    "transcribe",
    "doctor",
    "simulate",
    "classify",
    "persona",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0 for success, 1 for a negative result, 2 for a mistake the user can mend."""
    commands = [_load(name) for name in MODULES]
    args = _parser(commands).parse_args(argv)
    command: Command = args.command
    try:
        return command.run(args)
    except CoachError as error:
        print(f"voicecoach {command.name}: {error}", file=sys.stderr)  # noqa: T201 - the one place that reports
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        if error.errno not in {28, 30, 13}:
            raise
        print(f"voicecoach {command.name}: {StorageError(str(error))}", file=sys.stderr)  # noqa: T201 - as above
        return 2


def _load(name: str) -> Command:
    command = importlib.import_module(f"voicecoach.cli.{name}").COMMAND
    assert isinstance(command, Command)
    return command


def _parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser = OptionParser(
        prog="voicecoach", description="Practise coaching, by voice, with a coachee who opens only when you listen."
    )
    parser.add_argument("--version", action="version", version=f"voicecoach {__version__}")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in commands:
        sub = subparsers.add_parser(
            command.name,
            help=command.summary,
            description=command.summary,
            epilog=f"example:\n  {command.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        sub.add_argument("--version", action="version", version=f"voicecoach {__version__}")
        command.configure(sub)
        sub.set_defaults(command=command)
    return parser

"""What one of the actions of `voicecoach persona` gives: its word, an example, its arguments and its work."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonaAction:
    """One thing to do with personas; `run` returns the exit status and raises CoachError for 2."""

    name: str
    summary: str
    example: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def say(line: str = "") -> None:
    """Print a line of the command's output at once, also into a pipe."""
    print(line, flush=True)  # noqa: T201 - the command's output

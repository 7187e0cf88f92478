"""An argument parser that says at which command an option is not known, and which one is meant."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any


class OptionParser(argparse.ArgumentParser):
    """argparse leaves what a command does not know to the outermost parser, whose usage lists no option of it."""

    def parse_known_args(  # type: ignore[override]  # overloaded there by the type of the namespace
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Return what was read; exit with status 2 and this command's usage for what is left over."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"not known here: {' '.join(unknown)}{self._meant(unknown[0])}")
        return found, unknown

    def _meant(self, word: str) -> str:
        names = [name for action in self._actions for name in action.option_strings]
        near = get_close_matches(word.split("=", maxsplit=1)[0], names, n=1)
        return f"; did you mean {near[0]}?" if near else ""

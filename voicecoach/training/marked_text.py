"""Reads the training text: turns cut into moves, each opened by its kind in brackets."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from voicecoach.domain.audio import Language
from voicecoach.domain.errors import InputError
from voicecoach.domain.moves import FILLING_IN, LISTENING, MoveKind

FOLDER = Path(__file__).parent / "text"
_MARK = re.compile(r"\[([a-z_]+)(\+?)\]\s*")
_TEST_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class MarkedMove:
    """A move of a marked turn: its kind, its place in the text, and whether it takes up the coachee's last line."""

    kind: MoveKind
    start: int
    end: int
    follows_up: bool


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    """A turn of the training text; intent: what its writer meant, shared by rewordings; theme: the file's name."""

    language: Language
    theme: str
    intent: str
    previous: str
    text: str
    moves: tuple[MarkedMove, ...]

    @property
    def is_test(self) -> bool:
        """Whether the turn's intent is held out: a tenth of the intents, whole, chosen by their hash."""
        digest = hashlib.sha256(f"{self.language}/{self.theme}/{self.intent}".encode()).digest()
        return digest[0] / 256 < _TEST_SHARE

    @property
    def is_assumption_free(self) -> bool:
        """At least one listening move and no filling-in one."""
        kinds = {move.kind for move in self.moves}
        return bool(kinds & LISTENING) and not kinds & FILLING_IN


def read_turns(folder: Path = FOLDER) -> list[MarkedTurn]:
    """Return all turns, by file and line; raise InputError, with the line, for what is not marked well."""
    return [
        turn
        for language in get_args(Language)
        for path in sorted((folder / language).glob("*.tsv"))
        for turn in _turns(path, language)
    ]


def _turns(path: Path, language: Language) -> Iterator[MarkedTurn]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if number == 1 or not line.strip():
            continue
        columns = line.split("\t")
        if len(columns) != 3:
            raise InputError(f"{path}:{number}: {len(columns)} columns, not intent, previous, turn.")
        intent, previous, marked = (column.strip() for column in columns)
        text, moves = parse_turn(marked, f"{path}:{number}")
        yield MarkedTurn(language, path.stem, intent, previous, text, moves)


def parse_turn(marked: str, where: str) -> tuple[str, tuple[MarkedMove, ...]]:
    """Return the plain text of a marked turn, and its moves with their places in it."""
    parts = _MARK.split(marked)
    if parts[0].strip() or len(parts) < 4:
        raise InputError(f"{where}: the turn does not begin with a kind in brackets.")
    text, moves = "", []
    for kind, plus, raw in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        words = raw.strip()
        if kind not in set(MoveKind) or not words:
            raise InputError(f"{where}: [{kind}] is no kind, or has no words.")
        text += " " if text else ""
        moves.append(MarkedMove(MoveKind(kind), len(text), len(text) + len(words), plus == "+"))
        text += words
    return text, tuple(moves)

"""How well a turn listens: the best listening move in it, in percent of the best there is."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from voicecoach.domain.moves import LISTENING, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState

_WORD = re.compile(r"\w+")
WAIT_MS = 3000
"""Wait time that counts as silence kept after an answer (FACTS: 3-5 s where 0.7-1.5 s is usual)."""


class Family(StrEnum):
    """Ways to listen; more of one and nothing of another wears off."""

    QUESTION = "question"
    REFLECTION = "reflection"
    AFFIRMATION = "affirmation"
    PROCESS = "process"
    SILENCE = "silence"


_FAMILY = {
    MoveKind.OPEN_QUESTION: Family.QUESTION,
    MoveKind.CLOSED_QUESTION: Family.QUESTION,
    MoveKind.REFLECTION: Family.REFLECTION,
    MoveKind.AFFIRMATION: Family.AFFIRMATION,
    MoveKind.PROCESS: Family.PROCESS,
}
_WEARS_OFF: dict[Family, tuple[int, ...]] = {
    Family.QUESTION: (100, 100, 75, 50, 25, 0),
    Family.REFLECTION: (100, 50, 25, 0),
    Family.AFFIRMATION: (100, 0),
    Family.PROCESS: (100, 50, 0),
    Family.SILENCE: (100, 0),
}
"""Percent left of a gain, by how many turns of the family stood in a row before; questions, since a reflection."""
_ASKED_BEFORE = (100, 25, 0)
_AFFIRMS, _GUARDS, _KEEPS_SILENT = 20, 35, 55
_WAIT_BONUS = 15
OPENERS = frozenset(["ah", "ja", "oh", "oké", "okay", "ok", "so", "yes", "right", "well", "and", "dus", "en", "nou"])
"""Words before an echo that add nothing to it."""


@dataclass(frozen=True, slots=True)
class Listening:
    """The way a turn listens best.

    percent: of the persona's whole gain, 0-100.
    move: the move it rests on; None for a kept silence.
    worn: why it gains less than it might: "row", "again", "echo", "stale", or empty.
    """

    family: Family
    percent: int
    move: Move | None = None
    worn: str = ""


def best_listening(turn: Turn, state: PersonaState, asked_before: int) -> Listening | None:
    """Return the best listening move of a turn; None when it holds no certain one."""
    found = [_weighed(m, turn, state, asked_before) for m in turn.moves if m.kind in LISTENING and m.is_certain]
    return max(found, key=lambda listening: listening.percent, default=None)


def kept_silence(silence_ms: int, state: PersonaState) -> Listening:
    """Return what a silence is worth: nothing when short, a second time, or with no answer before it."""
    if silence_ms < WAIT_MS or not state.has_told:
        return Listening(Family.SILENCE, 0, worn="stale")
    left = _left(Family.SILENCE, state)
    return Listening(Family.SILENCE, _KEEPS_SILENT * left // 100, worn="row" if left < 100 else "")


def questions_in(turn: Turn) -> tuple[Move, ...]:
    """Return the questions of a turn that carry no view of the coach."""
    return tuple(m for m in turn.moves if m.kind in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION})


def asking_part(turn: Turn) -> str:
    """Return the questions of a turn, which say what it leads to; all of it where it asks nothing."""
    return " ".join(turn.text[move.start : move.end] for move in questions_in(turn)) or turn.text


def reflects(turn: Turn) -> bool:
    """Whether a turn certainly gives something back."""
    return any(m.kind is MoveKind.REFLECTION and m.is_certain for m in turn.moves)


def _weighed(move: Move, turn: Turn, state: PersonaState, asked_before: int) -> Listening:
    family = _FAMILY[move.kind]
    percent, worn = _quality(move, turn, state)
    left = _left_of_question(turn, state) if family is Family.QUESTION else _left(family, state)
    if left < 100:
        worn = "row"
    if family is Family.QUESTION and asked_before:
        left, worn = left * _at(_ASKED_BEFORE, asked_before) // 100, "again"
    if turn.wait_ms >= WAIT_MS and percent and state.has_told:
        percent += _WAIT_BONUS
    return Listening(family, min(100, percent) * left // 100, move, worn)


def _quality(move: Move, turn: Turn, state: PersonaState) -> tuple[int, str]:
    match move.kind:
        case MoveKind.OPEN_QUESTION:
            return (85 if move.follows_up else 65), ""
        case MoveKind.CLOSED_QUESTION:
            return (40 if move.follows_up else 25), ""
        case MoveKind.REFLECTION:
            return _reflection_quality(move, turn, state)
        case MoveKind.AFFIRMATION:
            return _AFFIRMS, ""
        case _:
            return _GUARDS, ""


def _reflection_quality(move: Move, turn: Turn, state: PersonaState) -> tuple[int, str]:
    if not state.has_told and (not state.told or state.given_back):
        return 15, "stale"
    if any(_is_echo(turn.text[move.start : move.end], line) for line in (state.told, *state.last_lines[-1:])):
        return 25, "echo"
    if move.follows_up:
        return (100 if move.names_feeling else 85), ""
    return 50, ""


def _is_echo(text: str, line: str) -> bool:
    """Whether he only says the coachee's words again, as they stood, whatever he opens with ("so", "dus")."""
    words = words_opened(text, OPENERS)
    return len(words) >= 3 and is_run(words, line)


def words_opened(text: str, openers: Set[str]) -> list[str]:
    """Return the words in lower case, without those among the openers that it begins with."""
    words = _WORD.findall(text.lower())
    return words[next((n for n, word in enumerate(words) if word not in openers), len(words)) :]


def is_run(words: Sequence[str], line: str) -> bool:
    """Whether the words stand in a line one after the other, whatever the marks between them."""
    return f" {' '.join(words)} " in f" {' '.join(_WORD.findall(line.lower()))} "


def _left_of_question(turn: Turn, state: PersonaState) -> int:
    """Questions wear off one by one, those stacked in one turn too; giving back what was said makes up for them."""
    row = 0 if reflects(turn) else state.questions_in_row + len(questions_in(turn)) - 1
    return _at(_WEARS_OFF[Family.QUESTION], row)


def _left(family: Family, state: PersonaState) -> int:
    return _at(_WEARS_OFF[family], state.listening_in_row if state.listening == family else 0)


def _at(table: tuple[int, ...], index: int) -> int:
    """Take the entry of a table; a count below nothing, as a damaged log may hold it, counts as nothing."""
    return table[max(0, min(index, len(table) - 1))]

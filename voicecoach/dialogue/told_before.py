"""What a coach turn is judged against: the coachee's last lines, and his own words in it, given back.

"Then I hate myself the whole way home."  "What do you do then?"  "I'm still chewing on that."
"You hate yourself the whole way home."   gives back what he told, though an evasion came in between.
"""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.dialogue.giving_back import seen_from_the_other_side
from voicecoach.dialogue.listening import Family
from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import CERTAIN, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState

_ASKS = frozenset({MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION})
_FEWEST_WORDS, _FEWEST_LETTERS = 2, 9
"""Shorter runs of his words may be anybody's."""
_OPENERS = word_set("ah ja oh oké okay ok so yes right well and dus en nou but maar")


def lines_to_judge_by(state: PersonaState) -> tuple[str, ...]:
    """Return his last lines, newest last; before a newest that is a mere reaction stands what he told.

    What he added by himself in a silence goes on from the line before it: to the listener that is one telling.
    """
    lines = state.last_lines
    if len(lines) > 1 and state.listening == Family.SILENCE:
        return (*lines[:-1], f"{lines[-2]} {lines[-1]}")
    if state.told and state.told in lines[:-1]:
        return (*lines[:-1], f"{state.told} {lines[-1]}")
    return lines


def with_echoes(turn: Turn, state: PersonaState, language: Language) -> Turn:
    """Return the turn with each statement in it that is a run of his own words made a reflection of them.

    As he said them, or from the listener's side: "I hate myself" -> "you hate yourself".
    """
    lines = [line for line in dict.fromkeys((state.told, *state.last_lines[-1:])) if line]
    said = [_plain(text) for line in lines for text in (line, seen_from_the_other_side(line, language))]
    return replace(turn, moves=tuple(_judged(turn, move, said) for move in turn.moves))


def _judged(turn: Turn, move: Move, said: list[str]) -> Move:
    if move.kind in _ASKS or (move.kind is MoveKind.REFLECTION and move.is_certain):
        return move
    words = re.findall(r"\w+", turn.text[move.start : move.end].lower())
    while words and words[0] in _OPENERS:
        words = words[1:]
    if len(words) < _FEWEST_WORDS or len("".join(words)) < _FEWEST_LETTERS:
        return move
    if not any(f" {' '.join(words)} " in line for line in said):
        return move
    certain = max(CERTAIN, move.probability)
    return replace(move, kind=MoveKind.REFLECTION, probability=certain, filling_in=0.0, follows_up=True)


def _plain(text: str) -> str:
    words = re.findall(r"\w+", text.lower())
    return f" {' '.join(words)} "

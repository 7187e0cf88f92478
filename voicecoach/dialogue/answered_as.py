"""As what a turn is answered: by which of its moves, whether a yes or no will do, and whether it points back."""

from __future__ import annotations

from collections.abc import Mapping

from voicecoach.dialogue.floor_words import words_of
from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind, Turn

_LED_BY = (
    MoveKind.OPEN_QUESTION,
    MoveKind.CLOSED_QUESTION,
    MoveKind.LEADING_QUESTION,
    MoveKind.REFLECTION,
    MoveKind.PROCESS,
    MoveKind.ADVICE,
    MoveKind.ASSUMPTION,
    MoveKind.JUDGEMENT,
    MoveKind.AFFIRMATION,
)
"""Which move of a turn he answers, where nothing in it hurt: a question before all else."""

_FILLERS: Mapping[Language, frozenset[str]] = {
    "nl": word_set("en maar nou ja dus oké ok eh uh want kijk goed"),
    "en": word_set("and but well yeah so okay ok er um because look right now"),
}
_PREPOSITIONS: Mapping[Language, frozenset[str]] = {
    "nl": word_set("met bij aan over van voor naar door in op sinds vanaf tot"),
    "en": word_set("with at to about of for by in on since from until"),
}
_QUESTION_WORDS: Mapping[Language, frozenset[str]] = {
    "nl": word_set(
        "wat wie wiens waar waarom wanneer hoe hoeveel hoelang welk welke waarmee waarover waaraan waardoor"
    ),
    "en": word_set("what who whose where why when how which what's who's where's how's"),
}
POINTING: Mapping[Language, frozenset[str]] = {
    "nl": word_set(
        "dat die daar daarvan daarmee daarover daarin daaraan daarna dit deze erin erover ervan hem haar ze hun hij "
        "zij toen"
    ),
    "en": word_set("that that's those this these him her he she they them their then"),
}
_SHORT = 4
"""A question of so few words may lean on what was said before without a word that says so: "how come"."""


def led_by(turn: Turn, language: Language) -> MoveKind:
    """Return the kind of move that a turn is answered by; what fills in only where that is certain.

    A question after a fact ("how many ...") is answered like an open one: yes or no would be no answer.
    """
    certain = [move for move in turn.moves if move.is_certain]
    kinds = {move.kind for move in certain} or {_harmless(move.kind) for move in turn.moves}
    kind = next((kind for kind in _LED_BY if kind in kinds), MoveKind.OTHER)
    closed = [move for move in certain or turn.moves if _harmless(move.kind) is MoveKind.CLOSED_QUESTION]
    is_fact = kind is MoveKind.CLOSED_QUESTION and any(_asks_after_fact(turn, move, language) for move in closed)
    return MoveKind.OPEN_QUESTION if is_fact else kind


def points_back(turn: Turn, language: Language) -> bool:
    """Whether its words point at what was said before: "what did that do to you"."""
    return not POINTING[language].isdisjoint(words_of(turn.text))


def may_lean(turn: Turn, language: Language) -> bool:
    """Whether it may be about what was said before, since it points there or is too short to stand alone."""
    return points_back(turn, language) or len(words_of(turn.text)) <= _SHORT


def _harmless(kind: MoveKind) -> MoveKind:
    """What to answer a move as that is not certain: a question is one; the rest of what fills in is passed over."""
    if kind is MoveKind.LEADING_QUESTION:
        return MoveKind.CLOSED_QUESTION
    return MoveKind.OTHER if kind in FILLING_IN else kind


def _asks_after_fact(turn: Turn, move: Move, language: Language) -> bool:
    words = [word for word in words_of(turn.text[move.start : move.end]) if word not in _FILLERS[language]]
    if words and words[0] in _PREPOSITIONS[language]:
        words = words[1:]
    return bool(words) and words[0] in _QUESTION_WORDS[language]

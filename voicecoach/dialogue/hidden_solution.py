"""A question that carries a solution: by its words alone "what would happen if ..." is open, but the file knows it.

How seldom another question surely leads to a suggestion of the file is held by `tests/personas/test_matching.py`.
"""

from __future__ import annotations

from dataclasses import replace

from voicecoach.domain.moves import CERTAIN_TO_CLOSE, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch

_SOME_DOUBT = 0.1
"""So much must speak for filling in by the words too; "what would you do with it yourself" has next to nothing."""


def with_hidden_solution(turn: Turn, match: TopicMatch, state: PersonaState) -> Turn:
    """Return the turn with its questions leading, where they surely bring a solution that is not his own yet."""
    if match.about is not About.SUGGESTION or not match.is_sure or state.own_solution:
        return turn
    return replace(turn, moves=tuple(_judged(move) for move in turn.moves))


def _judged(move: Move) -> Move:
    asks = move.kind in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION}
    if not asks or move.filling_in < _SOME_DOUBT:
        return move
    certain = max(CERTAIN_TO_CLOSE, move.filling_in)
    return replace(move, kind=MoveKind.LEADING_QUESTION, probability=certain, filling_in=certain)

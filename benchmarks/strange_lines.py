"""Reflections after the line they give back, and after somebody else's: what was not said cannot be given back."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from voicecoach.domain.audio import Language
from voicecoach.domain.moves import Move, MoveKind
from voicecoach.ports import MoveClassifier
from voicecoach.training.marked_text import MarkedTurn
from voicecoach.training.scores import unpunctuated

SEED = 5


def run(classifier: MoveClassifier, turns: Sequence[MarkedTurn]) -> str:
    """Return a line for each language, over the turns that are one reflection taking up the line before it."""
    return "\n".join(_line(classifier, turns, language) for language in ("nl", "en"))


def _line(classifier: MoveClassifier, turns: Sequence[MarkedTurn], language: Language) -> str:
    random = Random(SEED)
    own = [turn for turn in turns if turn.language == language and turn.previous]
    reflections = [
        turn for turn in own if [(m.kind, m.follows_up) for m in turn.moves] == [(MoveKind.REFLECTION, True)]
    ]
    fitting = [_longest(classifier, turn, turn.previous) for turn in reflections]
    strange = [_longest(classifier, turn, _other_line(turn, own, random)) for turn in reflections]
    return (
        f"{language}: {len(reflections)} reflections; after the line they give back {_shares(fitting)}; "
        f"after a strange one {_shares(strange)}"
    )


def _other_line(turn: MarkedTurn, turns: Sequence[MarkedTurn], random: Random) -> str:
    while True:
        line = random.choice(turns).previous
        if line != turn.previous:
            return line


def _longest(classifier: MoveClassifier, turn: MarkedTurn, previous: str) -> Move | None:
    moves = classifier.moves(unpunctuated(turn.text), (previous,), turn.language)
    return max(moves, key=lambda move: move.end - move.start, default=None)


def _shares(found: Sequence[Move | None]) -> str:
    def share(kind: MoveKind) -> float:
        return sum(move is not None and move.kind is kind for move in found) / max(1, len(found))

    follows = sum(move is not None and move.follows_up for move in found) / max(1, len(found))
    reflection, assumption = share(MoveKind.REFLECTION), share(MoveKind.ASSUMPTION)
    return f"reflection {reflection:.2f}, assumption {assumption:.2f}, takes up {follows:.2f}"

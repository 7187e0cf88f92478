"""The move classifier: clauses by a gap model, kinds by a linear model over readable features and sentence vectors.

The weights are made by `python -m voicecoach.training` from the text beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.dialogue.deciding_words import deciding_words, names_feeling, words_taken_up
from voicecoach.dialogue.move_features import Clause, clause_features, following_features
from voicecoach.dialogue.move_model import KindModel, Vector, YesNoModel, likeness
from voicecoach.dialogue.segmentation import GapModel, clauses
from voicecoach.dialogue.tokens import Token, tokens_of
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import ModelError
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind
from voicecoach.ports import Embedder

WEIGHTS = Path(__file__).parent / "weights" / "moves.json"
_FOLLOWS = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class MoveModels:
    """What is trained: where clauses end, what kind they are, and whether they follow up."""

    gaps: GapModel
    kinds: KindModel
    following: YesNoModel


def read_models(path: Path = WEIGHTS) -> MoveModels:
    """Return the trained models; raise ModelError for a file that is missing or damaged."""
    try:
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return MoveModels(
            GapModel(raw["gaps"]["weights"], raw["gaps"]["bias"], raw["gaps"]["cut_above"]),
            KindModel(
                tuple(MoveKind(kind) for kind in raw["kinds"]["kinds"]),
                raw["kinds"]["weights"],
                bias=np.asarray(raw["kinds"]["bias"], dtype=np.float32),
                mean=np.asarray(raw["kinds"]["mean"], dtype=np.float32),
                by_meaning=np.asarray(raw["kinds"]["by_meaning"], dtype=np.float32),
                temperature=raw["kinds"]["temperature"],
            ),
            YesNoModel(raw["following"]["weights"], raw["following"]["bias"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{path}: the move classifier's weights cannot be read.", "Install voicecoach again."
        ) from error


class LinearMoveClassifier:
    """Says what the coach did with his words; a pure function of the words, used by one thread at a time."""

    def __init__(self, embedder: Embedder, models: MoveModels | None = None) -> None:
        self._embedder = embedder
        self._models = models or read_models()

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        """Return the moves in a coach turn, in order, spans into `text`; none for an empty text.

        previous: the coachee's last lines, newest last; only the newest counts. Neighbours of one kind are one move.
        """
        tokens = tokens_of(text)
        last = previous[-1] if previous else ""
        places = clauses(tokens, self._models.gaps, language)
        judged = [self._judge(Clause(tokens, place, last, language)) for place in places]
        joined = _joined(places, [max(chances, key=lambda kind: chances[kind]) for chances in judged])
        return tuple(self._move(text, Clause(tokens, place, last, language)) for place in joined)

    def _judge(self, clause: Clause) -> Mapping[MoveKind, float]:
        vectors = self._vectors(clause)
        return self._models.kinds.probabilities(clause_features(self._placed(clause, vectors)), vectors[0])

    def _vectors(self, clause: Clause) -> list[Vector]:
        texts = [" ".join(clause.words), *([clause.previous] if clause.previous else [])]
        return list(self._embedder.embed(texts))

    def _placed(self, clause: Clause, vectors: Sequence[Vector]) -> Clause:
        near = likeness(vectors[0], vectors[1], self._models.kinds.mean) if len(vectors) > 1 else 0.0
        return Clause(clause.tokens, clause.place, clause.previous, clause.language, near)

    def _move(self, text: str, clause: Clause) -> Move:
        chances = self._judge(clause)
        kind = max(chances, key=lambda k: chances[k])
        placed = self._placed(clause, self._vectors(clause))
        follows = bool(clause.previous) and self._models.following.probability(following_features(placed)) >= _FOLLOWS
        return Move(
            kind,
            min(1.0, chances[kind]),
            *_span(text, clause.tokens, clause.place),
            follows_up=follows,
            cues=deciding_words(text, clause, kind, self._models.kinds),
            filling_in=min(1.0, sum(chances[k] for k in FILLING_IN)),
            takes_up=words_taken_up(clause) if follows else "",
            names_feeling=names_feeling(clause),
        )


def _joined(places: Sequence[range], kinds: Sequence[MoveKind]) -> list[range]:
    """Neighbouring clauses of one kind made one."""
    joined: list[tuple[range, MoveKind]] = []
    for place, kind in zip(places, kinds, strict=True):
        if joined and joined[-1][1] is kind:
            joined[-1] = (range(joined[-1][0].start, place.stop), kind)
        else:
            joined.append((place, kind))
    return [place for place, _kind in joined]


def _span(text: str, tokens: Sequence[Token], place: range) -> tuple[int, int]:
    """Where a clause stands in the text, the punctuation behind it included."""
    start, end = tokens[place.start].start, tokens[place.stop - 1].end
    until = tokens[place.stop].start if place.stop < len(tokens) else len(text)
    return start, end + len(text[end:until].rstrip())

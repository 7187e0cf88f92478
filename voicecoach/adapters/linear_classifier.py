"""The move classifier: clauses by a gap model, kinds by a linear model over readable features and sentence vectors.

The weights are made by `python -m voicecoach.training` from the text beside it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.dialogue.deciding_words import deciding_words, names_feeling, words_taken_up
from voicecoach.dialogue.move_features import Clause, clause_features, following_features
from voicecoach.dialogue.move_model import KindModel, YesNoModel, likeness
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


@dataclass(frozen=True, slots=True)
class _Judged:
    """A clause with the probability of each kind."""

    clause: Clause
    chances: Mapping[MoveKind, float]

    @property
    def kind(self) -> MoveKind:
        """The likeliest kind."""
        return max(self.chances, key=lambda kind: self.chances[kind])


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
        return tuple(self._move(text, one) for one in self._joined(judged))

    def _judge(self, clause: Clause) -> _Judged:
        texts = [" ".join(clause.words), *([clause.previous] if clause.previous else [])]
        vectors = self._embedder.embed(texts)
        near = likeness(vectors[0], vectors[1], self._models.kinds.mean) if len(vectors) > 1 else 0.0
        placed = replace(clause, likeness=near)
        return _Judged(placed, self._models.kinds.probabilities(clause_features(placed), vectors[0]))

    def _joined(self, judged: Sequence[_Judged]) -> list[_Judged]:
        """Neighbouring clauses of one kind made one, and judged as one; the others as they were."""
        joined: list[_Judged] = []
        for _kind, group in groupby(judged, key=lambda one: one.kind):
            first, *others = group
            if others:
                whole = range(first.clause.place.start, others[-1].clause.place.stop)
                first = self._judge(replace(first.clause, place=whole))
            joined.append(first)
        return joined

    def _move(self, text: str, judged: _Judged) -> Move:
        clause, chances, kind = judged.clause, judged.chances, judged.kind
        follows = bool(clause.previous) and self._models.following.probability(following_features(clause)) >= _FOLLOWS
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


def _span(text: str, tokens: Sequence[Token], place: range) -> tuple[int, int]:
    """Where a clause stands in the text, the punctuation behind it included."""
    start, end = tokens[place.start].start, tokens[place.stop - 1].end
    until = tokens[place.stop].start if place.stop < len(tokens) else len(text)
    return start, end + len(text[end:until].rstrip())

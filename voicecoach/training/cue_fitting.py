"""Fits the words that speak for each kind of move: they take part in a judgement, and explain it.

One logistic regression a kind over words, word pairs and triples, and the cue lists: weights a trainer can read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.dialogue.cue_weights import CueWeights
from voicecoach.dialogue.move_features import Clause, clause_features
from voicecoach.dialogue.tokens import Token, tokens_of
from voicecoach.domain.moves import MoveKind
from voicecoach.training.marked_text import MarkedMove, MarkedTurn

LEAST_COUNT = 3
SOFTNESS = 0.3
SEED = 20261123
_LEAST_WEIGHT = 0.05


def fit_cues(turns: Sequence[MarkedTurn]) -> CueWeights:
    """Return what each word and cue speaks for, by the turns as written and without punctuation."""
    clauses = [found for turn in turns for found in _clauses(turn)]
    names = [clause_features(clause) for clause, _ in clauses]
    vocabulary = _vocabulary(names)
    inputs = _inputs(names, vocabulary)
    heads = [_logistic(inputs, [found is kind for _, found in clauses]) for kind in MoveKind]
    slopes = np.array([slope for slope, _ in heads])
    weights = {
        name: tuple(float(weight) for weight in slopes[:, place].round(2))
        for name, place in vocabulary.items()
        if np.abs(slopes[:, place]).max() >= _LEAST_WEIGHT
    }
    return CueWeights(weights, tuple(round(bias, 3) for _, bias in heads))


def write_cues(cues: CueWeights, path: Path) -> None:
    """Write them as JSON, a word a line, so that a change can be read."""
    rows = [f"{json.dumps(name, ensure_ascii=False)}:{_row(row)}" for name, row in sorted(cues.weights.items())]
    head = f'{{"bias":{_row(cues.bias)},"weights":{{\n'
    path.write_text(head + ",\n".join(rows) + "\n}}\n", encoding="utf-8")


def _row(row: Sequence[float]) -> str:
    return "[" + ",".join(f"{weight:g}" for weight in row) + "]"


def _clauses(turn: MarkedTurn) -> Iterator[tuple[Clause, MoveKind]]:
    tokens = tokens_of(turn.text)
    variants = [tokens]
    if any(token.mark for token in tokens):
        variants.append(tuple(replace(token, mark="") for token in tokens))
    for variant in variants:
        for move in turn.moves:
            place = words_within(variant, move)
            if place:
                yield Clause(variant, place, turn.previous, turn.language), move.kind


def words_within(tokens: Sequence[Token], move: MarkedMove) -> range:
    """Return the words of a turn that lie within a move."""
    inside = [i for i, token in enumerate(tokens) if token.start >= move.start and token.end <= move.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _vocabulary(names: Sequence[Sequence[str]]) -> dict[str, int]:
    counts = Counter(name for row in names for name in set(row))
    return {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= LEAST_COUNT))}


def _inputs(names: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> Any:
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - heavy

    rows = [i for i, row in enumerate(names) for name in row if name in vocabulary]
    columns = [vocabulary[name] for row in names for name in row if name in vocabulary]
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(names), len(vocabulary)))


def _logistic(inputs: Any, is_so: Sequence[bool]) -> tuple[Any, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - heavy, and an extra

    model = LogisticRegression(C=SOFTNESS, solver="liblinear", max_iter=1000, tol=1e-5, random_state=SEED)
    model.fit(inputs, np.asarray(is_so))
    return model.coef_[0], float(model.intercept_[0])

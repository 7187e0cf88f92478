"""Fits the models to marked turns, with a fixed order and rounding, so that the weights come out the same each time."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from voicecoach.adapters.linear_classifier import MoveModels
from voicecoach.dialogue.move_features import Clause, clause_features, following_features
from voicecoach.dialogue.move_model import KindModel, Vector, YesNoModel, likeness
from voicecoach.dialogue.segmentation import GapModel, gap_features
from voicecoach.dialogue.tokens import Token, tokens_of
from voicecoach.domain.moves import MoveKind
from voicecoach.ports import Embedder
from voicecoach.training.marked_text import MarkedMove, MarkedTurn

SEED = 20261123
KINDS = tuple(MoveKind)
_Draft = tuple[Clause, MarkedMove]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FitSettings:
    """least_count: a feature seen less often is left out.

    softness, gap_softness: of the regularisation, larger is softer.
    meaning: how much the sentence vector counts beside the words. cut_above: score from which a gap is cut.
    """

    least_count: int = 3
    softness: float = 0.3
    gap_softness: float = 1.0
    meaning: float = 8.0
    cut_above: float = -1.5
    temperature: float = 1.0
    joined_turns: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A marked move as the classifier will see it."""

    clause: Clause
    move: MarkedMove
    vector: Vector


def fit(turns: Sequence[MarkedTurn], embedder: Embedder, settings: FitSettings) -> MoveModels:
    """Return models fitted to all of the turns."""
    drafts = [draft for turn in turns for draft in drafts_of(turn)]
    mean = _vectors(embedder, drafts).mean(axis=0)
    examples = examples_of([*drafts, *_without_previous(drafts)], embedder, mean)
    strangers = examples_of(_with_another_previous(drafts), embedder, mean)
    return MoveModels(
        _fit_gaps(turns, settings),
        _fit_kinds(examples, mean, settings),
        _fit_following([*examples, *strangers], settings),
    )


def _without_previous(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Some of the moves once more with no line before them; not those whose kind that line decides."""
    chance = random.Random(SEED)
    by_context = {MoveKind.REFLECTION, MoveKind.ASSUMPTION}
    return [
        (replace(clause, previous=""), replace(move, follows_up=False))
        for clause, move in drafts
        if clause.previous and move.kind not in by_context and chance.random() < 0.5
    ]


def _with_another_previous(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Moves behind a line they do not answer, which they therefore do not follow up."""
    chance = random.Random(SEED)
    lines = {
        language: sorted({clause.previous for clause, _ in drafts if clause.language == language and clause.previous})
        for language in ("nl", "en")
    }
    return [
        (replace(clause, previous=chance.choice(lines[clause.language])), replace(move, follows_up=False))
        for clause, move in drafts
        if clause.previous and chance.random() < 0.5
    ]


def drafts_of(turn: MarkedTurn) -> Iterator[_Draft]:
    """Yield the moves of a turn, as written and, where it has punctuation, once more without."""
    tokens = tokens_of(turn.text)
    variants = [tokens]
    if any(token.mark for token in tokens):
        variants.append(tuple(replace(token, mark="") for token in tokens))
    for variant in variants:
        for move in turn.moves:
            place = words_within(variant, move)
            if place:
                yield Clause(variant, place, turn.previous, turn.language), move


def words_within(tokens: Sequence[Token], move: MarkedMove) -> range:
    """Return the words of a turn that lie within a move."""
    inside = [i for i, token in enumerate(tokens) if token.start >= move.start and token.end <= move.end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def examples_of(drafts: Sequence[_Draft], embedder: Embedder, mean: Vector) -> list[Example]:
    """Return the drafts with their sentence vectors, and their likeness to the coachee's last line."""
    own = _vectors(embedder, drafts)
    before = embedder.embed([clause.previous for clause, _move in drafts])
    return [
        Example(replace(clause, likeness=likeness(a, b, mean) if clause.previous else 0.0), move, a)
        for (clause, move), a, b in zip(drafts, own, before, strict=True)
    ]


def _vectors(embedder: Embedder, drafts: Sequence[_Draft]) -> Vector:
    return embedder.embed([" ".join(clause.words) for clause, _move in drafts])


def _fit_kinds(examples: Sequence[Example], mean: Vector, settings: FitSettings) -> KindModel:
    names = [clause_features(example.clause) for example in examples]
    vocabulary = _vocabulary(names, settings.least_count)
    meaning = np.array([example.vector - mean for example in examples]) * settings.meaning
    inputs = _inputs(names, vocabulary, meaning)
    heads = [_logistic(inputs, [e.move.kind is kind for e in examples], settings.softness) for kind in KINDS]
    weights = np.array([head[0] for head in heads]).round(2)
    words = {
        name: [float(w) for w in weights[:, i]] for name, i in vocabulary.items() if np.abs(weights[:, i]).max() > 0.04
    }
    by_meaning = (weights[:, len(vocabulary) :] * settings.meaning).T.round(3)
    bias = np.array([head[1] for head in heads]).round(3)
    return KindModel(
        KINDS,
        words,
        bias.astype(np.float32),
        mean.round(5).astype(np.float32),
        by_meaning.astype(np.float32),
        settings.temperature,
    )


def _fit_following(examples: Sequence[Example], settings: FitSettings) -> YesNoModel:
    able = [example for example in examples if example.clause.previous]
    names = [following_features(example.clause) for example in able]
    vocabulary = _vocabulary(names, settings.least_count)
    weights, bias = _logistic(_inputs(names, vocabulary), [e.move.follows_up for e in able], 0.5)
    return YesNoModel(_kept(vocabulary, weights), round(bias, 3))


def _fit_gaps(turns: Sequence[MarkedTurn], settings: FitSettings) -> GapModel:
    names, is_cut = [], []
    for turn in (*turns, *joined_turns(turns, settings.joined_turns)):
        for clause, _move in drafts_of(turn):
            for gap in range(max(1, clause.place.start), clause.place.stop):
                names.append(gap_features(clause.tokens, gap, turn.language))
                is_cut.append(gap == clause.place.start)
    vocabulary = _vocabulary(names, settings.least_count)
    weights, bias = _logistic(_inputs(names, vocabulary), is_cut, settings.gap_softness)
    return GapModel(_kept(vocabulary, weights), round(bias, 3), settings.cut_above)


def joined_turns(turns: Sequence[MarkedTurn], share: float) -> list[MarkedTurn]:
    """Return turns put one behind the other, two by two, without punctuation: people rarely stop after one move."""
    chance = random.Random(SEED)
    joined = []
    for one in turns:
        if chance.random() > share:
            continue
        other = chance.choice(turns)
        if other.language == one.language:
            joined.append(_joined(one, other))
    return joined


def _joined(one: MarkedTurn, other: MarkedTurn) -> MarkedTurn:
    first, second = (turn.text.rstrip(".!?,;: ").lower() for turn in (one, other))
    shift = len(first) + 1
    moved = tuple(replace(m, start=m.start + shift, end=min(m.end, len(second)) + shift) for m in other.moves)
    kept = tuple(replace(m, end=min(m.end, len(first))) for m in one.moves)
    return replace(one, text=f"{first} {second}", moves=(*kept, *moved))


def _vocabulary(names: Sequence[Sequence[str]], least_count: int) -> dict[str, int]:
    counts = Counter(name for row in names for name in set(row))
    return {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= least_count))}


def _inputs(names: Sequence[Sequence[str]], vocabulary: dict[str, int], dense: _Floats | None = None) -> Any:
    from scipy.sparse import csr_matrix, hstack  # noqa: PLC0415 - heavy

    rows = [i for i, row in enumerate(names) for name in row if name in vocabulary]
    columns = [vocabulary[name] for row in names for name in row if name in vocabulary]
    sparse = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(names), len(vocabulary)))
    return sparse if dense is None else hstack([sparse, csr_matrix(dense)]).tocsr()


def _logistic(inputs: Any, is_so: Sequence[bool], softness: float) -> tuple[_Floats, float]:
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - heavy, and an extra

    model = LogisticRegression(C=softness, solver="liblinear", max_iter=1000, tol=1e-5, random_state=SEED)
    model.fit(inputs, np.asarray(is_so))
    return model.coef_[0], float(model.intercept_[0])


def _kept(vocabulary: dict[str, int], weights: _Floats) -> dict[str, float]:
    rounded = weights.round(3)
    return {name: float(rounded[i]) for name, i in vocabulary.items() if abs(rounded[i]) > 0.02}

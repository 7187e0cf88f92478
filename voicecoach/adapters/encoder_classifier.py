"""The move classifier: one pass of a trained sentence model over the coachee's last line and the coach's turn.

    <s> coachee's last line </s> dus die offertes blijven liggen wat doet dat met je </s>
                                 |------- reflection+ ------| |---- open_question+ --|
        each word: does a move begin here?     each move: the mean of its pieces, and its cues -> kind, follow-up

So the model sees the whole turn, and what the coachee said before it, when it judges a clause. The weights are made by
`python -m voicecoach.training` from the text beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.adapters.e5_file import E5File, Floats
from voicecoach.adapters.turn_encoder import TurnEncoder
from voicecoach.adapters.word_pieces import WordPieces
from voicecoach.dialogue.cue_weights import CueWeights
from voicecoach.dialogue.deciding_words import deciding_words, names_feeling, words_taken_up
from voicecoach.dialogue.move_features import Clause, clause_features
from voicecoach.dialogue.question_starts import question_starts
from voicecoach.dialogue.tokens import tokens_of
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import ModelError
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind

WEIGHTS = Path(__file__).parent / "weights" / "moves.npz"
CUES = Path(__file__).parent / "weights" / "cues.json"
CUES_COUNT = 0.4
"""How much the readable cues count beside the network; together they do better than either."""

MOST_BEFORE = 48
"""Pieces of the coachee's last line that are looked at, from its end."""

MOST_TURN = 380
"""Pieces of a turn in one pass; a longer turn is taken in parts."""

_WORD = re.compile(r"\S+")


def read_weights(path: Path = WEIGHTS) -> dict[str, Floats]:
    """Return the trained arrays by name; raise ModelError for a file that is missing or damaged."""
    try:
        with np.load(path, allow_pickle=False) as found:
            return {name: found[name].astype(np.float32) for name in found.files}
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"{path}: the move classifier's weights cannot be read.", "Install voicecoach again."
        ) from error


def read_cues(path: Path = CUES) -> CueWeights:
    """Return which words speak for which kind; raise ModelError for a file that is missing or damaged."""
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return CueWeights(found["weights"], found["bias"])
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: the classifier's cues cannot be read.", "Install voicecoach again.") from error


@dataclass(frozen=True, slots=True, eq=False)
class JudgedMove:
    """A stretch of words, end exclusive, with what the heads say of it.

    scores: log-odds by kind, in the order of MoveKind. follows: probability that it takes up the coachee's last line.
    """

    first: int
    end: int
    scores: Floats
    follows: float


class TurnJudge:
    """Cuts rows of words into moves and judges each; knows nothing of characters or cues."""

    def __init__(self, weights: Mapping[str, Floats], file: E5File | None = None) -> None:
        file = file or E5File()
        self._weights = weights
        self._vocabulary = file.vocabulary
        self._pieces = WordPieces(file.vocabulary)
        self._encoder = TurnEncoder(file, weights)

    def judge(self, words: Sequence[str], previous: str) -> list[JudgedMove]:
        """Return the moves in a row of words, in order and without gaps."""
        before = [piece for word in previous.split() for piece in self._pieces.of(word)][-MOST_BEFORE:]
        asked_from = set(question_starts(words))
        return [
            JudgedMove(start + move.first, start + move.end, move.scores, move.follows)
            for start, part in self._parts(words)
            for move in self._judge_part(part, before, {number - start for number in asked_from})
        ]

    def _parts(self, words: Sequence[str]) -> Iterator[tuple[int, list[tuple[int, ...]]]]:
        part: list[tuple[int, ...]] = []
        start = count = 0
        for number, word in enumerate(words):
            pieces = self._pieces.of(word)[:MOST_TURN]
            if part and count + len(pieces) > MOST_TURN:
                yield start, part
                part, start, count = [], number, 0
            part.append(pieces)
            count += len(pieces)
        if part:
            yield start, part

    def _judge_part(
        self, words: Sequence[tuple[int, ...]], before: Sequence[int], asked_from: Set[int]
    ) -> Iterator[JudgedMove]:
        own = [piece for word in words for piece in word]
        row = [self._vocabulary.begin, *before, self._vocabulary.end, *own, self._vocabulary.end]
        offset = len(before) + 2
        states = self._encoder.states(row, [False] * offset + [True] * (len(own) + 1))
        starts = offset + np.cumsum([0, *(len(word) for word in words)])
        begins = self._head("bound", np.concatenate((states[starts[:-1] - 1], states[starts[:-1]]), axis=1))[:, 0]
        cut_above = self._weights["cut_above"]
        inner = (n for n in range(1, len(words)) if begins[n] > cut_above or n in asked_from)
        borders = [0, *inner, len(words)]
        for first, end in pairwise(borders):
            mean = states[starts[first] : starts[end]].mean(axis=0)
            yield JudgedMove(first, end, self._head("kind", mean), _sigmoid(self._head("follow", mean)[0]))

    def _head(self, name: str, states: Floats) -> Floats:
        scores: Floats = states @ self._weights[f"{name}.w"] + self._weights[f"{name}.b"]
        return scores


@dataclass(frozen=True, slots=True, eq=False)
class ScoredMove:
    """A move in its text: its clause, log-odds by kind from the network and the cues together, and `follows`."""

    start: int
    end: int
    clause: Clause
    scores: Floats
    follows: float


class EncoderMoveClassifier:
    """Says what the coach did with his words; a pure function of the words, used by one thread at a time.

    cues: which words speak for which kind; they count beside the network, and are what the explanation points at.
    temperature: divides the log-odds before the softmax.
    """

    def __init__(self, judge: TurnJudge, cues: CueWeights, temperature: float) -> None:
        self._judge = judge
        self._cues = cues
        self._temperature = temperature

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        """Return the moves in a coach turn, in order, spans into `text`; none for a text without a word.

        previous: the coachee's last lines, newest last; only the newest counts.
        """
        return tuple(self._move(text, scored) for scored in self.scored(text, previous, language))

    def scored(self, text: str, previous: Sequence[str], language: Language) -> Iterator[ScoredMove]:
        """Yield the moves before their scores are made probabilities."""
        tokens = tokens_of(text)
        words = list(_WORD.finditer(text))
        last = previous[-1] if previous else ""
        for judged in self._judge.judge([word.group() for word in words], last) if tokens else ():
            start, end = words[judged.first].start(), words[judged.end - 1].end()
            inside = [number for number, token in enumerate(tokens) if start <= token.start < end]
            if inside:
                clause = Clause(tokens, range(inside[0], inside[-1] + 1), last, language)
                by_cues = np.asarray(self._cues.scores(clause_features(clause)), dtype=np.float32)
                yield ScoredMove(start, end, clause, judged.scores + CUES_COUNT * by_cues, judged.follows)

    def _move(self, text: str, scored: ScoredMove) -> Move:
        clause = scored.clause
        chances = dict(zip(MoveKind, map(float, probabilities(scored.scores, self._temperature)), strict=True))
        kind = max(chances, key=lambda one: chances[one])
        follows = bool(clause.previous) and scored.follows >= 0.5
        return Move(
            kind,
            min(1.0, chances[kind]),
            scored.start,
            scored.end,
            follows_up=follows,
            cues=deciding_words(text, clause, kind, self._cues),
            filling_in=min(1.0, sum(chances[k] for k in FILLING_IN)),
            takes_up=words_taken_up(clause) if follows else "",
            names_feeling=names_feeling(clause),
        )


def probabilities(scores: Floats, temperature: float) -> Floats:
    """Return the softmax of log-odds, along the last axis."""
    likely = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    chances: Floats = likely / likely.sum(axis=-1, keepdims=True)
    return chances


def _sigmoid(score: float) -> float:
    return float(1 / (1 + np.exp(-score)))

"""Lays shown turns out as arrays of one shape, for the network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

import numpy as np

from voicecoach.adapters.e5_file import E5File
from voicecoach.adapters.encoder_classifier import MOST_BEFORE
from voicecoach.adapters.word_pieces import WordPieces
from voicecoach.domain.moves import MoveKind
from voicecoach.training.turn_variants import ShownTurn

BATCH = 32
LENGTHS = (24, 32, 48, 64, 96, 128, 160)
MOST_MOVES = 8
MOST_WORDS = 96
_KINDS = {kind: number for number, kind in enumerate(MoveKind)}
_SORTED_TOGETHER = 16 * BATCH


class Batches:
    """Makes batches; what does not fit the longest length is cut off."""

    def __init__(self, file: E5File) -> None:
        self._file = file
        self._pieces = WordPieces(file.vocabulary)
        self._places = file.floats("emb.pos").reshape(-1, file.sizes.width)
        self._kind = file.floats("emb.type")[: file.sizes.width]

    def of(self, turns: Sequence[ShownTurn], random: Random) -> Iterator[dict[str, Any]]:
        """Yield the turns in batches of one size, turns of like length together, batches in a drawn order."""
        shuffled = list(turns)
        random.shuffle(shuffled)
        batches: list[list[ShownTurn]] = []
        for start in range(0, len(shuffled), _SORTED_TOGETHER):
            near = sorted(shuffled[start : start + _SORTED_TOGETHER], key=lambda turn: len(self._row(turn)[0]))
            batches += [near[at : at + BATCH] for at in range(0, len(near) - BATCH + 1, BATCH)]
        random.shuffle(batches)
        for batch in batches:
            yield self.batch(batch)

    def batch(self, turns: Sequence[ShownTurn]) -> dict[str, Any]:
        """Return the arrays that `encoder_net.loss` wants."""
        rows = [self._row(turn) for turn in turns]
        longest = max(len(row) for row, _ in rows)
        length = next((each for each in LENGTHS if each >= longest), LENGTHS[-1])
        arrays = _empty(len(turns), length)
        pieces = np.full((len(turns), length), self._file.vocabulary.end, dtype=np.int64)
        for at, (turn, (row, firsts)) in enumerate(zip(turns, rows, strict=True)):
            count = min(len(row), length)
            pieces[at, :count] = row[:count]
            arrays["is_there"][at, :count] = 1
            arrays["is_turn"][at, firsts[0] : count] = 1
            _fill(arrays, at, turn, [*firsts, len(row) - 1], length)
        arrays["pooling"] /= np.maximum(arrays["pooling"].sum(-1, keepdims=True), 1)
        return {**arrays, "pieces": self._embedded(pieces)}

    def _row(self, turn: ShownTurn) -> tuple[list[int], list[int]]:
        """The pieces of a turn with the coachee's line before it, and where each word begins."""
        before = [piece for word in turn.previous.split() for piece in self._pieces.of(word)][-MOST_BEFORE:]
        row = [self._file.vocabulary.begin, *before, self._file.vocabulary.end]
        firsts = []
        for word in turn.words:
            firsts.append(len(row))
            row += self._pieces.of(word)
        return [*row, self._file.vocabulary.end], firsts

    def _embedded(self, pieces: Any) -> Any:
        known, places = np.unique(pieces, return_inverse=True)
        vectors = self._file.rows("emb.word", self._file.sizes.width, known)
        found = vectors[places.reshape(pieces.shape)] + self._places[: pieces.shape[1]] + self._kind
        return found.astype(np.float32)


def _empty(rows: int, length: int) -> dict[str, Any]:
    moves, words = (rows, MOST_MOVES), (rows, MOST_WORDS)
    floats = {"kind_counts": moves, "follows": moves, "follows_counts": moves, "begins": words, "begins_counts": words}
    floats |= {"word_counts": words, "is_there": (rows, length), "is_turn": (rows, length)}
    whole = {"kind": moves, "word_kind": words, "first": words, "before": words}
    empty: dict[str, Any] = {name: np.zeros(shape, np.float32) for name, shape in floats.items()}
    empty |= {name: np.zeros(shape, np.int32) for name, shape in whole.items()}
    return {**empty, "pooling": np.zeros((*moves, length), np.float32)}


def _fill(arrays: dict[str, Any], at: int, turn: ShownTurn, borders: Sequence[int], length: int) -> None:
    """Write the targets of one turn; borders: where each word begins, and where the last one ends."""
    for word, move in enumerate(turn.moves):
        first, end = borders[word], borders[word + 1]
        if end > length or word >= MOST_WORDS or move >= MOST_MOVES:
            break
        arrays["pooling"][at, move, first:end] = 1
        arrays["first"][at, word] = first
        arrays["before"][at, word] = first - 1
        arrays["word_kind"][at, word] = _KINDS[turn.kinds[move]]
        arrays["word_counts"][at, word] = 1
        if word:
            arrays["begins_counts"][at, word] = 1
            arrays["begins"][at, word] = turn.moves[word] != turn.moves[word - 1]
    for move in range(min(MOST_MOVES, len(turn.kinds))):
        if arrays["pooling"][at, move].any():
            arrays["kind"][at, move] = _KINDS[turn.kinds[move]]
            arrays["kind_counts"][at, move] = 1
            arrays["follows"][at, move] = turn.follows[move]
            arrays["follows_counts"][at, move] = turn.tells_following and bool(turn.previous)

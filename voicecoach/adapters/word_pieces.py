"""Cuts words into the pieces a sentence model knows: the likeliest row, as SentencePiece's unigram model does.

Only white space separates words, so a word is cut the same wherever it stands, and its pieces can be remembered.
"""

from __future__ import annotations

from functools import lru_cache

from voicecoach.adapters.e5_file import Vocabulary

_START = "\u2581"
_LONGEST = 20
_UNKNOWN_COSTS = 10.0
_REMEMBERED = 20_000


class WordPieces:
    """Gives the pieces of one word at a time."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._numbers = {piece: number for number, piece in enumerate(vocabulary.pieces)}
        self._unknown_score = float(vocabulary.scores.min()) - _UNKNOWN_COSTS
        self.of = lru_cache(_REMEMBERED)(self._of)
        """Return the numbers of a word's pieces; at least one."""

    def _of(self, word: str) -> tuple[int, ...]:
        normal = "".join(self._vocabulary.normal.get(letter, letter) for letter in word)
        return self._likeliest(_START + normal.strip().replace(" ", _START))

    def _likeliest(self, text: str) -> tuple[int, ...]:
        """Viterbi: the best row of pieces up to each place, then back from the end."""
        best = [0.0, *[float("-inf")] * len(text)]
        came: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
                number = self._numbers.get(text[start:end])
                known = number is not None and number != self._vocabulary.unknown
                if not known and end > start + 1:
                    continue
                score = best[start] + (float(self._vocabulary.scores[number]) if known else self._unknown_score)
                if score > best[end]:
                    best[end] = score
                    came[end] = (start, number if known and number is not None else self._vocabulary.unknown)
        row: list[int] = []
        end = len(text)
        while end > 0:
            end, number = came[end]
            row.append(number)
        return tuple(reversed(row))

"""Cuts a turn into clauses that may be moves of their own, without relying on punctuation.

Between every two words a linear model weighs the words and marks around the gap; it is trained on marked turns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from voicecoach.dialogue.tokens import Token
from voicecoach.domain.audio import Language

CONNECTIVES = frozenset({"maar", "en", "want", "dus", "of", "but", "and", "so", "or", "because"})
"""Words that begin a clause and are none by themselves."""
_EDGE = Token("|", 0, 0)


@dataclass(frozen=True, slots=True)
class GapModel:
    """Weights of gap features in one language; `cut_above` is the score from which a gap is cut."""

    weights: Mapping[str, float]
    bias: float
    cut_above: float = 0.0

    def score(self, tokens: Sequence[Token], gap: int, language: Language) -> float:
        """Return the log-odds of a cut before word `gap` (1 .. len - 1)."""
        return self.bias + sum(self.weights.get(name, 0.0) for name in gap_features(tokens, gap, language))


def clauses(tokens: Sequence[Token], model: GapModel, language: Language) -> tuple[range, ...]:
    """Return the clauses as ranges of words, in order, together all of the turn; none for no words."""
    cuts: list[int] = []
    for gap in range(1, len(tokens)):
        begins = cuts[-1] if cuts else 0
        says_something = any(token.word not in CONNECTIVES for token in tokens[begins:gap])
        if says_something and model.score(tokens, gap, language) > model.cut_above:
            cuts.append(gap)
    edges = [0, *cuts, len(tokens)]
    return tuple(range(first, last) for first, last in pairwise(edges) if last > first)


def gap_features(tokens: Sequence[Token], gap: int, language: Language) -> list[str]:
    """Return the names of what surrounds the gap before word `gap`."""
    before3, before2, before1 = (_at(tokens, gap - back) for back in (3, 2, 1))
    after1, after2, after3 = (_at(tokens, gap + on) for on in (0, 1, 2))
    mark = before1.mark or "none"
    names = [
        f"mark={mark}",
        f"b1={before1.word}",
        f"b2={before2.word} {before1.word}",
        f"a1={after1.word}",
        f"a2={after1.word} {after2.word}",
        f"a3={after1.word} {after2.word} {after3.word}",
        f"ba={before1.word} {after1.word}",
        f"b1a2={before1.word} {after1.word} {after2.word}",
        f"a1,mark={after1.word} {mark}",
        f"b3={before3.word} {before2.word} {before1.word}",
        f"since={min(gap, 6)}",
        f"left={min(len(tokens) - gap, 6)}",
        f"long={min(len(tokens) // 8, 5)}",
    ]
    names += [f"near={_at(tokens, gap + on).word}" for on in (1, 2, 3)]
    names += [f"past={_at(tokens, gap - back).word}" for back in (2, 3, 4)]
    return [f"{language}:{name}" for name in names]


def _at(tokens: Sequence[Token], index: int) -> Token:
    return tokens[index] if 0 <= index < len(tokens) else _EDGE

"""Words of a turn with their places in it; punctuation is kept beside them, since recognition may leave it out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’\-][^\W_]+)*")
_MARKS = ".,;:?!…"


@dataclass(frozen=True, slots=True)
class Token:
    """A word: lower case, where it stands in the text, and the punctuation mark that follows it, if any."""

    word: str
    start: int
    end: int
    mark: str = ""


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text in order; none for a text without any."""
    found = list(_WORD.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)][: len(found)]
    return tuple(
        Token(match.group().lower().replace("’", "'"), match.start(), match.end(), _mark(text[match.end() : until]))
        for match, until in zip(found, ends, strict=True)
    )


def _mark(between: str) -> str:
    """The strongest mark between two words: one that ends a sentence before one that does not."""
    marks = [character for character in between if character in _MARKS]
    return min(marks, key="?!.….;:,".index, default="")

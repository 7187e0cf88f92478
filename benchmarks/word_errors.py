"""Word errors: the edit distance between the words said and the words heard, case and punctuation aside."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Errors:
    """Words wrong, missing or too many, among the words said."""

    wrong: int
    words: int

    @property
    def rate(self) -> float:
        """Errors a word said; 0 where none was said."""
        return self.wrong / self.words if self.words else 0.0

    def __add__(self, other: Errors) -> Errors:
        """Both together."""
        return Errors(self.wrong + other.wrong, self.words + other.words)


def word_errors(said: str, heard: str) -> Errors:
    """Return the smallest number of changes that make `heard` into `said`."""
    wanted, got = _words(said), _words(heard)
    row = list(range(len(got) + 1))
    for at, word in enumerate(wanted, 1):
        above, row[0] = row[0], at
        for place, other in enumerate(got, 1):
            changed = above + (word != other)
            above, row[place] = row[place], min(changed, row[place] + 1, row[place - 1] + 1)
    return Errors(row[-1], len(wanted))


def slot_errors(slots: str, heard: str) -> Errors:
    """Return how many words of the slots ("a ; b") were not heard at all, where only the slots are known."""
    wanted, got = _words(slots), set(_words(heard))
    return Errors(sum(word not in got for word in wanted), len(wanted))


_NUMBERS = {
    "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "8": "eight", "10": "ten",
    "12": "twelve", "16": "sixteen", "20": "twenty",
}  # fmt: skip


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("’", ""))
    return [_NUMBERS.get(word, word) for word in words]

"""Cuts a reply into the pieces that are synthesised one by one, so that sound starts while the rest is being made.

"Ja, dat klopt. Ik bel te weinig, en dat komt door de leads. ..."
 |- piece 1 -|  |- piece 2 ---------------------------------|
 playing         being made
"""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?…]+[\"')\]”’]*\s+(?=[\"'(\[“‘]?(?:[A-ZÀ-ÖØ-Þ0-9]|['’][a-z]))")
_CLAUSE_END = re.compile(r"[,;:]\s+|\s[-–—]\s+")
_ABBREVIATION = re.compile(
    r"(?:^|\s)(?:[A-Z]|dhr|mevr|mw|dr|mr|mrs|ms|ir|ing|st|nr|no|vs|bijv|bv|o\.a|e\.g|i\.e)\.\s*$", re.I
)

_LONG_FIRST_CHARACTERS = 60
_CLAUSE_CHARACTERS = 12
_PIECE_CHARACTERS = 40


def spoken_pieces(text: str) -> tuple[str, ...]:
    """Return the text in pieces for the voice, the first one short; none for a text without words.

    Put together with single spaces the pieces are the text, its white space made single.
    """
    sentences = _sentences(" ".join(text.split()))
    if not any(character.isalnum() for character in text):
        return ()
    first = _cut_at_clause(sentences[0])
    return tuple(_joined([*first, *sentences[1:]], len(first)))


def _sentences(text: str) -> list[str]:
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if not _ABBREVIATION.search(text[: found.end()])]
    return [text[start:end].strip() for start, end in pairwise([0, *ends, len(text)])]


def _cut_at_clause(sentence: str) -> list[str]:
    """Cut a long sentence in two at its first clause border that leaves words on both sides."""
    if len(sentence) <= _LONG_FIRST_CHARACTERS:
        return [sentence]
    for found in _CLAUSE_END.finditer(sentence):
        if found.start() >= _CLAUSE_CHARACTERS and len(sentence) - found.end() >= _CLAUSE_CHARACTERS:
            return [sentence[: found.end()].strip(), sentence[found.end() :].strip()]
    return [sentence]


def _joined(parts: list[str], alone: int) -> list[str]:
    """Join short neighbours, and anything without a letter to what stands before it; leave the first parts alone."""
    pieces: list[str] = []
    for index, part in enumerate(parts):
        is_short = index > alone and len(pieces[-1]) + len(part) < _PIECE_CHARACTERS
        if pieces and (is_short or not _has_words(part) or not _has_words(pieces[-1])):
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return pieces


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)

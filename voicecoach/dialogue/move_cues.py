"""Finds the cue words of a language in a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from voicecoach.dialogue import move_cues_en, move_cues_nl
from voicecoach.dialogue.tokens import Token
from voicecoach.domain.audio import Language

_LISTS = {"nl": move_cues_nl, "en": move_cues_en}
_LONGEST = 4


def cues_in(words: Sequence[str], language: Language) -> list[tuple[str, int, int]]:
    """Return the cues in a row of words as (name, first word, end), in order."""
    phrases = _phrases(language)
    return [
        (name, first, first + length)
        for first in range(len(words))
        for length in range(1, min(_LONGEST, len(words) - first) + 1)
        for name in phrases.get(" ".join(words[first : first + length]), ())
    ]


def without_fillers(words: Sequence[str], language: Language) -> list[str]:
    """Return the words from the first that is no filler on; all of them when they are all fillers."""
    fillers = _fillers(language)
    first = next((i for i, word in enumerate(words) if word not in fillers), 0)
    return list(words[first:])


def content_words(words: Sequence[str], language: Language) -> set[str]:
    """Return the stems of the words that carry meaning."""
    return {stem(word) for word in words if word not in _stop_words(language) and len(word) > 2}


def stem(word: str) -> str:
    """Return the word without its commonest endings; crude, and the same for both languages."""
    cut = re.sub(r"(ingen|ings|ing|heid|tjes|tje|jes|je|ende|end|ed|en|es|s|t|e)$", "", word)
    cut = cut if len(cut) >= 3 else word
    return re.sub(r"(.)\1$", r"\1", cut)[:7]


def is_anaphora(word: str, language: Language) -> bool:
    """Whether the word points back at what was said."""
    return word in _anaphora(language)


def words_of(tokens: Sequence[Token]) -> list[str]:
    """Return the words of tokens."""
    return [token.word for token in tokens]


@cache
def _phrases(language: Language) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, phrases in _LISTS[language].CUES.items():
        for phrase in phrases.split("|"):
            found[phrase] = (*found.get(phrase, ()), name)
    return found


@cache
def _fillers(language: Language) -> frozenset[str]:
    return frozenset(_LISTS[language].FILLERS.split())


@cache
def _stop_words(language: Language) -> frozenset[str]:
    return frozenset(_LISTS[language].STOP_WORDS.split())


@cache
def _anaphora(language: Language) -> frozenset[str]:
    return frozenset(_LISTS[language].ANAPHORA.split())

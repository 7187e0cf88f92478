"""What a language must tell for words to be given back in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language.

    determiners: what goes before a noun, and what it becomes when given back.
    joins: words that begin a clause; opaque: those whose clause cannot stand by itself.
    completes: those whose clause the one before cannot do without ("I want to know" why ...).
    addresses: words for the hearer. fillers: words a clause may begin with in vain.
    speaker: words for the speaker. denials: words that turn a clause around.
    noun_phrase: given the words after a determiner, how many of them are its noun; 0 when that is not plain.
    turned: the words of a clause with the speaker turned into "you"; none when that cannot be done rightly.
    """

    determiners: dict[str, str]
    joins: frozenset[str]
    opaque: frozenset[str]
    completes: frozenset[str]
    addresses: frozenset[str]
    fillers: frozenset[str]
    speaker: frozenset[str]
    denials: frozenset[str]
    noun_phrase: Callable[[Sequence[str]], int]
    turned: Callable[[Sequence[str]], list[str]]


def word_set(text: str) -> frozenset[str]:
    """The words of a text, by spaces."""
    return frozenset(text.split())

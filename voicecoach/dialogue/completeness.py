"""Guesses from the words whether a coach has finished his sentence or is thinking aloud.

Recognition likes to close everything with a full stop, so the last words weigh more than the punctuation.
"""

from __future__ import annotations

import re

from voicecoach.dialogue.completeness_words import WORDS, DanglingWords
from voicecoach.dialogue.endpointing import Completeness
from voicecoach.domain.audio import Language

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LAST_SENTENCE = re.compile(r"[^.!?…]*[.!?…\s]*$")


def completeness(text: str, language: Language) -> Completeness:
    """Return how finished the words sound; UNKNOWN for no words."""
    text = text.strip()
    words = [word.lower().replace("’", "'") for word in _WORD.findall(_LAST_SENTENCE.findall(text)[0])]
    table = WORDS[language]
    if not words:
        return Completeness.UNKNOWN
    if text.endswith(("...", "…", ",", ":", ";", "-", "–")):
        return Completeness.UNFINISHED
    if text.endswith("?"):
        return Completeness.FINISHED
    if _dangles(words, table, text.endswith((".", "!"))):
        return Completeness.UNFINISHED
    return _closed(words, table, text.endswith((".", "!")))


def _closed(words: list[str], table: DanglingWords, is_stopped: bool) -> Completeness:
    if len(words) == 1 or all(word in table.openers for word in words):
        return Completeness.UNKNOWN
    if words[-1] in table.particles and not _has_partner(words, table):
        return Completeness.UNKNOWN
    if is_stopped or _asks(words, table):
        return Completeness.FINISHED
    return Completeness.UNKNOWN


def _dangles(words: list[str], table: DanglingWords, is_stopped: bool) -> bool:
    last = words[-1]
    if last in table.always or any(words[-len(phrase) :] == list(phrase) for phrase in table.phrases):
        return True
    if _has_partner(words, table):
        return False
    return last in table.prepositions or (last in table.particles and not is_stopped)


def _has_partner(words: list[str], table: DanglingWords) -> bool:
    """Whether a word before needs the preposition at the end: "waar denk je aan", "ik bel je op"."""
    partners = table.partners | (table.particle_verbs if words[-1] in table.particles else frozenset())
    return any(word in partners for word in words[:-1])


def _asks(words: list[str], table: DanglingWords) -> bool:
    """Whether a question word comes first, with its finite verb close behind and something after that."""
    start = next((at for at, word in enumerate(words) if word not in table.openers), 0)
    asked = words[start:]
    if len(asked) < 3 or asked[0] not in table.question_words or asked[1] in table.subjects:
        return False
    reach = 5 if asked[0] in table.counting_words else 2
    return any(word in table.finite_verbs for word in asked[1 : min(reach, len(asked) - 1)])

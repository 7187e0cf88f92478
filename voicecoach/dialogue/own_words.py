"""Takes up what somebody said in his own words, with "my" turned into "your"; rather nothing than something wrong.

"Ik mis mijn target, omdat ..."  ->  things: "je target"      clause: "je mist je target"
"My boss never calls me back."   ->  things: "your boss"      clause: "your boss never calls you back"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.dialogue.own_words_en import ENGLISH
from voicecoach.dialogue.own_words_grammar import Grammar
from voicecoach.dialogue.own_words_nl import DUTCH
from voicecoach.dialogue.tokens import Token, tokens_of
from voicecoach.domain.audio import Language

_GRAMMARS: dict[Language, Grammar] = {"nl": DUTCH, "en": ENGLISH}
_FEWEST, _MOST = 4, 14
"""A clause of so many words is worth giving back."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What can be taken up of a turn. things: what he named, the newest last. clause: what he said, if plain enough."""

    things: tuple[str, ...] = ()
    clause: str | None = None


def own_words(text: str, language: Language) -> OwnWords:
    """Return what can safely be given back; nothing for a text whose grammar is not plain enough."""
    grammar = _GRAMMARS[language]
    clauses = _clauses(text, grammar.joins)
    things = [thing for clause in clauses for thing in _things(clause, text, grammar)]
    said = [given for clause in _plain(text, grammar) if (given := _given_back(clause, text, grammar))]
    return OwnWords(tuple(dict.fromkeys(things)), said[-1] if said else None)


def feeling_in(text: str, feelings: Sequence[str], language: Language) -> str:
    """The feeling that the speaker says he has, by the last of its words; empty for none, or for one denied."""
    grammar = _GRAMMARS[language]
    found = ""
    for clause in _clauses(text, grammar.joins):
        words = [token.word for token in clause]
        if grammar.denials & set(words) or not grammar.speaker & set(words):
            continue
        found = next((word for word in reversed(words) if word in feelings), found)
    return found


def _clauses(text: str, joins: frozenset[str]) -> list[tuple[Token, ...]]:
    """Runs of words without a mark or a joining word between them; the last one before a question mark is left out."""
    clauses: list[tuple[Token, ...]] = []
    clause: list[Token] = []
    for token in tokens_of(text):
        if token.word in joins:
            clauses.append(tuple(clause))
            clause = []
        clause.append(token)
        if token.mark:
            clauses += [] if token.mark == "?" else [tuple(clause)]
            clause = []
    return [each for each in [*clauses, tuple(clause)] if each]


def _plain(text: str, grammar: Grammar) -> list[tuple[Token, ...]]:
    """The clauses that stand by themselves, without the word that joins them to the one before."""
    plain: list[tuple[Token, ...]] = []
    clauses = _clauses(text, grammar.joins)
    for place, clause in enumerate(clauses):
        after = clauses[place + 1][0].word if place + 1 < len(clauses) and not clause[-1].mark else ""
        if clause[0].word in grammar.opaque or after in grammar.completes:
            continue
        plain.append(clause[1:] if clause[0].word in grammar.joins else clause)
    return plain


def _things(clause: Sequence[Token], text: str, grammar: Grammar) -> list[str]:
    found: list[str] = []
    for place, token in enumerate(clause):
        if token.word not in grammar.determiners:
            continue
        phrase = grammar.noun_phrase([each.word for each in clause[place + 1 :]])
        if phrase:
            nouns = clause[place + 1 : place + 1 + phrase]
            words = text[nouns[0].start : nouns[-1].end]
            found.append(f"{grammar.determiners[token.word]} {words}")
    return found


def _given_back(clause: Sequence[Token], text: str, grammar: Grammar) -> str:
    words = [token.word for token in clause]
    if not _FEWEST <= len(words) <= _MOST or grammar.addresses & set(words):
        return ""
    while words and words[0] in grammar.fillers:
        clause, words = clause[1:], words[1:]
    turned = grammar.turned([text[token.start : token.end] for token in clause])
    return " ".join(turned) if len(words) >= _FEWEST else ""

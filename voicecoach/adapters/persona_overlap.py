"""Finds what a persona file says twice: the own solution too early, and one question in two topics."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from voicecoach.adapters.persona_document import Document, Loc
from voicecoach.adapters.persona_format import PersonaFile
from voicecoach.adapters.persona_walk import SaidLine, all_lines, questions, solution_lines
from voicecoach.domain.persona import OTHER_DETAILS, Level

STEM = 5
"""Words are compared by their first letters: 'offerte' and 'offertes' are the same."""

GIVES_AWAY = 1.6
"""Score from which a line is taken for the own solution; 0.7 where it speaks of what he would or should do.

Set on the first four Dutch personas: of their lines below insight none comes this high, while paraphrases of two
of their solutions, written for the purpose, do (tests/adapters/test_persona_checks.py). Words only: what is said in
quite other words is not found.
"""
GIVES_AWAY_AS_INTENTION = 0.7

SAME_QUESTION = 0.6
"""Share of words in common from which two questions are one, if their longer words are all the same."""

_INTENTION = re.compile(
    r"\b(zou|zouden|moet|moest|wil|misschien|would|should|could|want|maybe|perhaps|ought|need to)\b",
    re.I,
)


def early_solutions(content: PersonaFile, document: Document) -> Iterator[tuple[Loc, str]]:
    """Yield the lines below insight that say much the same as the own solution, with what they are like."""
    below = [said for said in all_lines(content) if said.level < Level.INSIGHT]
    weights = _Weights([said.line.say for said in below])
    known = list(_solution_texts(content, document))
    for said in below:
        score, line = max((weights.likeness(said.line.say, text), line) for line, text in known)
        limit = GIVES_AWAY_AS_INTENTION if _INTENTION.search(said.line.say) else GIVES_AWAY
        if score >= limit:
            yield (
                said.loc,
                f"this is much like his own solution in line {line}, but may be said at '{said.level.name.lower()}' "
                "already; say less here, or move it to insight",
            )


def repeated_lines(content: PersonaFile, document: Document) -> Iterator[tuple[Loc, str]]:
    """Yield the lines of two words or more that stand in the file before, in the same words."""
    first: dict[str, SaidLine] = {}
    for said in (said for said in all_lines(content) if len(said.line.say.split()) > 1):
        other = first.setdefault(" ".join(_words(said.line.say)), said)
        if other is not said:
            line = document.place_of(other.loc).line
            yield said.loc, f"he says this in line {line} already; a coach notices, so write it in other words"


def repeated_questions(content: PersonaFile, document: Document) -> Iterator[tuple[Loc, str]]:
    """Yield the example questions that are nearly the same as one of another topic, or the same as one of their own."""
    asked = [(question, frozenset(_words(question.text))) for question in questions(content)]
    for (one, words), (other, others) in combinations(asked, 2):
        line = document.place_of(one.loc).line
        if one.about == other.about:
            if words == others:
                yield other.loc, f"this question stands in line {line} already; ask it in other words"
        elif _are_one(words, others):
            yield (
                other.loc,
                f"nearly the question in line {line}, which leads to '{one.about}'; keep it in one of the two, "
                "or say in it what sets them apart",
            )


def _are_one(words: frozenset[str], others: frozenset[str]) -> bool:
    if len(words & others) < SAME_QUESTION * len(words | others):
        return False
    return all(len(word) < STEM for word in words ^ others)


def _solution_texts(content: PersonaFile, document: Document) -> Iterator[tuple[int, str]]:
    """Yield what gives the solution away, with its line; how it is measured, by when and with what help does not."""
    for said in solution_lines(content):
        if not {"measured", "when", *OTHER_DETAILS} & set(said.loc):
            yield document.place_of(said.loc).line, said.line.say
    for n, text in enumerate(content.solution.suggestions):
        yield document.place_of(("solution", "suggestions", n)).line, text


class _Weights:
    """How telling each word is: one that he uses often tells little."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = Counter(stem for text in texts for stem in _stems(text))

    def likeness(self, text: str, other: str) -> float:
        """Return how much of the shorter text's weight the two share, times that weight; 0 for less than two words."""
        mine, theirs = _stems(text), _stems(other)
        shared = mine & theirs
        if len(shared) < 2:
            return 0.0
        return self._of(shared) ** 2 / min(self._of(mine), self._of(theirs))

    def _of(self, stems: frozenset[str]) -> float:
        return sum(4 / (3 + max(1, self._count[stem])) for stem in stems)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in _words(text) if len(word) >= 4)

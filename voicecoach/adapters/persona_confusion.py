"""Finds example questions of two topics that mean nearly the same, so that the matcher would take one for the other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from voicecoach.adapters.persona_document import Loc
from voicecoach.adapters.persona_files import ReadPersona
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_walk import questions
from voicecoach.ports import Embedder

CONFUSED = 0.75
"""Likeness from which two questions mean the same; the closest pair of two topics in the shipped cast has 0.74."""


def confused_questions(read: ReadPersona, embedder: Embedder) -> tuple[Finding, ...]:
    """Return a warning for each question that is as good as one of another topic; none for a file that does not load.

    Compared as the matcher does it, by the vectors less their mean. Takes about 10 ms a question.
    """
    if read.content is None:
        return ()
    found = [
        Finding(str(read.path), *read.document.place_of(loc), text, is_mistake=False)
        for loc, text in _pairs(read, embedder)
    ]
    return tuple(sorted(set(found)))


def _pairs(read: ReadPersona, embedder: Embedder) -> Iterator[tuple[Loc, str]]:
    asked = list(questions(read.content)) if read.content else []
    vectors = embedder.embed([question.text for question in asked])
    vectors = vectors - vectors.mean(axis=0)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    likeness = vectors @ vectors.T
    for row, column in np.argwhere(np.triu(likeness >= CONFUSED, k=1)):
        one, other = asked[row], asked[column]
        if one.about != other.about and one.text != other.text:
            line = read.document.place_of(one.loc).line
            yield (
                other.loc,
                f"means the same to the matcher as '{one.text}' in line {line}, which leads to '{one.about}'; "
                f"so '{other.text}' may be answered from there: keep it in one, or name what sets them apart",
            )

"""Finds where a coach turn leads in a persona's file: nearest in meaning among the file's example questions.

E5 vectors all lie close together (cosines of 0.75-0.93), so the mean of the file's questions is taken off first; then
the two nearest examples of a place decide together. Where the recogniser spells many words wrong, letters count too.
Each figure below is measured by `benchmarks.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from voicecoach.adapters.background import begun
from voicecoach.adapters.spelling_likeness import SpellingLikeness
from voicecoach.adapters.topic_anchors import AGAIN, BESIDE, GO_ON, WHAT_HE_WANTS
from voicecoach.domain.audio import Language
from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.ports import Embedder

NEAR = 0.25
"""Least likeness of a turn to its place in the file: the mean over the nearest example and the nearest two."""
SURE = 0.40
"""Likeness that leads to another topic even when the turn follows up."""
LETTERS: Mapping[Language, float] = {"nl": 0.35, "en": 0.0}
"""Weight of the likeness by letters: Whisper base gets one Dutch word in five wrong, and one English word in thirty."""
_SURE_BY_LETTERS = 0.12
"""What that likeness, weighted, adds to what is sure."""
AGAIN_NEAR = 0.55
"""Likeness that asking him to say it again must have."""
SOLUTION_NEARER = 0.03
"""What a question on his own solution gains once he has brought it: "what does that look like" is about that then."""
RELATES = 0.20
"""Least likeness of a turn to one of the coachee's last lines for it to be about that line."""
STRAY = 0.10
"""What is near a question beside the case, and less than this like his last lines, strays.

Of questions that follow up 2 % are taken for such, of small talk 80 %.
"""
SAME = 0.62
"""Least likeness of two questions that ask the same in other words."""

_APOLOGY = re.compile(r"\b(sorry|pardon|excuus|excuse me)\b[ ,.]*", re.IGNORECASE)
"""Alone it asks to say it again; before other words it takes something back."""
_WORD = re.compile(r"\w")
_Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class _Examples:
    """Unit vectors of the file's example questions, [examples, width], and what was taken off them first."""

    mean: _Vectors
    vectors: _Vectors


class TopicMatcher:
    """Knows the example questions of one persona.

    Reading a persona's questions takes some seconds, so it is begun at once and waited for at the first match:
    meanwhile he says hello. The embedder is then used by two threads.
    """

    def __init__(self, persona: Persona, embedder: Embedder) -> None:
        self._embedder = embedder
        examples = list(_examples(persona))
        self._places = [TopicMatch(about, topic) for about, topic, _text in examples]
        self._distinct = {
            place: np.flatnonzero([place == other for other in self._places]) for place in dict.fromkeys(self._places)
        }
        texts = [text for _about, _topic, text in examples]
        self._examples = begun(lambda: _embedded(embedder, texts))
        self._letters = LETTERS[persona.language]
        self._spelling = SpellingLikeness(texts) if self._letters else None

    def match(
        self,
        text: str,
        last_lines: Sequence[str],
        asked: Sequence[str],
        *,
        has_solution: bool | None = None,
        readings: Sequence[str] = (),
    ) -> TopicMatch:
        """Return the place nearest in meaning; NOTHING when none is near enough, and for an empty text.

        has_solution: what belongs to his own solution comes nearer once he has brought it, and its details are out
        before; None for neither. readings: what else the text may have been; where the recogniser spells many words
        wrong, the reading nearest to a place counts for it, but only the text itself makes it sure.
        """
        if not text.strip():
            return TopicMatch()
        meant = _APOLOGY.sub("", text) if _WORD.search(_APOLOGY.sub("", text)) else text
        turn = self._embed([meant])[0]
        taken_up = float((self._embed(last_lines) @ turn).max()) if last_lines else None
        likeness = self._likeness(turn, meant)
        place = self._nearest(self._best_of(likeness, readings), likeness, taken_up, has_solution)
        relates = taken_up is not None and taken_up >= RELATES
        before = int((self._embed(asked) @ turn >= SAME).sum()) if asked and place.about is not About.MORE else 0
        return replace(place, relates=relates, asked_before=before)

    def _best_of(self, likeness: _Vectors, readings: Sequence[str]) -> _Vectors:
        """Each example's likeness to the reading that is nearest to it."""
        others = [text for text in readings if self._letters and text.strip()]
        vectors = self._embed(others) if others else ()
        for vector, text in zip(vectors, others, strict=True):
            likeness = np.maximum(likeness, self._likeness(vector, text))
        return likeness

    def _likeness(self, turn: _Vectors, text: str) -> _Vectors:
        meaning: _Vectors = self._examples.result().vectors @ turn
        return meaning + self._letters * self._spelling.to(text) if self._spelling else meaning

    def _nearest(
        self, likeness: _Vectors, own: _Vectors, taken_up: float | None, has_solution: bool | None
    ) -> TopicMatch:
        """Return the place by the likeness of all readings, sure where that of the text itself is enough.

        taken_up: likeness to his last lines; what might be beside the case is about them, or strays.
        """
        places = [place for place in self._distinct if has_solution is not False or place.about is not About.DETAIL]
        nearer = SOLUTION_NEARER if has_solution else 0.0

        def score(place: TopicMatch, by: _Vectors) -> float:
            return self._score(by, place) + nearer * (place.about in {About.SOLUTION, About.DETAIL})

        scores = {place: score(place, likeness) for place in places}
        best = max(scores, key=lambda place: scores[place])
        is_near = scores[best] >= (AGAIN_NEAR if best.about is About.AGAIN else NEAR)
        is_sure = score(best, own) >= SURE + self._letters * _SURE_BY_LETTERS
        if not is_near:
            return TopicMatch()
        if best.about is About.NOTHING and taken_up is not None:
            return replace(best, is_sure=is_sure and taken_up < RELATES, strays=taken_up < STRAY)
        return replace(best, is_sure=is_sure)

    def _score(self, likeness: _Vectors, place: TopicMatch) -> float:
        own = np.sort(likeness[self._distinct[place]])[::-1]
        return float((own[0] + own[:2].mean()) / 2)

    def _embed(self, texts: Sequence[str]) -> _Vectors:
        mean = self._examples.result().mean
        return _unit(self._embedder.embed(texts) - mean)


def _embedded(embedder: Embedder, texts: Sequence[str]) -> _Examples:
    vectors = embedder.embed(texts)
    mean: _Vectors = vectors.mean(axis=0)
    return _Examples(mean, _unit(vectors - mean))


def _examples(persona: Persona) -> Iterator[tuple[About, str, str]]:
    for topic in persona.topics:
        yield from ((About.TOPIC, topic.id, text) for text in topic.asks)
    solution = persona.solution
    yield from ((About.SOLUTION, "", text) for text in solution.asks)
    yield from ((About.SOLUTION, "", text) for text in WHAT_HE_WANTS[persona.language])
    for detail in solution.details:
        yield from ((About.DETAIL, detail.id, text) for text in detail.asks)
    yield from ((About.SUGGESTION, "", text) for text in solution.suggestions)
    yield from ((About.MORE, "", text) for text in GO_ON[persona.language])
    yield from ((About.AGAIN, "", text) for text in AGAIN[persona.language])
    yield from ((About.NOTHING, "", text) for text in BESIDE[persona.language])


def _unit(vectors: _Vectors) -> _Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9), dtype=np.float32)

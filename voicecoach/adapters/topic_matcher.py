"""Finds where a coach turn leads in a persona's file: nearest in meaning among the file's example questions.

E5 vectors all lie close together (cosines of 0.75-0.93), so the mean of the file's questions is taken off first; then
`place_scores` says how well each place fits. Where the recogniser spells many words wrong, letters count too.
Each figure below is measured by `benchmarks.topics`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from voicecoach.adapters.background import begun
from voicecoach.adapters.line_fits import LineFits, line_texts
from voicecoach.adapters.place_scores import PlaceScores
from voicecoach.adapters.spelling_likeness import SpellingLikeness
from voicecoach.adapters.topic_anchors import AGAIN, BESIDE, GO_ON, OF_A_SOLUTION, WHAT_HE_WANTS
from voicecoach.domain.audio import Language
from voicecoach.domain.persona import OTHER_DETAILS, Persona
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.ports import Embedder

NEAR = 0.35
"""Least score of a turn for its place in the file."""
SURE, AHEAD = 0.50, 0.15
"""Score, and how far it is ahead of the second place's, that leads to another topic even when the turn follows up."""
SURE_SUGGESTION, AHEAD_SUGGESTION = 0.60, 0.05
"""The same for his own solution in the coach's mouth; no test question of the cast that asks comes so near."""
LETTERS: Mapping[Language, float] = {"nl": 0.35, "en": 0.0}
"""Weight of the likeness by letters: Whisper base gets one Dutch word in five wrong, and one English word in thirty."""
AGAIN_NEAR = 0.70
"""Score that asking him to say it again must have, and be ahead of going on by AHEAD: "what was that like" goes on."""
BEGGED = 0.30
"""What asking to say it again gains from a "sorry" before it."""
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
    """What is known of the file's example questions, and of what he may answer.

    mean: what was taken off all vectors first. vectors: unit vectors of the questions, [examples, width].
    """

    mean: _Vectors
    vectors: _Vectors
    scores: PlaceScores
    lines: LineFits


class TopicMatcher:
    """Knows the example questions of one persona.

    Reading a persona's questions takes some seconds, so it is begun at once and waited for at the first match:
    meanwhile he says hello. The embedder is then used by two threads.
    """

    def __init__(self, persona: Persona, embedder: Embedder) -> None:
        self._embedder = embedder
        examples = list(_examples(persona))
        texts = [text for _about, _topic, text in examples]
        self._letters = LETTERS[persona.language]
        self._spelling = SpellingLikeness(texts) if self._letters else None
        places = [TopicMatch(about, topic) for about, topic, _text in examples]
        self._examples = begun(lambda: self._read(persona, places, texts))

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
        before; None for not known, which leaves what stands in its way or helps to the topics.
        readings: what else the text may have been; where the recogniser spells many words wrong, the reading that
        fits a place best counts for it, but only the text itself makes it sure.
        """
        if not text.strip():
            return TopicMatch()
        meant = _APOLOGY.sub("", text) if _WORD.search(_APOLOGY.sub("", text)) else text
        turn = self._embed([meant])[0]
        taken_up = float((self._embed(last_lines) @ turn).max()) if last_lines else None
        own = self._scored(turn, meant)
        if meant != text:
            own += [BEGGED * (place.about is About.AGAIN) for place in self._examples.result().scores.places]
        place = self._best(self._by_any(own, readings), own, taken_up, has_solution)
        relates = taken_up is not None and taken_up >= RELATES
        before = int((self._embed(asked) @ turn >= SAME).sum()) if asked and place.about is not About.MORE else 0
        return replace(place, relates=relates, asked_before=before, fits=self._examples.result().lines.to(turn))

    def _by_any(self, own: _Vectors, readings: Sequence[str]) -> _Vectors:
        """Each place's score by the reading that fits it best."""
        others = [text for text in readings if self._letters and text.strip()]
        vectors = self._embed(others) if others else ()
        scored = [self._scored(vector, text) for vector, text in zip(vectors, others, strict=True)]
        return np.asarray(np.max([own, *scored], axis=0), dtype=np.float32)

    def _scored(self, turn: _Vectors, text: str) -> _Vectors:
        """Score each place by one reading of the turn."""
        examples = self._examples.result()
        likeness: _Vectors = examples.vectors @ turn
        return examples.scores.of(likeness + self._letters * self._spelling.to(text) if self._spelling else likeness)

    def _best(self, scores: _Vectors, own: _Vectors, taken_up: float | None, has_solution: bool | None) -> TopicMatch:
        """Return the place by the scores of all readings, sure where that of the text itself is enough.

        taken_up: likeness to his last lines; what might be beside the case is about them, or strays.
        """
        places = self._examples.result().scores.places
        nearer = SOLUTION_NEARER if has_solution else 0.0
        handicap = np.array([_handicap(place, has_solution, nearer) for place in places])
        by_any, by_own = scores + handicap, own + handicap
        best = int(by_any.argmax())
        if places[best].about is About.AGAIN and (by_any[best] < AGAIN_NEAR or _ahead(by_any, best) < AHEAD):
            by_any[best] = -np.inf
            best = int(by_any.argmax())
        place = places[best]
        if by_any[best] < NEAR:
            return TopicMatch()
        is_suggestion = place.about is About.SUGGESTION
        sure, ahead = (SURE_SUGGESTION, AHEAD_SUGGESTION) if is_suggestion else (SURE, AHEAD)
        is_sure = bool(by_own[best] >= sure and _ahead(by_own, best) >= ahead)
        if place.about is About.NOTHING and taken_up is not None:
            return replace(place, is_sure=is_sure and taken_up < RELATES, strays=taken_up < STRAY)
        return replace(place, is_sure=is_sure)

    def _read(self, persona: Persona, places: Sequence[TopicMatch], texts: Sequence[str]) -> _Examples:
        vectors = self._embedder.embed(texts)
        mean: _Vectors = vectors.mean(axis=0)
        vectors = _unit(vectors - mean)
        among = vectors @ vectors.T
        if self._spelling:
            among += self._letters * self._spelling.among()
        lines = LineFits(persona, self._embedder.embed(line_texts(persona)))
        return _Examples(mean, vectors, PlaceScores(places, among), lines)

    def _embed(self, texts: Sequence[str]) -> _Vectors:
        mean = self._examples.result().mean
        return _unit(self._embedder.embed(texts) - mean)


def _ahead(scores: _Vectors, place: int) -> float:
    """How far a place is ahead of the best of the others; below zero where it is behind."""
    return float(scores[place] - np.delete(scores, place).max())


def _handicap(place: TopicMatch, has_solution: bool | None, nearer: float) -> float:
    """What is added to a place's score; a detail that makes no sense yet is out of reach.

    "What do you need from me" is about his solution only where there is one.
    """
    if place.about is About.DETAIL:
        can_be_asked = has_solution is True if place.topic in OTHER_DETAILS else has_solution is not False
        return nearer if can_be_asked else -np.inf
    return nearer if place.about is About.SOLUTION else 0.0


def _examples(persona: Persona) -> Iterator[tuple[About, str, str]]:
    for topic in persona.topics:
        yield from ((About.TOPIC, topic.id, text) for text in topic.asks)
    solution = persona.solution
    yield from ((About.SOLUTION, "", text) for text in solution.asks)
    yield from ((About.SOLUTION, "", text) for text in WHAT_HE_WANTS[persona.language])
    for detail in solution.details:
        texts = (*detail.asks, *OF_A_SOLUTION[persona.language].get(detail.id, ()))
        yield from ((About.DETAIL, detail.id, text) for text in texts)
    yield from ((About.SUGGESTION, "", text) for text in solution.suggestions)
    yield from ((About.MORE, "", text) for text in GO_ON[persona.language])
    yield from ((About.AGAIN, "", text) for text in AGAIN[persona.language])
    yield from ((About.NOTHING, "", text) for text in BESIDE[persona.language])


def _unit(vectors: _Vectors) -> _Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9), dtype=np.float32)

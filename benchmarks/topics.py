"""Where the coachee looks for his answer: each persona's test questions, typed, and a sample spoken and recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import personas
from benchmarks.word_errors import Errors, word_errors
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.domain.audio import Language, Samples
from voicecoach.domain.persona import VoiceChoice
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.ports import Transcriber, Voice
from voicecoach.wiring.engines import build_embedder, build_transcriber, build_voice, load_persona
from voicecoach.wiring.personas import list_personas

SPOKEN_EVERY = 5
"""Each so many-th question is also spoken and recognised."""
_HEAD = "| persona | questions | right | sure and wrong | spoken | words wrong | right typed | right spoken |"


@dataclass(frozen=True, slots=True)
class Question:
    """One test question and the place of the file that it asks for, as the questions file names it."""

    place: str
    text: str


def run() -> str:
    """Return the table as text: one row a persona, percentages of the questions."""
    transcriber, origin = build_transcriber("auto")
    voice, embedder = build_voice(), build_embedder()
    lines = [f"Topics: every {SPOKEN_EVERY}th question also spoken by the default voice, recognised by {origin}.", ""]
    lines += [_HEAD, "|---" * 8 + "|"]
    try:
        for summary in list_personas():
            matcher = TopicMatcher(load_persona(summary.id), embedder)
            lines.append(_row(summary.id, summary.language, matcher, voice, transcriber))
    finally:
        voice.close()
    return "\n".join(lines)


def _row(name: str, language: Language, matcher: TopicMatcher, voice: Voice, transcriber: Transcriber) -> str:
    questions = read_questions(name, language)
    found = [matcher.match(question.text, (), ()) for question in questions]
    sure_wrong = sum(m.is_sure and place_of(m) != q.place for q, m in zip(questions, found, strict=True))
    sample = questions[::SPOKEN_EVERY]
    heard = [transcriber.transcribe(_spoken(voice, q.text, language), language).text for q in sample]
    errors = sum((word_errors(q.text, text) for q, text in zip(sample, heard, strict=True)), Errors(0, 0))
    spoken = [matcher.match(text, (), ()) for text in heard]
    return (
        f"| {name} ({language}) | {len(questions)} | {_right(questions, found)} | {sure_wrong / len(questions):.1%} "
        f"| {len(sample)} | {errors.rate:.1%} | {_right(sample, found[::SPOKEN_EVERY])} | {_right(sample, spoken)} |"
    )


def read_questions(name: str, language: Language) -> list[Question]:
    """Return the test questions beside a shipped persona."""
    path = Path(personas.__path__[0], language, f"{name}.questions.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Question(row[0], row[1]) for row in rows if len(row) == 2 and not row[0].startswith("#")]


def place_of(match: TopicMatch) -> str:
    """Return the place as a questions file names it."""
    match match.about:
        case About.TOPIC:
            return match.topic
        case About.DETAIL:
            return f"solution.{match.topic}"
        case About.NOTHING:
            return "-"
        case _:
            return match.about.name.lower()


def _right(questions: Sequence[Question], found: Sequence[TopicMatch]) -> str:
    right = sum(place_of(m) == q.place for q, m in zip(questions, found, strict=True))
    return f"{right / len(questions):.1%}"


def _spoken(voice: Voice, text: str, language: Language) -> Samples:
    return np.concatenate([sound.samples for sound in voice.say(text, VoiceChoice(), language)])

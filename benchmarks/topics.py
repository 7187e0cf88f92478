"""Where the coachee looks for his answer: each persona's test questions, typed, and a sample spoken and recognised."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import personas
from benchmarks.speakers import Readers
from benchmarks.word_errors import Errors, word_errors
from voicecoach.adapters.persona_questions import AskedQuestion, read_questions
from voicecoach.adapters.persona_trial import place_of
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.domain.audio import Language
from voicecoach.domain.topics import TopicMatch
from voicecoach.ports import Transcriber
from voicecoach.wiring.engines import build_embedder, build_transcriber, load_persona
from voicecoach.wiring.personas import list_personas

SPOKEN_EVERY = 3
"""Each so many-th question is also spoken and recognised."""
_HEAD = "| persona | questions | right | sure and wrong | spoken | words wrong | right typed | right spoken |"


def run() -> str:
    """Return the table as text: one row a persona, percentages of the questions."""
    transcriber, origin = build_transcriber("auto")
    readers, embedder = Readers(), build_embedder()
    said_by = ", ".join(f"{name} ({language})" for language, name in readers.names.items())
    lines = [f"Topics: every {SPOKEN_EVERY}rd question also spoken by {said_by} and recognised by {origin}.", ""]
    lines += [_HEAD, "|---" * 8 + "|"]
    try:
        for summary in list_personas():
            matcher = TopicMatcher(load_persona(summary.id), embedder)
            lines.append(_row(summary.id, summary.language, matcher, readers, transcriber))
    finally:
        readers.close()
    return "\n".join(lines)


def _row(name: str, language: Language, matcher: TopicMatcher, readers: Readers, transcriber: Transcriber) -> str:
    questions = read_questions(Path(personas.__path__[0], language, f"{name}.questions.tsv"))
    found = [matcher.match(question.text, (), (), has_solution=question.has_solution) for question in questions]
    sure_wrong = sum(m.is_sure and place_of(m) != q.place for q, m in zip(questions, found, strict=True))
    sample = questions[::SPOKEN_EVERY]
    heard = [transcriber.transcribe(readers.read(q.text, language), language) for q in sample]
    errors = sum((word_errors(q.text, each.text) for q, each in zip(sample, heard, strict=True)), Errors(0, 0))
    spoken = [
        matcher.match(each.text, (), (), has_solution=q.has_solution, readings=each.readings)
        for q, each in zip(sample, heard, strict=True)
    ]
    return (
        f"| {name} ({language}) | {len(questions)} | {_right(questions, found)} | {sure_wrong / len(questions):.1%} "
        f"| {len(sample)} | {errors.rate:.1%} | {_right(sample, found[::SPOKEN_EVERY])} | {_right(sample, spoken)} |"
    )


def _right(questions: Sequence[AskedQuestion], found: Sequence[TopicMatch]) -> str:
    right = sum(place_of(m) == q.place for q, m in zip(questions, found, strict=True))
    return f"{right / len(questions):.1%}"

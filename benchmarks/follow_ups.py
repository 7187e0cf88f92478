"""Whether he goes on about what he told while he is asked on about it, and leaves it for a question on something else.

Beside a persona lies `NAME.followups.tsv`: a topic, a line he says about it, a question that a coach would ask next.
Two to a line: the first leans on it without naming its subject, the second takes up a word of it.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import personas
from voicecoach.adapters.persona_questions import read_questions
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.dialogue.persona_engine import opening
from voicecoach.domain.openness import PersonaState, ReplyKind
from voicecoach.domain.persona import Level, Line, Persona
from voicecoach.ports import Embedder, MoveClassifier
from voicecoach.runtime.conversation import Conversation, Moment
from voicecoach.wiring.engines import build_classifier, build_embedder, load_persona
from voicecoach.wiring.personas import list_personas, persona_path, questions_path

_HEAD = "| persona | lines | leans: goes on | takes up a word: goes on | another topic: goes there |"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A line he said about a topic, what is asked next, and whether that only leans on the line."""

    topic: str
    line: str
    question: str
    leans: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """How many follow-ups there are, and the parts of the questions after which he goes where he should."""

    follow_ups: int
    leans: float
    takes_up: float
    elsewhere: float


def run() -> str:
    """Return the table as text: one row a persona."""
    embedder, classifier = build_embedder(), build_classifier()
    cast = [load_persona(summary.id) for summary in list_personas()]
    rows = [_row(each, shares(each, embedder, classifier)) for each in cast if _path(each).is_file()]
    return "\n".join([_HEAD, "|---" * 5 + "|", *rows])


def read_follow_ups(persona: Persona) -> list[FollowUp]:
    """Return the follow-ups beside a persona's file that can be asked before insight, where he would go his own way."""
    with _path(persona).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    told = {line.text: line for line in _lines(persona)}
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        seen[row["line"]] += 1
        line = told[row["line"]]
        if row["topic"] != "-" and line.level < Level.INSIGHT:
            found.append(FollowUp(row["topic"], line.text, row["question"], seen[row["line"]] == 1))
    return found


def shares(persona: Persona, embedder: Embedder, classifier: MoveClassifier) -> Shares:
    """Return how often he goes where he should; the persona must have its follow-ups beside it."""
    matcher, follow_ups = TopicMatcher(persona, embedder), read_follow_ups(persona)

    def leads_to(told: FollowUp, question: str) -> str:
        talk = Conversation(persona, classifier, matcher, Moment(_state(persona, told)))
        reply = talk.prepare(question, interrupted=False, wait_ms=900).reply
        return reply.topic if reply.kind is ReplyKind.TOPIC else ""

    leans = [leads_to(each, each.question) == each.topic for each in follow_ups if each.leans]
    takes_up = [leads_to(each, each.question) == each.topic for each in follow_ups if not each.leans]
    elsewhere = zip(follow_ups, _elsewhere(persona, follow_ups), strict=True)
    goes = [leads_to(each, question) == place for each, (place, question) in elsewhere]
    return Shares(len(follow_ups), fmean(leans), fmean(takes_up), fmean(goes))


def _row(persona: Persona, found: Shares) -> str:
    parts = " | ".join(f"{share:.0%}" for share in (found.leans, found.takes_up, found.elsewhere))
    return f"| {persona.id} ({persona.language}) | {found.follow_ups} | {parts} |"


def _state(persona: Persona, told: FollowUp) -> PersonaState:
    """Where he is after a line, with all of its topic before it said, halfway between open and insight."""
    topic = next(topic for topic in persona.topics if topic.id == told.topic)
    texts = [line.text for line in topic.lines]
    said = texts[: texts.index(told.line) + 1] if told.line in texts else [told.line]
    state, _greeting = opening(persona)
    return PersonaState(
        openness=(persona.temper.open + persona.temper.insight) // 2,
        topic=told.topic,
        said=(*state.said, *said),
        last_lines=(told.line,),
        told=told.line,
        has_told=True,
        turns=6,
    )


def _elsewhere(persona: Persona, follow_ups: list[FollowUp]) -> Iterator[tuple[str, str]]:
    """For each follow-up a test question on another topic, all topics in turn."""
    ids = {topic.id for topic in persona.topics}
    asked = [q for q in read_questions(questions_path(persona_path(persona.id))) if q.place in ids]
    for number, each in enumerate(follow_ups):
        other = [q for q in asked if q.place != each.topic]
        question = other[number * 7 % len(other)]
        yield question.place, question.text


def _lines(persona: Persona) -> Iterator[Line]:
    yield from (line for topic in persona.topics for line in topic.lines)
    yield from persona.reactions.silence


def _path(persona: Persona) -> Path:
    return Path(personas.__path__[0], persona.language, f"{persona.id}.followups.tsv")

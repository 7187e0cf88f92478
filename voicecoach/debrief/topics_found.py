"""Which of the coachee's topics a talk came to, and how deep it went into each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.events import CoacheeResponded, SessionEvent, SilenceKept
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import ReplyKind
from voicecoach.domain.persona import Level, Persona
from voicecoach.domain.topics import About

_QUESTIONS = frozenset({MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION})

_TELLS = frozenset({ReplyKind.TOPIC, ReplyKind.SILENCE})


@dataclass(frozen=True, slots=True)
class TopicFound:
    """A topic that came up. level: of the deepest line he told of it; None when he was asked and told nothing."""

    topic: str
    level: Level | None


def topics_found(events: Sequence[SessionEvent], persona: Persona) -> tuple[TopicFound, ...]:
    """The topics that came up, in the order of the persona's file; none for an empty log.

    What the coachee brings up himself counts as found. A log of before matches were kept knows no unanswered ones.
    """
    deepest: dict[str, Level] = {}
    asked: set[str] = set()
    for event in events:
        if isinstance(event, CoacheeResponded) and (topic := _asked_for(event)):
            asked.add(topic)
        if isinstance(event, CoacheeResponded | SilenceKept) and event.reply.topic and event.reply.kind in _TELLS:
            topic, level = event.reply.topic, event.reply.level
            deepest[topic] = max(level, deepest.get(topic, level))
    ids = [topic.id for topic in persona.topics]
    return tuple(TopicFound(topic, deepest.get(topic)) for topic in ids if topic in asked or topic in deepest)


def _asked_for(event: CoacheeResponded) -> str:
    """The topic that a question led to; empty where nothing was asked, whatever the words were near."""
    asks = any(move.kind in _QUESTIONS for move in event.coach.moves)
    return event.match.topic if asks and event.match and event.match.about is About.TOPIC else ""

"""What scripted managers draw on: the questions that a persona's file expects, and the feelings its lines show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.dialogue.manager_words import OPEN_WORDS
from voicecoach.domain.audio import Language
from voicecoach.domain.persona import SMART_DETAILS, Line, Persona


@dataclass(frozen=True, slots=True)
class Material:
    """Questions and feelings by which managers can talk to a persona, or to two versions of one.

    questions: by topic id, the open ones first. ways_out: what asks for his own solution, then for its details.
    feelings: by the text of a line, the feeling that it shows.
    """

    language: Language
    questions: Mapping[str, tuple[str, ...]]
    ways_out: tuple[str, ...]
    feelings: Mapping[str, str]


def material_of(persona: Persona) -> Material:
    """Return what a persona's file gives managers to talk about."""
    solution = persona.solution
    asks = [solution.asks[:1], *(d.asks[:1] for d in solution.details if d.id in SMART_DETAILS)]
    return Material(
        persona.language,
        {topic.id: _open_first(topic.asks, persona.language) for topic in persona.topics if topic.asks},
        tuple(ask for some in asks for ask in some),
        {line.text: line.feeling for line in _lines(persona) if line.feeling},
    )


def joined(old: Material, new: Material) -> Material:
    """Return material by which both versions are asked the same: the old one's questions, the new one's topics too."""
    return Material(
        old.language,
        {**new.questions, **old.questions},
        old.ways_out or new.ways_out,
        {**new.feelings, **old.feelings},
    )


def _open_first(asks: tuple[str, ...], language: Language) -> tuple[str, ...]:
    return tuple(sorted(asks, key=lambda ask: not ask.lower().startswith(OPEN_WORDS[language])))


def _lines(persona: Persona) -> tuple[Line, ...]:
    topics = (line for topic in persona.topics for line in topic.lines)
    return (*topics, *persona.reactions.silence)

"""What the report page says on goal, agreements, other questions and what to practise next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voicecoach.adapters.report_lesson_words import lesson_words
from voicecoach.adapters.trainer_words import duration
from voicecoach.debrief.agreements import agreements, support_of
from voicecoach.debrief.asked_instead import asked_instead
from voicecoach.debrief.measures import Measures
from voicecoach.debrief.practise_next import practise_next
from voicecoach.debrief.smart_goal import SmartVerdict, smart_verdict
from voicecoach.domain.audio import Language
from voicecoach.domain.events import SessionEvent
from voicecoach.domain.persona import Persona


@dataclass(frozen=True, slots=True)
class SmartRow:
    """One letter of SMART: its name, whether it was found, and the words that showed it."""

    name: str
    answer: str
    holds: bool | None
    found: str


@dataclass(frozen=True, slots=True)
class SmartTold:
    """A verdict in words: one sentence, and a row a letter."""

    sentence: str
    rows: tuple[SmartRow, ...]


@dataclass(frozen=True, slots=True)
class AgreementTold:
    """A promise: when, in his words, its verdict in a sentence. turn_id: its place on the page."""

    at: str
    turn_id: str
    text: str
    sentence: str
    is_smart: bool


@dataclass(frozen=True, slots=True)
class InsteadTold:
    """What could have been asked: a lead, what he had just said (or nothing), and the question."""

    lead: str
    heard: str
    question: str


def goal_told(goal: str, language: Language) -> SmartTold | None:
    """Whether the goal was SMART; None without a goal."""
    if not goal:
        return None
    verdict, texts = smart_verdict(goal, language), lesson_words(language)
    answers = {True: texts["part_yes"], False: texts["part_no"], None: texts["part_unknown"]}
    rows = tuple(SmartRow(texts[f.part], answers[f.holds], f.holds, f.found) for f in verdict.findings)
    return SmartTold(_sentence(verdict, texts["smart_yes"], texts["smart_no"], texts), rows)


def agreements_told(events: Sequence[SessionEvent], persona: Persona) -> tuple[AgreementTold, ...]:
    """Each promise with its verdict."""
    texts = lesson_words(persona.language)
    yes = texts["agreement_smart"].format(name=persona.name)
    return tuple(
        AgreementTold(
            duration(each.began_ms),
            f"t{each.at_ms}",
            each.text,
            _sentence(each.smart, yes, texts["agreement_not_smart"], texts),
            each.smart.is_smart,
        )
        for each in agreements(events, persona)
    )


def support_told(events: Sequence[SessionEvent], persona: Persona) -> str:
    """What support the solution of this talk has, in a sentence."""
    return lesson_words(persona.language)[f"support_{support_of(events)}"].format(name=persona.name)


def instead_told(events: Sequence[SessionEvent], persona: Persona) -> Mapping[str, InsteadTold]:
    """What could have been asked, by the place on the page of the turn that closed him."""
    texts = lesson_words(persona.language)
    return {
        f"t{each.at_ms}": InsteadTold(
            texts["instead_solution" if each.asks_for_solution else "instead"].format(name=persona.name),
            each.heard,
            each.question,
        )
        for each in asked_instead(events, persona)
    }


def next_told(figures: Measures, events: Sequence[SessionEvent], persona: Persona) -> str:
    """The one thing to practise next, in a sentence or two."""
    step = practise_next(figures, events, persona.temper)
    text = lesson_words(persona.language)[f"next_{step.skill}"]
    return text.format(name=persona.name, count=step.count, points=step.points)


def _sentence(verdict: SmartVerdict, yes: str, no: str, texts: Mapping[str, str]) -> str:
    return yes if verdict.is_smart else no.format(missing=", ".join(texts[part] for part in verdict.missing))

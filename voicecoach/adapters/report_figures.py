"""The figures of the report page, each with its name, its value and what it means in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.adapters.report_lesson_words import lesson_words
from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.trainer_words import decimal, duration, trainer_words
from voicecoach.debrief.measures import Measures
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is, how much, and what that means."""

    name: str
    value: str
    meaning: str


def figures_told(figures: Measures, name: str, language: Language) -> tuple[Figure, ...]:
    """All figures, in the order in which a manager wants them."""
    return (
        *_talking(figures, name, language),
        *_asking(figures, name, language),
        *_leaving_room(figures, name, language),
        _solving(figures, name, language),
    )


def _talking(figures: Measures, name: str, language: Language) -> Iterator[Figure]:
    texts, talk = report_words(language), figures.talk
    if talk.coach_share is None:
        yield Figure(texts["talk"], texts["no_talk"], texts["no_talk_explained"])
        return
    times = {"coach": duration(talk.coach_ms), "coachee": duration(talk.coachee_ms), "name": name}
    yield Figure(texts["talk"], f"{talk.coach_share:.0%}", texts["talk_explained"].format(**times))
    longest = texts["monologue_explained"].format(name=name, coachee=duration(talk.longest_coachee_ms))
    yield Figure(texts["monologue"], duration(talk.longest_coach_ms), longest)


def _asking(figures: Measures, name: str, language: Language) -> Iterator[Figure]:
    texts, moves = report_words(language), figures.moves
    kinds = (MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION)
    asked = " : ".join(str(moves.count(kind)) for kind in kinds)
    yield Figure(texts["questions"], asked, texts["questions_explained"])
    yield Figure(texts["follow_ups"], str(moves.follow_ups), texts["follow_ups_explained"].format(name=name))
    counts = {"count": moves.count(MoveKind.REFLECTION), "questions": moves.questions}
    ratio = moves.reflections_to_questions
    meaning = texts["no_reflections_explained" if ratio is None else "reflections_explained"].format(**counts)
    yield Figure(texts["reflections"], "–" if ratio is None else decimal(ratio, language), meaning)
    yield Figure(texts["filling_in"], str(moves.filling_in), texts["filling_in_explained"].format(name=name))


def _leaving_room(figures: Measures, name: str, language: Language) -> Iterator[Figure]:
    texts, wait = report_words(language), figures.wait
    interruptions = str(figures.moves.interruptions)
    yield Figure(texts["interruptions"], interruptions, texts["interruptions_explained"].format(name=name))
    if wait.median_ms is None or wait.mean_ms is None:
        yield Figure(texts["wait"], "–", texts["no_wait_explained"])
    else:
        key = "wait_explained_one" if wait.count == 1 else "wait_explained"
        meaning = texts[key].format(count=wait.count, mean=decimal(wait.mean_ms / 1000, language))
        yield Figure(texts["wait"], f"{decimal(wait.median_ms / 1000, language)} {texts['seconds']}", meaning)
    yield from _before_answers(figures, language)
    if figures.not_understood:
        yield Figure(texts["not_understood"], str(figures.not_understood), texts["not_understood_explained"])


def _before_answers(figures: Measures, language: Language) -> Iterator[Figure]:
    texts, wait = lesson_words(language), figures.wait_before
    if wait.median_ms is None:
        return
    value = f"{decimal(wait.median_ms / 1000, language)} {report_words(language)['seconds']}"
    key = "before_explained_one" if wait.count == 1 else "before_explained"
    meaning = texts[key].format(count=wait.count, filled=figures.silences_filled)
    yield Figure(texts["before"], value, meaning)


def _solving(figures: Measures, name: str, language: Language) -> Figure:
    texts, first = report_words(language), figures.first_solution
    key = {"coachee": "solution_own_first", "nobody": "solution_nobody"}.get(
        first, "solution_own" if figures.own_solution else "solution_coach"
    )
    who = trainer_words(language).bringers[first].format(name=name)
    return Figure(texts["solution"], who, texts[key].format(name=name))

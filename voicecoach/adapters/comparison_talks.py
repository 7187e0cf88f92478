"""What was said in a group's talks, as the comparison page tells it: solutions, openings, observers' notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.adapters.comparison_rows import Display
from voicecoach.adapters.comparison_words import comparison_words
from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.trainer_words import duration, trainer_words
from voicecoach.debrief.comparison import Comparison, LikeOpening, Talk
from voicecoach.debrief.observer_notes import WovenNote
from voicecoach.debrief.openings import Step
from voicecoach.debrief.solutions_named import SolutionNamed
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import FILLING_IN, LISTENING, MoveKind

SHOWN = 4
"""So many solutions of a talk are told; how many more there were is said."""

_WORTH_ASKING = 15
"""Points between two ends from which on it pays to ask a group where the talks parted."""


@dataclass(frozen=True, slots=True)
class SolutionTold:
    """A solution: when, the words, what became of it, and whether it was the coachee's own."""

    at: str
    words: str
    welcome: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class SolutionsTold:
    """A talk's solutions. more: how many are not shown, in words; empty for none."""

    label: str
    name: str
    solutions: tuple[SolutionTold, ...]
    more: str


@dataclass(frozen=True, slots=True)
class StepTold:
    """A step after an opening: the move, its group for colour, and the openness it led to."""

    name: str
    group: str
    way: str
    after: int


@dataclass(frozen=True, slots=True)
class OpeningTold:
    """How one talk opened, and where it ended."""

    label: str
    name: str
    words: str
    answer: str
    steps: tuple[StepTold, ...]
    end: str


@dataclass(frozen=True, slots=True)
class OpeningsTold:
    """Talks that opened alike. question: what to ask the group about them, empty where they ended alike."""

    heading: str
    range: str
    question: str
    talks: tuple[OpeningTold, ...]


@dataclass(frozen=True, slots=True)
class NoteTold:
    """An observer's note and what was going on. step: the move at that moment, None before the first turn."""

    at: str
    text: str
    observer: str
    place: str
    said: str
    step: StepTold | None


@dataclass(frozen=True, slots=True)
class NotesTold:
    """The notes on one talk."""

    label: str
    name: str
    notes: tuple[NoteTold, ...]


def solutions_told(talks: Sequence[Talk], display: Display, language: Language) -> tuple[SolutionsTold, ...]:
    """The solutions of each talk that had any; the talks whose coachee found his own first come first."""
    first = {"coachee": 0, "nobody": 1, "coach": 2}
    named = sorted((talk for talk in talks if talk.solutions), key=lambda talk: first[talk.figures.first_solution])
    return tuple(_solutions(talk, display(talk), language) for talk in named)


def openings_told(comparison: Comparison, display: Display, language: Language) -> tuple[OpeningsTold, ...]:
    """The openings, those that most talks share first."""
    return tuple(_openings(group, display, language) for group in comparison.openings)


def notes_told(talks: Sequence[Talk], display: Display, names: bool, language: Language) -> tuple[NotesTold, ...]:
    """The notes on each talk that has any; an observer is named like the talks, or not at all."""
    pages = comparison_words(language)
    numbers = {talk.who: talk.label for talk in reversed(talks)}

    def observer(name: str) -> str:
        if names:
            return name
        return pages["person"].format(label=numbers[name]) if name in numbers else ""

    return tuple(
        NotesTold(
            talk.label,
            display(talk),
            tuple(_note(woven, observer(woven.note.observer), language) for woven in talk.notes),
        )
        for talk in talks
        if talk.notes
    )


def _solutions(talk: Talk, name: str, language: Language) -> SolutionsTold:
    hidden = len(talk.solutions) - SHOWN
    more = comparison_words(language)["more"].format(count=hidden) if hidden > 0 else ""
    shown = tuple(_solution(named, language) for named in _first(talk.solutions))
    return SolutionsTold(talk.label, name, shown, more)


def _first(solutions: Sequence[SolutionNamed]) -> list[SolutionNamed]:
    """Promises, then his own and what he said yes to, where there is no room for all; in the order of the talk."""
    weight = {"committed": 0, "own": 1, "lip_service": 1, "not_taken": 2}
    weightiest = sorted(solutions, key=lambda named: weight[named.welcome])[:SHOWN]
    return [named for named in solutions if named in weightiest][:SHOWN]


def _solution(named: SolutionNamed, language: Language) -> SolutionTold:
    texts = comparison_words(language)
    welcome = texts["own"] if named.welcome == "own" else texts[f"welcome_{named.welcome}"]
    return SolutionTold(duration(named.began_ms), named.text, welcome, named.bringer == "coachee")


def _openings(group: LikeOpening, display: Display, language: Language) -> OpeningsTold:
    texts = comparison_words(language)
    ends = [talk.figures.end or 0 for talk in group.talks]
    key = "ended_at" if len(ends) == 1 else "ended_between" if group.spread else "ended_same"
    question = ""
    if group.spread >= _WORTH_ASKING:
        question = texts["ask_group"].format(best=display(group.talks[0]), worst=display(group.talks[-1]))
    return OpeningsTold(
        texts["began"].format(kind=trainer_words(language).moves[group.kind]),
        texts[key].format(count=len(ends), low=min(ends), high=max(ends)),
        question,
        tuple(_opening(talk, display(talk), language) for talk in group.talks),
    )


def _opening(talk: Talk, name: str, language: Language) -> OpeningTold:
    opening = talk.opening
    assert opening is not None
    end = comparison_words(language)["ends_at"].format(end=talk.figures.end)
    steps = tuple(_step(step, language) for step in opening.steps)
    return OpeningTold(talk.label, name, opening.words, opening.answer, steps, end)


def _step(step: Step, language: Language) -> StepTold:
    name = comparison_words(language)["silence_kept"]
    group = "listening" if step.kind is None or step.kind in LISTENING else "other"
    if step.kind is not None:
        name = trainer_words(language).moves[step.kind]
        group = "filling" if step.kind in FILLING_IN else group
    if not step.is_certain:
        name, group = f"{name} ({report_words(language)['unsure']})", "unsure"
    way = "up" if step.after > step.before else "down" if step.after < step.before else "level"
    return StepTold(name, group, way, step.after)


def _note(woven: WovenNote, observer: str, language: Language) -> NoteTold:
    texts = comparison_words(language)
    place = texts["late"] if woven.is_late else "" if woven.turn else texts["before_first"]
    step = None
    if woven.before is not None and woven.after is not None and not woven.is_late:
        kind, is_certain = (woven.move.kind, woven.move.is_certain) if woven.move else (MoveKind.OTHER, True)
        step = _step(Step(kind, woven.before, woven.after, is_certain), language)
    said = "" if woven.is_late else woven.said
    return NoteTold(duration(woven.note.at_ms), woven.note.text, observer, place, said, step)

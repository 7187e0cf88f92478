"""What the comparison page tells of each talk: a row of figures, a row of topics, solutions, and how it opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from voicecoach.adapters.comparison_words import comparison_words
from voicecoach.adapters.trainer_words import decimal, duration, trainer_words
from voicecoach.debrief.comparison import Comparison, Talk, middle
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind

Display = Callable[[Talk], str]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure. text: as shown. sort: what to sort by, empty to go last."""

    text: str
    sort: str


@dataclass(frozen=True, slots=True)
class Row:
    """A talk's figures, one a column."""

    label: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic: its id, a question that leads to it, what each talk found of it, and how many found any.

    depths: "" for a talk in which it never came up, "?" where nothing was told, else the level, "0" to "3".
    """

    topic: str
    question: str
    depths: tuple[str, ...]
    found: int


COLUMNS = (
    "openness",
    "level",
    "length",
    "share",
    "questions",
    "follow_ups",
    "reflections",
    "filling_in",
    "interruptions",
    "wait",
    "solution",
    "committed",
)
"""The columns of figures, by the names of their headings."""


def figure_rows(comparison: Comparison, display: Display, language: Language) -> tuple[Row, ...]:
    """A row for each talk, in order."""
    return tuple(Row(talk.label, display(talk), _cells(talk, language)) for talk in comparison.talks)


def middle_row(comparison: Comparison, language: Language) -> tuple[str, ...]:
    """The middle of the group in each column; empty where a column has no middle."""
    figures = [talk.figures for talk in comparison.talks]
    moves = [each.moves for each in figures]
    asked = (middle([each.count(kind) for each in moves]) for kind in _ASKED)
    end, share = middle([each.end for each in figures]), middle([each.talk.coach_share for each in figures])
    counted = [
        middle([each.follow_ups for each in moves]),
        middle([each.reflections_to_questions for each in moves]),
        middle([each.filling_in for each in moves]),
        middle([each.interruptions for each in moves]),
        middle([_seconds(talk) for talk in comparison.talks]),
    ]
    return (
        short(end, language),
        "",
        duration(middle([each.duration_ms for each in figures]) or 0),
        "–" if share is None else f"{share:.0%}",
        " : ".join(short(value, language) for value in asked),
        *(short(value, language) for value in counted),
        "",
        "",
    )


def topic_rows(comparison: Comparison) -> tuple[TopicRow, ...]:
    """A row for each topic of the coachees."""
    rows: list[TopicRow] = []
    for topic in comparison.topics:
        depths = tuple(_depth(talk, topic.id) for talk in comparison.talks)
        question = topic.asks[0] if topic.asks else topic.id.replace("_", " ")
        rows.append(TopicRow(topic.id, question, depths, sum(depth not in {"", "?"} for depth in depths)))
    return tuple(rows)


_ASKED = (MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION)


def _cells(talk: Talk, language: Language) -> tuple[Cell, ...]:
    figures, words, texts = talk.figures, trainer_words(language), comparison_words(language)
    moves, share, wait = figures.moves, figures.talk.coach_share, _seconds(talk)
    ratio = moves.reflections_to_questions
    bringer = texts[figures.first_solution].format(name=talk.persona.name)
    asked = " : ".join(str(moves.count(kind)) for kind in _ASKED)
    return (
        Cell("–" if figures.start is None else f"{figures.start} → {figures.end}", _sort(figures.end)),
        Cell("–" if talk.level is None else words.levels[talk.level], _sort(figures.end)),
        Cell(duration(figures.duration_ms), _sort(figures.duration_ms)),
        Cell("–" if share is None else f"{share:.0%}", _sort(share)),
        Cell(asked, _sort(moves.count(MoveKind.OPEN_QUESTION))),
        Cell(str(moves.follow_ups), _sort(moves.follow_ups)),
        Cell("–" if ratio is None else decimal(ratio, language), _sort(ratio)),
        Cell(str(moves.filling_in), _sort(moves.filling_in)),
        Cell(str(moves.interruptions), _sort(moves.interruptions)),
        Cell("–" if wait is None else decimal(wait, language), _sort(wait)),
        Cell(bringer, _sort(("coachee", "nobody", "coach").index(figures.first_solution))),
        Cell(texts["yes" if figures.committed else "no"], _sort(int(figures.committed))),
    )


def _seconds(talk: Talk) -> float | None:
    wait_ms = talk.figures.wait.median_ms
    return None if wait_ms is None else wait_ms / 1000


def _sort(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _depth(talk: Talk, topic: str) -> str:
    found = talk.found(topic)
    if found is None:
        return ""
    return "?" if found.level is None else str(int(found.level))


def short(value: float | None, language: Language) -> str:
    """A figure with a decimal only where it has one; a dash for none."""
    if value is None:
        return "–"
    return str(int(value)) if value == int(value) else decimal(value, language)


def labels_without(talks: Sequence[Talk], has: Callable[[Talk], object]) -> str:
    """The labels of the talks for which `has` holds nothing, with commas between."""
    return ", ".join(talk.label for talk in talks if not has(talk))

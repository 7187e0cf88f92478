"""Places the openness curve on a drawing: time to the right, openness upwards, the levels as bands behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from voicecoach.adapters.trainer_words import TrainerWords, duration
from voicecoach.debrief.measures import CurvePoint, Measures
from voicecoach.domain.persona import Level, Temper

WIDTH, HEIGHT = 720, 380
LEFT, RIGHT, TOP, BOTTOM = 52, 596, 14, 340
"""The drawing's frame, in its own units."""

_TICK_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)


@dataclass(frozen=True, slots=True)
class Band:
    """A level: from y, so high, with its name."""

    y: float
    height: float
    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A turn on the curve; `about` is what a pointer or a screen reader gets to hear."""

    x: float
    y: float
    turn_id: str
    way: Literal["up", "down", "level"]
    about: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the drawing needs; `path` is SVG path data."""

    path: str
    dots: tuple[Dot, ...]
    bands: tuple[Band, ...]
    times: tuple[Tick, ...]
    points: tuple[Tick, ...]


def openness_chart(
    figures: Measures, temper: Temper, words: TrainerWords, moves: Mapping[str, str] | None = None
) -> Chart:
    """Lay the curve out; a session without turns has a flat line or none.

    moves: what the coach did, in words, by the anchor of the turn; said with the dot.
    """
    span_ms = max(figures.duration_ms, 1)
    return Chart(
        _path(figures, span_ms),
        tuple(_dot(point, span_ms, (moves or {}).get(turn_id(point), "")) for point in figures.curve),
        _bands(temper, words),
        _times(span_ms),
        tuple(Tick(_y(value), str(value)) for value in (0, 25, 50, 75, 100)),
    )


def turn_id(point: CurvePoint) -> str:
    """The anchor of a turn on the page; a turn and the silence after it may share a number, so time decides."""
    return f"t{point.at_ms}"


def _path(figures: Measures, span_ms: int) -> str:
    if figures.start is None:
        return ""
    steps = [f"M{LEFT} {_y(figures.start):.1f}"]
    steps += [f"H{_x(point.at_ms, span_ms):.1f}V{_y(point.after):.1f}" for point in figures.curve]
    return "".join([*steps, f"H{RIGHT}"])


def _dot(point: CurvePoint, span_ms: int, moves: str) -> Dot:
    way: Literal["up", "down", "level"] = "up" if point.step > 0 else "down" if point.step < 0 else "level"
    told = (duration(point.at_ms), moves, f"{point.before} → {point.after}", point.reason)
    about = " · ".join(part for part in told if part)
    return Dot(_x(point.at_ms, span_ms), _y(point.after), turn_id(point), way, about)


def _bands(temper: Temper, words: TrainerWords) -> tuple[Band, ...]:
    floors: Sequence[tuple[Level, int]] = (
        (Level.CLOSED, 0),
        (Level.CAREFUL, temper.careful),
        (Level.OPEN, temper.open),
        (Level.INSIGHT, temper.insight),
    )
    tops = [*(floor for _, floor in floors[1:]), 100]
    return tuple(
        Band(_y(top), _y(floor) - _y(top), words.levels[level], int(level))
        for (level, floor), top in zip(floors, tops, strict=True)
        if top > floor
    )


def _times(span_ms: int) -> tuple[Tick, ...]:
    seconds = span_ms / 1000
    step = next((step for step in _TICK_STEPS_S if seconds / step <= 6), _TICK_STEPS_S[-1])
    return tuple(Tick(_x(at * 1000, span_ms), duration(at * 1000)) for at in range(0, int(seconds) + 1, step))


def _x(at_ms: int, span_ms: int) -> float:
    return LEFT + (RIGHT - LEFT) * min(at_ms, span_ms) / span_ms


def _y(openness: int) -> float:
    return BOTTOM - (BOTTOM - TOP) * openness / 100

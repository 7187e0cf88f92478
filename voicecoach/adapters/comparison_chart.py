"""Places the openness curves of a group on one drawing, each with its label at the right, none over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.adapters.openness_chart import Tick
from voicecoach.adapters.trainer_words import TrainerWords, duration
from voicecoach.debrief.comparison import Comparison, Talk
from voicecoach.domain.persona import Level

WIDTH, LEFT, RIGHT, TOP = 720, 52, 664, 16
COLOURS, DASHES = 8, 5
"""So many colours and line patterns there are; together they tell forty lines apart."""

_ROOMY_GAP, _TIGHT_GAP, _MANY = 25, 17, 14
_TICK_MINUTES = (0.25, 0.5, 1, 2, 5, 10, 15, 30, 60)
_LOWEST, _MARGIN_BELOW = 400, 40


@dataclass(frozen=True, slots=True)
class Line:
    """One talk's curve. path, leader: SVG path data of the curve, and of the way from its end to its label.

    colour, dash: which of COLOURS and DASHES. label_y: the label's baseline.
    own: where he brought his own solution, None where he did not.
    """

    label: str
    colour: int
    dash: int
    path: str
    leader: str
    end: tuple[float, float]
    label_y: float
    own: tuple[float, float] | None
    about: str


@dataclass(frozen=True, slots=True)
class Floor:
    """Where a level begins, with its name."""

    y: float
    name: str


@dataclass(frozen=True, slots=True)
class GroupChart:
    """All that the drawing needs, in its own units.

    bottom: the y of openness 0. is_crowded: more lines than a phone has room for labels.
    """

    height: float
    bottom: float
    lines: tuple[Line, ...]
    floors: tuple[Floor, ...]
    times: tuple[Tick, ...]
    points: tuple[Tick, ...]
    is_crowded: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    span_ms: int
    bottom: float

    def x(self, at_ms: int) -> float:
        return LEFT + (RIGHT - 34 - LEFT) * min(at_ms, self.span_ms) / self.span_ms

    def y(self, openness: int) -> float:
        return self.bottom - (self.bottom - TOP) * openness / 100


def group_chart(comparison: Comparison, words: TrainerWords) -> GroupChart:
    """Lay the curves out; talks in which nothing happened have none."""
    talks = [talk for talk in comparison.talks if talk.figures.start is not None]
    gap = _TIGHT_GAP if len(talks) > _MANY else _ROOMY_GAP
    height = max(_LOWEST, gap * len(talks) + TOP + _MARGIN_BELOW)
    frame = _Frame(max((talk.figures.duration_ms for talk in talks), default=1) or 1, height - _MARGIN_BELOW)
    label_ys = _apart([frame.y(talk.figures.end or 0) for talk in talks], frame.bottom, gap)
    order = {id(talk): place for place, talk in enumerate(comparison.talks)}
    lines = tuple(_line(talk, order[id(talk)], frame, y) for talk, y in zip(talks, label_ys, strict=True))
    return GroupChart(
        height,
        frame.bottom,
        lines,
        _floors(talks, frame, words),
        _times(frame),
        tuple(Tick(frame.y(value), str(value)) for value in (0, 25, 50, 75, 100)),
        len(talks) > _MANY,
    )


def _line(talk: Talk, place: int, frame: _Frame, label_y: float) -> Line:
    figures = talk.figures
    steps = [f"M{LEFT} {frame.y(figures.start or 0):.1f}"]
    steps += [f"L{frame.x(point.at_ms):.1f} {frame.y(point.after):.1f}" for point in figures.curve]
    end = (frame.x(figures.duration_ms), frame.y(figures.end or 0))
    own = [point for point in talk.solutions if point.bringer == "coachee"]
    about = f"{talk.label}: {figures.start} → {figures.end}, {duration(figures.duration_ms)}"
    return Line(
        talk.label,
        place % COLOURS,
        place // COLOURS % DASHES,
        "".join([*steps, f"H{end[0]:.1f}"]),
        f"M{end[0]:.1f} {end[1]:.1f}L{RIGHT - 4} {label_y:.1f}",
        end,
        label_y,
        (frame.x(own[0].at_ms), frame.y(_openness_at(talk, own[0].at_ms))) if own else None,
        about,
    )


def _openness_at(talk: Talk, at_ms: int) -> int:
    return [point.after for point in talk.figures.curve if point.at_ms <= at_ms][-1]


def _apart(ys: Sequence[float], bottom: float, gap: int) -> list[float]:
    """Places as near to the wanted ones as can be, in their order, none nearer to the next than the gap."""
    order = sorted(range(len(ys)), key=lambda index: ys[index])
    placed: dict[int, float] = {}
    lowest: float = TOP - gap
    for index in order:
        lowest = max(ys[index], lowest + gap)
        placed[index] = lowest
    highest = bottom + gap
    for index in reversed(order):
        highest = min(placed[index], highest - gap)
        placed[index] = highest
    return [placed[index] for index in range(len(ys))]


def _floors(talks: Sequence[Talk], frame: _Frame, words: TrainerWords) -> tuple[Floor, ...]:
    """The levels, where all the coachees share them."""
    tempers = {(t.persona.temper.careful, t.persona.temper.open, t.persona.temper.insight) for t in talks}
    if len(tempers) != 1:
        return ()
    levels = (Level.CAREFUL, Level.OPEN, Level.INSIGHT)
    floors = zip(levels, tempers.pop(), strict=True)
    return tuple(Floor(frame.y(floor), words.levels[level]) for level, floor in floors)


def _times(frame: _Frame) -> tuple[Tick, ...]:
    minutes = frame.span_ms / 60_000
    step_ms = 60_000 * next((step for step in _TICK_MINUTES if minutes / step <= 7), _TICK_MINUTES[-1])
    count = int(frame.span_ms // step_ms) + 1
    return tuple(Tick(frame.x(round(n * step_ms)), duration(n * step_ms)) for n in range(count))

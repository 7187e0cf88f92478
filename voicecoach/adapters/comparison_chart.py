"""The openness curves of a group on one drawing, each with its label at the right, none over another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from voicecoach.adapters.openness_chart import time_axis
from voicecoach.adapters.trainer_words import TrainerWords, duration
from voicecoach.adapters.vega_drawing import NO_MARKS, Frame, Spec, drawn
from voicecoach.debrief.comparison import Comparison, Talk
from voicecoach.domain.persona import Level

COLOURS, DASHES = 8, 5
"""So many colours and line patterns there are; together they tell forty lines apart."""
MANY = 14
"""More talks than a phone has room for labels."""

_WIDTH, _LOWEST = 578, 344
_PADDING = {"left": 52, "right": 90, "top": 16, "bottom": 40}
_ROOMY_GAP, _TIGHT_GAP = 25, 17
_TICK_STEPS_S = (5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_STAR = "M0-9 2.6-2.8 9-2.5 4 1.7 5.6 8 0 4.4-5.6 8-4 1.7-9-2.5-2.6-2.8Z"
_LABEL_AT, _LEADER_TO = 34, 30
"""So far right of the end of time the labels stand, and the lines that lead to them end."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One talk's line. label_y: where its label stands, from the top. colour, dash: which of COLOURS and DASHES."""

    talk: Talk
    colour: int
    dash: int
    label_y: float

    @property
    def about(self) -> str:
        """What the line is, in a line."""
        figures = self.talk.figures
        return f"{self.talk.label}: {figures.start} → {figures.end}, {duration(figures.duration_ms)}"


@dataclass(frozen=True, slots=True)
class GroupChart:
    """The curves, placed. height: of the field they are in. span_ms: the longest talk."""

    curves: tuple[Curve, ...]
    height: float
    span_ms: int

    @property
    def is_crowded(self) -> bool:
        """Whether a phone has no room for all labels."""
        return len(self.curves) > MANY


def group_chart(comparison: Comparison) -> GroupChart:
    """Place the curves; talks in which nothing happened have none."""
    talks = [talk for talk in comparison.talks if talk.figures.start is not None]
    gap = _TIGHT_GAP if len(talks) > MANY else _ROOMY_GAP
    height = max(_LOWEST, gap * len(talks))
    label_ys = _apart([height * (1 - (talk.figures.end or 0) / 100) for talk in talks], height, gap)
    order = {id(talk): place for place, talk in enumerate(comparison.talks)}
    curves = tuple(
        Curve(talk, order[id(talk)] % COLOURS, order[id(talk)] // COLOURS % DASHES, y)
        for talk, y in zip(talks, label_ys, strict=True)
    )
    return GroupChart(curves, height, max((talk.figures.duration_ms for talk in talks), default=1) or 1)


def draw_group(chart: GroupChart, words: TrainerWords, label: str) -> Markup:
    """Return the drawing as SVG; each curve's group carries its talk's label in `data-talk`."""
    groups = {
        f"{part}{n}": {"data-talk": curve.talk.label, "title": curve.about}
        for n, curve in enumerate(chart.curves)
        for part in ("hit", "path", "leader", "end", "star", "label")
    }
    many = " many" if chart.is_crowded else ""
    return drawn(group_spec(chart, words), Frame(f"group{many}", "img", label, groups))


def group_spec(chart: GroupChart, words: TrainerWords) -> Spec:
    """Return the drawing as Vega-Lite: x in seconds, y in points of openness."""
    curves = [layer for n, curve in enumerate(chart.curves) for layer in _curve(curve, n, chart)]
    return {
        "width": _WIDTH,
        "height": chart.height,
        "padding": _PADDING,
        "autosize": "none",
        "background": None,
        "config": {**NO_MARKS, "axisY": {"grid": True}},
        "layer": [*curves, *_floors(chart, words)] if curves else [],
    }


def _curve(curve: Curve, n: int, chart: GroupChart) -> Iterator[dict[str, Any]]:
    """The line, wide and unseen for the pointer and again to be seen; its end; its label and the way there."""
    figures, kind = curve.talk.figures, f"talk__c{curve.colour}"
    points = [(0, figures.start or 0), *((point.at_ms, point.after) for point in figures.curve)]
    values = [{"at": at / 1000, "openness": openness} for at, openness in points]
    end = {"at": figures.duration_ms / 1000, "openness": figures.end or 0}
    for part, dash in (("hit", ""), ("path", f"__d{curve.dash}")):
        yield _layer(f"{part}{n}__{part}__{kind}{dash}", {"type": "line"}, [*values, end], chart)
    leader = _layer(f"leader{n}__leader__{kind}", {"type": "rule"}, [end], chart)
    leader["encoding"] |= {"x2": {"value": _WIDTH + _LEADER_TO}, "y2": {"value": curve.label_y}}
    yield leader
    yield _layer(f"end{n}__end__{kind}", {"type": "point", "shape": "circle", "size": 38, "filled": True}, [end], chart)
    own = [point for point in curve.talk.solutions if point.bringer == "coachee"]
    if own:
        at = {"at": own[0].at_ms / 1000, "openness": _openness_at(curve.talk, own[0].at_ms)}
        yield _layer(
            f"star{n}__star__{kind}", {"type": "point", "shape": _STAR, "size": 4, "filled": True}, [at], chart
        )
    label = _layer(f"label{n}__label__{kind}", {"type": "text", "align": "left", "baseline": "middle"}, [end], chart)
    label["encoding"] |= {"x": {"value": _WIDTH + _LABEL_AT}, "y": {"value": curve.label_y}}
    label["encoding"] |= {"text": {"value": curve.talk.label}}
    yield label


def _layer(name: str, mark: dict[str, Any], values: Sequence[dict[str, float]], chart: GroupChart) -> dict[str, Any]:
    span_s = chart.span_ms / 1000
    time = {"domain": [0, span_s], "nice": False, "clamp": True}
    axes = time_axis(span_s, _TICK_STEPS_S), {"values": [0, 25, 50, 75, 100]}
    scales = time, {"domain": [0, 100], "nice": False}
    names = "at", "openness"
    x, y = (
        {"field": field, "type": "quantitative", "scale": scale, "axis": axis}
        for field, scale, axis in zip(names, scales, axes, strict=True)
    )
    return {
        "name": name,
        "data": {"values": list(values)},
        "mark": {**mark, "aria": False, "opacity": 1},
        "encoding": {"x": x, "y": y, "order": {"value": None}} if mark["type"] == "line" else {"x": x, "y": y},
    }


def _openness_at(talk: Talk, at_ms: int) -> int:
    return [point.after for point in talk.figures.curve if point.at_ms <= at_ms][-1]


def _apart(ys: Sequence[float], bottom: float, gap: int) -> list[float]:
    """Places as near to the wanted ones as can be, in their order, none nearer to the next than the gap."""
    order = sorted(range(len(ys)), key=lambda index: ys[index])
    placed: dict[int, float] = {}
    lowest: float = -gap
    for index in order:
        lowest = max(ys[index], lowest + gap)
        placed[index] = lowest
    highest = bottom + gap
    for index in reversed(order):
        highest = min(placed[index], highest - gap)
        placed[index] = highest
    return [placed[index] for index in range(len(ys))]


def _floors(chart: GroupChart, words: TrainerWords) -> Iterator[dict[str, Any]]:
    """The levels, where all the coachees share them."""
    tempers = {(t.careful, t.open, t.insight) for t in (curve.talk.persona.temper for curve in chart.curves)}
    if len(tempers) != 1:
        return
    levels = zip((Level.CAREFUL, Level.OPEN, Level.INSIGHT), tempers.pop(), strict=True)
    values = {"values": [{"openness": floor, "name": words.levels[level]} for level, floor in levels]}
    y = {"field": "openness", "type": "quantitative"}
    yield {"name": "floor", "data": values, "mark": {"type": "rule"}, "encoding": {"y": y}}
    yield {
        "name": "floor_names",
        "data": values,
        "mark": {"type": "text", "align": "left", "dy": -7},
        "encoding": {"x": {"value": 6}, "y": y, "text": {"field": "name"}},
    }

"""The openness curve as a drawing: time to the right, openness upwards, the levels as bands behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from voicecoach.adapters.trainer_words import TrainerWords, duration
from voicecoach.adapters.vega_drawing import NO_MARKS, Frame, Spec, drawn
from voicecoach.debrief.measures import CurvePoint, Measures
from voicecoach.domain.persona import Level, Temper

WIDTH, HEIGHT = 544, 326
"""Of the field the curve is in; the names of the levels stand to the right of it."""
MANY = 40
"""So many turns that their marks are drawn smaller."""

_PADDING = {"left": 52, "right": 124, "top": 14, "bottom": 40}
_TICK_STEPS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)
_WAYS = {"up": ("triangle-up", 150), "down": ("triangle-down", 150), "level": ("circle", 80)}
"""By which way a turn took him: shape and area."""


def openness_chart(
    figures: Measures, temper: Temper, words: TrainerWords, label: str, moves: Mapping[str, str] | None = None
) -> Markup:
    """Return the drawing as SVG; a session without turns has a flat line.

    label: what the drawing is, for a screen reader. moves: what the coach did, in words, by the anchor of the turn.
    """
    many = " many" if len(figures.curve) > MANY else ""
    links = {f"#{turn_id(point)}": f"dot {_way(point)}" for point in figures.curve}
    return drawn(openness_spec(figures, temper, words, moves or {}), Frame(f"curve{many}", "group", label, links=links))


def openness_spec(figures: Measures, temper: Temper, words: TrainerWords, moves: Mapping[str, str]) -> Spec:
    """Return the drawing as Vega-Lite: x in seconds, y in points of openness."""
    span_s = max(figures.duration_ms, 1) / 1000
    layers = [*_bands(temper, words), _line(figures, span_s), _dots(figures, span_s, moves)]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "padding": _PADDING,
        "autosize": "none",
        "background": None,
        "config": NO_MARKS,
        "layer": layers,
    }


def turn_id(point: CurvePoint) -> str:
    """The anchor of a turn on the page; a turn and the silence after it may share a number, so time decides."""
    return f"t{point.at_ms}"


def time_axis(span_s: float, steps_s: Sequence[float]) -> dict[str, Any]:
    """Return the axis of a drawing in seconds: at most seven times, written as minutes and seconds.

    steps_s: the distances to choose from.
    """
    step = next((step for step in steps_s if span_s / step <= 6), steps_s[-1])
    times = [count * step for count in range(int(span_s // step) + 1)]
    labels = ", ".join(f"'{time:g}': '{duration(round(time * 1000))}'" for time in times)
    labelled = {"values": times, "labelExpr": f"({{{labels}}})[datum.value]", "labelAlign": "center"}
    return {**labelled, "labelPadding": 18, "aria": False}


def _bands(temper: Temper, words: TrainerWords) -> Iterator[dict[str, Any]]:
    """Each level as a layer of its own, and their names."""
    floors = (0, temper.careful, temper.open, temper.insight, 100)
    bands = [(level, low, high) for level, low, high in zip(Level, floors, floors[1:], strict=False) if high > low]
    for level, low, high in bands:
        yield {
            "name": f"band__b{int(level)}",
            "data": {"values": [{"low": low, "high": high}]},
            "mark": {"type": "rect", "aria": False},
            "encoding": {"y": _openness("low"), "y2": {"field": "high"}},
        }
    names = [{"middle": (low + high) / 2, "name": words.levels[level]} for level, low, high in bands]
    yield {
        "name": "names",
        "data": {"values": names},
        "mark": {"type": "text", "align": "left", "dx": 8, "aria": False},
        "encoding": {"x": {"value": "width"}, "y": _openness("middle"), "text": {"field": "name"}},
    }


def _line(figures: Measures, span_s: float) -> dict[str, Any]:
    start: list[dict[str, float]] = [] if figures.start is None else [{"at": 0, "openness": figures.start}]
    points = [*start, *({"at": point.at_ms / 1000, "openness": point.after} for point in figures.curve)]
    values = [*points, *({**point, "at": span_s} for point in points[-1:])]
    return {
        "name": "line",
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "step-after", "aria": False},
        "encoding": {"x": _time(span_s), "y": _openness("openness"), "order": {"value": None}},
    }


def _dots(figures: Measures, span_s: float, moves: Mapping[str, str]) -> dict[str, Any]:
    """The turns in their order, each a link to its words."""
    ways, shapes, sizes = list(_WAYS), [shape for shape, _ in _WAYS.values()], [size for _, size in _WAYS.values()]
    return {
        "name": "dots",
        "data": {"values": [_dot(point, moves.get(turn_id(point), "")) for point in figures.curve]},
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            "x": _time(span_s),
            "y": _openness("openness"),
            "shape": {"field": "way", "scale": {"domain": ways, "range": shapes}, "legend": None},
            "size": {"field": "way", "type": "nominal", "scale": {"domain": ways, "range": sizes}, "legend": None},
            "href": {"field": "href"},
            "description": {"field": "about"},
        },
    }


def _dot(point: CurvePoint, moves: str) -> dict[str, Any]:
    told = (duration(point.began_ms), moves, f"{point.before} → {point.after}", point.reason)
    about = " · ".join(part for part in told if part)
    values = {"at": point.at_ms / 1000, "openness": point.after, "way": _way(point)}
    return {**values, "href": f"#{turn_id(point)}", "about": about}


def _way(point: CurvePoint) -> str:
    return "up" if point.step > 0 else "down" if point.step < 0 else "level"


def _time(span_s: float) -> dict[str, Any]:
    scale = {"domain": [0, span_s], "nice": False, "clamp": True}
    return {"field": "at", "type": "quantitative", "scale": scale, "axis": time_axis(span_s, _TICK_STEPS_S)}


def _openness(name: str) -> dict[str, Any]:
    axis = {"values": [0, 25, 50, 75, 100], "aria": False}
    return {"field": name, "type": "quantitative", "scale": {"domain": [0, 100], "nice": False}, "axis": axis}

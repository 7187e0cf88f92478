"""Draws openness curves as a picture or as SVG: a panel a difficulty, a line a manager, the levels as bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from voicecoach.adapters.vega_drawing import VERSION, Spec
from voicecoach.dialogue.bench_talk import BenchTalk
from voicecoach.domain.errors import InputError
from voicecoach.domain.persona import Persona, Temper

_LEVELS = ("closed", "careful", "open", "insight")
_BANDS = ("#f6e3e0", "#f7f0d8", "#e0eef2", "#dff0dd")
_DASHES = ([1, 0], [8, 4], [2, 3], [10, 3, 2, 3])
_COLOURS = (
    "#0b6e5a",
    "#a8430f",
    "#2a5db0",
    "#8a3d8f",
    "#7a6000",
    "#b0305c",
    "#17748c",
    "#59636a",
    "#c26b00",
    "#3d3d3d",
)
_WIDTH, _HEIGHT = 520, 400
_SHARPNESS = 2
"""Pixels of the picture a unit of the drawing."""


def draw_curves(
    path: Path, persona: Persona, talks: Mapping[str, Sequence[BenchTalk]], texts: Mapping[str, str], *, is_svg: bool
) -> None:
    """Write the drawing; raise InputError when the file cannot be written.

    talks: by difficulty. texts: the words for managers, levels and difficulties; the same talks draw the same file.
    """
    import vl_convert  # noqa: PLC0415 - heavy: it brings Vega and what runs it

    spec = dict(curves_spec(persona, talks, texts))
    drawing = (
        vl_convert.vegalite_to_svg(spec, vl_version=VERSION).encode()
        if is_svg
        else vl_convert.vegalite_to_png(spec, vl_version=VERSION, scale=_SHARPNESS)
    )
    try:
        path.write_bytes(drawing)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}.", "Name a file in a folder that is there.") from None


def curves_spec(persona: Persona, talks: Mapping[str, Sequence[BenchTalk]], texts: Mapping[str, str]) -> Spec:
    """Return the drawing as Vega-Lite: x in turns, y in points of openness."""
    panels = [
        {
            "title": f"{persona.name}, {texts[difficulty]}",
            "width": _WIDTH,
            "height": _HEIGHT,
            "layer": [*_bands(persona.temper, texts), _curves(several, texts)],
        }
        for difficulty, several in talks.items()
    ]
    return {
        "background": "white",
        "hconcat": panels,
        "resolve": {"scale": {"color": "independent", "strokeDash": "independent"}},
    }


def _bands(temper: Temper, texts: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    floors = (0, temper.careful, temper.open, temper.insight, 100)
    rows = [
        {"low": low, "high": high, "middle": (low + high) / 2, "name": texts[name], "colour": colour}
        for name, colour, low, high in zip(_LEVELS, _BANDS, floors, floors[1:], strict=False)
    ]
    scale = {"domain": [0, 100], "nice": False}
    low = {"field": "low", "type": "quantitative", "scale": scale}
    colour = {"field": "colour", "type": "nominal", "scale": None}
    bands = {
        "data": {"values": rows},
        "mark": {"type": "rect"},
        "encoding": {"y": low, "y2": {"field": "high"}, "fill": colour},
    }
    names = {
        "data": {"values": rows},
        "mark": {"type": "text", "align": "left", "color": "#777777"},
        "encoding": {
            "x": {"value": 6},
            "y": {"field": "middle", "type": "quantitative", "scale": scale},
            "text": {"field": "name"},
        },
    }
    return bands, names


def _curves(talks: Sequence[BenchTalk], texts: Mapping[str, str]) -> dict[str, Any]:
    labels = [f"{texts.get(talk.name, talk.name)} {talk.curve[-1]}" for talk in talks]
    values = [
        {"turn": turn, "openness": openness, "who": label}
        for talk, label in zip(talks, labels, strict=True)
        for turn, openness in enumerate(talk.curve)
    ]
    longest = max((len(talk.turns) for talk in talks), default=1)
    dashes = [_DASHES[n // 5 % len(_DASHES)] for n in range(len(labels))]
    colours = [_COLOURS[n % len(_COLOURS)] for n in range(len(labels))]
    legend = {"labelLimit": 300, "symbolType": "stroke", "symbolSize": 900}
    who = {"field": "who", "type": "nominal", "title": None, "legend": legend}
    turns = {"field": "turn", "type": "quantitative", "title": texts["turns"]}
    return {
        "data": {"values": values},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": {
            "x": {**turns, "scale": {"domain": [0, longest], "nice": False}},
            "y": {"field": "openness", "type": "quantitative", "title": texts["openness"]},
            "color": {**who, "scale": {"domain": labels, "range": colours}},
            "strokeDash": {**who, "scale": {"domain": labels, "range": dashes}},
        },
    }

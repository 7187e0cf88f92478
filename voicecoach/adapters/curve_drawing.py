"""Draws openness curves as a picture or as SVG: a panel a difficulty, a line a manager, the levels as bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.dialogue.bench_talk import BenchTalk
from voicecoach.domain.errors import InputError
from voicecoach.domain.persona import Persona, Temper

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LEVELS = ("closed", "careful", "open", "insight")
_BANDS = ("#f6e3e0", "#f7f0d8", "#e0eef2", "#dff0dd")
_PANEL_INCHES = (7.0, 4.6)


def draw_curves(
    path: Path, persona: Persona, talks: Mapping[str, Sequence[BenchTalk]], texts: Mapping[str, str], *, is_svg: bool
) -> None:
    """Write the drawing; raise InputError when matplotlib is not there or the file cannot be written.

    talks: by difficulty. texts: the words for managers, levels and difficulties; the same talks draw the same file.
    """
    try:
        from matplotlib import rc_context  # noqa: PLC0415 - heavy, and an extra
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        raise InputError("Drawing needs matplotlib.", "Run: pip install 'voicecoach[draw]'") from None
    with rc_context({"svg.hashsalt": "voicecoach", "svg.fonttype": "none"}):
        width, height = _PANEL_INCHES
        figure = Figure(figsize=(width * len(talks), height), layout="constrained")
        panels = figure.subplots(1, len(talks), squeeze=False, sharey=True)[0]
        for panel, (difficulty, several) in zip(panels, talks.items(), strict=True):
            _bands(panel, persona.temper, texts)
            _curves(panel, several, texts)
            panel.set_title(f"{persona.name}, {texts[difficulty]}")
            panel.set_xlabel(texts["turns"])
        panels[0].set_ylabel(texts["openness"])
        try:
            figure.savefig(
                path, format="svg" if is_svg else "png", dpi=120, metadata={"Date": None} if is_svg else None
            )
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}.", "Name a file in a folder that is there.") from None


def _bands(panel: Axes, temper: Temper, texts: Mapping[str, str]) -> None:
    floors = (0, temper.careful, temper.open, temper.insight, 100)
    for name, colour, low, high in zip(_LEVELS, _BANDS, floors, floors[1:], strict=False):
        panel.axhspan(low, high, color=colour, linewidth=0)
        panel.text(0.2, (low + high) / 2, texts[name], va="center", color="#777777", fontsize=8)


def _curves(panel: Axes, talks: Sequence[BenchTalk], texts: Mapping[str, str]) -> None:
    dashes = ("-", "--", ":", "-.")
    for n, talk in enumerate(talks):
        label = f"{texts.get(talk.name, talk.name)} {talk.curve[-1]}"
        panel.plot(
            range(len(talk.curve)), talk.curve, dashes[n // 5 % 4], color=f"C{n % 10}", label=label, linewidth=1.8
        )
    panel.set_ylim(0, 100)
    panel.set_xlim(0, max((len(talk.turns) for talk in talks), default=1))
    panel.legend(fontsize=7, loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)

"""Openness curves in the terminal: a row a manager, a bar a turn, coloured by the level it opens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from voicecoach.cli.persona_bench_texts import BENCH_TEXTS
from voicecoach.domain.persona import Level

if TYPE_CHECKING:
    from rich.console import Console

    from voicecoach.dialogue.bench_talk import BenchTalk
    from voicecoach.domain.audio import Language

_BARS, _DIGITS = "▁▂▃▄▅▆▇█", "0123456789"
_COLOURS = {Level.CLOSED: "red", Level.CAREFUL: "yellow", Level.OPEN: "cyan", Level.INSIGHT: "bold green"}


def show_curves(
    name: str, difficulty: str, talks: Sequence[BenchTalk], language: Language, console: Console | None = None
) -> None:
    """Print the curves of a persona at a difficulty, the one that ends highest first.

    A terminal that knows no bars gets a digit a turn, tens of openness.
    """
    from rich.console import Console  # noqa: PLC0415 - keeps --help fast
    from rich.text import Text  # noqa: PLC0415

    texts = BENCH_TEXTS[language]
    console = console or Console(width=max(100, Console().width), highlight=False)
    console.print(Text(f"{name}, {difficulty}", style="bold"))
    names = [texts.get(talk.name, talk.name) for talk in talks]
    wide = max((len(name) for name in names), default=0)
    room = max((len(talk.turns) for talk in talks), default=0)
    for talk in sorted(talks, key=lambda talk: -talk.curve[-1]):
        row = Text(f"  {texts.get(talk.name, talk.name):<{wide}}  {talk.start:>3} ")
        for turn in talk.turns:
            row.append(_bar(turn.openness, console.encoding), style=_COLOURS[turn.level])
        row.append(" " * (room - len(talk.turns)) + f" {talk.curve[-1]:>3}  {_insight(talk, texts)}")
        console.print(row, soft_wrap=True)
    legend = Text("  ")
    for level, colour in _COLOURS.items():
        legend.append(f"{_bar(int(level) * 33, console.encoding)} {texts[level.name.lower()]}  ", style=colour)
    console.print(legend.append(f"({texts['turns']})"))


def _bar(openness: int, encoding: str) -> str:
    marks = _BARS if _can_show(encoding) else _DIGITS
    return marks[min(len(marks) - 1, openness * len(marks) // 100)]


def _can_show(encoding: str) -> bool:
    try:
        _BARS.encode(encoding or sys.getdefaultencoding())
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _insight(talk: BenchTalk, texts: dict[str, str]) -> str:
    turn = talk.insight_turn
    return texts["never"] if turn is None else texts["insight_at"].format(turn=turn)

"""Shows a trainer who a persona is: his temper, what he can talk about, and the solution that is his own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from voicecoach.cli.persona_view_texts import TEXTS
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Level, Line, Persona, Temper

if TYPE_CHECKING:
    from rich.console import Console

BAR = 70
"""Characters that stand for openness 0 to 100."""


def show_persona(persona: Persona, about: str, language: Language, console: Console | None = None) -> None:
    """Print who the persona is, with headings in a language."""
    from rich.console import Console, Group  # noqa: PLC0415 - keeps --help fast
    from rich.markup import escape  # noqa: PLC0415
    from rich.panel import Panel  # noqa: PLC0415

    texts = TEXTS[language]
    console = console or Console(width=min(100, Console().width))
    head = f"{persona.id} {persona.version} ({persona.language}), {persona.author}"
    console.print(Panel(Group(escape(head), "", escape(about)), title=escape(persona.name), title_align="left"))
    parts = (
        (f"{texts['case']}: {persona.case.title}", [persona.case.briefing]),
        (texts["temper"], _temper(persona.temper, language)),
        (texts["topics"], _topics(persona, language, console.width)),
        (texts["reactions"], _reactions(persona, language, console.width)),
        (texts["solution"], _solution(persona, language)),
    )
    for title, lines in parts:
        console.print(title.replace("{name}", persona.name), style="bold", markup=False, highlight=False)
        console.print("\n".join(lines) + "\n", markup=False, highlight=False)


def _temper(temper: Temper, language: Language) -> list[str]:
    texts = TEXTS[language]
    turns = math.ceil((temper.insight - temper.start) / temper.gain)
    loss = ", ".join(f"{texts[kind]} {temper.loss.get(kind, 0)}" for kind in _HURTS)
    return [
        *_scale(temper, texts),
        texts["starts"].format(start=temper.start, gain=temper.gain, turns=turns),
        texts["loses"].format(loss=loss, interruption=temper.interruption),
        texts["damped"].format(turns=temper.damping_turns, percent=temper.damping_percent),
    ]


_HURTS = (MoveKind.JUDGEMENT, MoveKind.ASSUMPTION, MoveKind.ADVICE, MoveKind.LEADING_QUESTION)


def _scale(temper: Temper, texts: dict[str, str]) -> list[str]:
    """Draw openness from 0 to 100 with the level that each stretch opens; `^` is where he starts."""
    marks = {0: "closed", temper.careful: "careful", temper.open: "open", temper.insight: "insight"}
    names, figures = [" "] * (BAR + 20), [" "] * (BAR + 20)
    for points, name in marks.items():
        at = points * BAR // 100
        names[at : at + len(texts[name])] = texts[name]
        figures[at : at + len(str(points))] = str(points)
    line = ["-"] * (BAR + 1)
    line[temper.start * BAR // 100] = "^"
    return ["".join(row).rstrip() for row in (names, line, figures)]


def _topics(persona: Persona, language: Language, width: int) -> list[str]:
    texts = TEXTS[language]
    rows = [(topic.id, topic.asks[0], topic.lines) for topic in persona.topics]
    return _table((texts["topic"], texts["asked"]), rows, language, width)


def _reactions(persona: Persona, language: Language, width: int) -> list[str]:
    texts, reactions = TEXTS[language], persona.reactions
    others = ("corrects", "avoid", "silence", "interrupted", "nothing_new", "lip_service", "greeting", "farewell")
    named = {kind.value: lines for kind, lines in reactions.by_kind.items()}
    named |= {name: getattr(reactions, name) for name in others}
    named |= {name: lines for name in ("greeted", "beside", "apology", "scale") if (lines := getattr(reactions, name))}
    rows = [(name, lines[0].text, lines) for name, lines in named.items()]
    return _table((texts["reaction"], texts["says"]), rows, language, width)


def _table(
    head: tuple[str, str], rows: list[tuple[str, str, tuple[Line, ...]]], language: Language, width: int
) -> list[str]:
    """Return a row of heads and one a name: an example, cut to what fits, and how many lines each level has."""
    levels = [TEXTS[language][level.name.lower()] for level in Level]
    first = max(len(head[0]), *(len(name) for name, _, _ in rows)) + 2
    room = max(10, width - first - sum(len(level) + 2 for level in levels))
    table = [f"{head[0]:<{first}}{head[1]:<{room}}" + "".join(f"  {level}" for level in levels)]
    for name, example, lines in rows:
        cut = example if len(example) <= room else example[: room - 1] + "…"
        figures = (f"  {count:>{len(level)}}" for count, level in zip(_by_level(lines), levels, strict=True))
        table.append(f"{name:<{first}}{cut:<{room}}" + "".join(figures))
    return table


def _by_level(lines: tuple[Line, ...]) -> list[str]:
    return [str(sum(line.level is level for line in lines) or "-") for level in Level]


def _solution(persona: Persona, language: Language) -> list[str]:
    texts, solution = TEXTS[language], persona.solution
    parts = [("", solution.lines), *((texts[detail.id], detail.lines) for detail in solution.details)]
    parts.append((texts["commitment"], solution.commitment))
    return [f"{name + ': ' if name else ''}{line.text}" for name, lines in parts for line in lines]

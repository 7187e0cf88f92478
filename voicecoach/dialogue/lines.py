"""Which of the lines a persona file offers is said now: none above the level, none of a topic twice."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Level, Line, Topic
from voicecoach.domain.topics import LineFit

FITS = 15
"""Least fit, in percent, at which a line is chosen for what it says."""


def reaction_line(lines: Sequence[Line], state: PersonaState, level: Level) -> Line | None:
    """Return a reaction fitting the level: one not said yet, else the one said longest ago; None when none may be said.

    Only the deepest level that has lines, and the one below it, fit: an open man does not snap like a closed one.
    """
    allowed = [line for line in lines if line.level <= level]
    if not allowed:
        return None
    deepest = max(line.level for line in allowed)
    fitting = [line for line in allowed if line.level >= deepest - 1]
    last_said = {text: index for index, text in enumerate(state.said)}
    return min(fitting, key=lambda line: (last_said.get(line.text, -1), -line.level))


def topic_line(topic: Topic, state: PersonaState, level: Level, fits: Sequence[LineFit] = ()) -> Line | None:
    """Return the next line of a topic, None when it has none left at this level.

    A topic opens with the deepest lines allowed; follow-ups stay as deep or go deeper; nothing is said twice. Of lines
    as deep the one that fits the turn best is said; where none of them fits, one a level away that does.
    """
    allowed = [line for line in topic.lines if line.level <= level and not has_said(line, state)]
    said = [line.level for line in topic.lines if has_said(line, state)]
    if said:
        allowed = [line for line in allowed if line.level >= max(said)]
    if not allowed:
        return None
    levels = [line.level for line in allowed]
    due = min(levels) if said else max(levels)
    near = [line for line in allowed if abs(line.level - due) <= 1]
    percent = _percents(topic, fits)
    fitting = [line for line in near if percent.get(line.text, 0) >= FITS]
    as_deep = [line for line in near if line.level == due]
    choice = [line for line in fitting if line.level == due] or fitting or as_deep
    return max(choice, key=lambda line: percent.get(line.text, 0))


def _percents(topic: Topic, fits: Sequence[LineFit]) -> dict[str, int]:
    """By the text of each line of a topic how well it fits; a log may tell of lines that the file has no more."""
    own = (each for each in fits if each.topic == topic.id and 0 <= each.line < len(topic.lines))
    return {topic.lines[each.line].text: each.percent for each in own}


def has_deeper_line(topic: Topic, state: PersonaState, level: Level) -> bool:
    """Whether the topic still holds something that the level forbids."""
    return any(line.level > level and not has_said(line, state) for line in topic.lines)


def without_opening_said(line: Line, state: PersonaState) -> str:
    """Return a line without the short form it begins with, where he has said that before; else the whole line."""
    if not line.short or line.short not in state.said or not line.text.startswith(line.short):
        return line.text
    return line.text.removeprefix(line.short).strip() or line.text


def has_said(line: Line, state: PersonaState) -> bool:
    """Whether he has said this line in full."""
    return line.text in state.said

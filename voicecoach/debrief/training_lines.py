"""Turns that a trainer corrected, as lines of training text for the move classifier."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.debrief.corrections import Correction, by_move, corrected
from voicecoach.debrief.replay import moment_before
from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import Turn

HEADER = "intent\tprevious\tturn"


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One corrected turn. marked: its moves, each opened by its kind in brackets, `+` where it follows up.

    intent: shared by turns of the same words. previous: the coachee's last line, empty where he had said nothing.
    """

    turn: int
    intent: str
    previous: str
    marked: str

    def __str__(self) -> str:
        return f"{self.intent}\t{self.previous}\t{self.marked}"


@dataclass(frozen=True, slots=True)
class Unfit:
    """A corrected turn that would teach something nobody has said: `moves` (from 1) are unsure and not corrected."""

    turn: int
    moves: tuple[int, ...]


def training_lines(
    events: Sequence[SessionEvent], corrections: Sequence[Correction]
) -> tuple[tuple[TrainingLine, ...], tuple[Unfit, ...]]:
    """Return the corrected turns as training lines, in order, and those that are unfit for it."""
    turns = {turn for turn, _ in by_move(corrections)}
    lines: list[TrainingLine] = []
    unfit: list[Unfit] = []
    for event in corrected(events, corrections):
        if not isinstance(event, CoacheeResponded) or event.turn not in turns or not event.coach.moves:
            continue
        unsure = tuple(place for place, move in enumerate(event.coach.moves, 1) if not move.is_certain)
        if unsure:
            unfit.append(Unfit(event.turn, unsure))
        else:
            lines.append(_line(events, event))
    return tuple(lines), tuple(unfit)


def _line(events: Sequence[SessionEvent], event: CoacheeResponded) -> TrainingLine:
    found = moment_before(events, event.turn)
    previous = found[1].text if found and found[1] else ""
    words = " ".join(re.findall(r"\w+", event.coach.text.lower()))
    intent = f"corrected_{hashlib.sha256(words.encode('utf-8', 'replace')).hexdigest()[:10]}"
    return TrainingLine(event.turn, intent, _plain(previous), _marked(event.coach))


def _marked(turn: Turn) -> str:
    """Each move with the words up to the next, so that no word is lost between two moves."""
    places = [(move.start, move) for move in turn.moves]
    ends = [start for start, _ in places[1:]] + [len(turn.text)]
    starts = [0, *(start for start, _ in places[1:])]
    parts = []
    for (_, move), start, end in zip(places, starts, ends, strict=True):
        words = _plain(turn.text[start:end])
        if words:
            parts.append(f"[{move.kind}{'+' if move.follows_up else ''}] {words}")
    return " ".join(parts)


def _plain(text: str) -> str:
    """On one line, and without the brackets that open a move."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())

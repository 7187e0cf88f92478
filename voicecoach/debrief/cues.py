"""When to show what while a talk is played back: an utterance begins, its words one by one, and it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from voicecoach.debrief.timeline import Utterance, words_of

Part = Literal["begins", "word", "ends"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to show at a time. text: the word; empty for the beginning and the end."""

    at_ms: int
    part: Part
    utterance: Utterance
    text: str = ""


def cues_of(utterances: Sequence[Utterance]) -> tuple[Cue, ...]:
    """Return the cues of utterances in the order of `timeline`, each one's together, so that they come in time's order.

    One that goes on while the next begins shows the rest of its words, and ends, at that moment:

        coach    |begins  word  word|                 he cut the coachee off
        coachee  |begins  word  word + the rest, ends|
    """
    found: list[Cue] = []
    for utterance, following in zip_longest(utterances, utterances[1:]):
        found += _cues(utterance, following.span.start_ms if following else None)
    return tuple(found)


def start_of_turn(utterances: Sequence[Utterance], turn: int) -> int | None:
    """When a turn begins, in ms on the session clock; None when there is no such turn."""
    return min((each.span.start_ms for each in utterances if each.turn == turn), default=None)


def _cues(utterance: Utterance, latest: int | None) -> list[Cue]:
    def at(ms: int) -> int:
        return ms if latest is None else min(ms, latest)

    return [
        Cue(at(utterance.span.start_ms), "begins", utterance),
        *(Cue(at(word.span.start_ms), "word", utterance, word.text) for word in words_of(utterance)),
        Cue(at(utterance.span.end_ms), "ends", utterance),
    ]

"""Finds names of people and places in what the coach said, and puts as many crosses in their place.

A mask is as long as what it covers, so that the moves of a turn still lie where they lay and every state can still be
worked out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

from voicecoach.domain.events import (
    CoacheeResponded,
    CoachSpoke,
    FeltAnswered,
    GoalSet,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnRecognised,
)
from voicecoach.domain.openness import OpennessChange, PersonaState
from voicecoach.domain.persona import Persona

_MASK = re.compile(r"[Xx]+$")
_CAPITAL_INSIDE = re.compile(r"(?<=[\w,;:]) +([^\W\d_][\w'’-]*)")
_NO_NAMES = """
i i'm i'd i'll i've ok okay english dutch nederlands engels u
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_NOT_NAMES = frozenset(_NO_NAMES.split())


def names_in(texts: Iterable[str], persona: Persona) -> tuple[str, ...]:
    """Return what looks like a name: capitals inside a sentence, but not the persona's own, days, or abbreviations.

    Recognised speech writes a capital at the start of a sentence too, so a name that stands only there is not found.
    """
    known = {word.casefold() for text in _texts_of(persona) for word in _capitals(text)}
    known |= {word.casefold() for word in persona.name.split()}
    found = {word for text in texts for word in _capitals(text)}
    return tuple(sorted(word for word in found if word.casefold() not in known | _NOT_NAMES))


def masked(text: str, names: Sequence[str]) -> str:
    """Return the text with each of the names crossed out, capitals as they were, as long as it was."""
    wanted = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name.strip()]
    if not wanted:
        return text
    return re.sub(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", lambda found: _crosses(found[0]), text, flags=re.IGNORECASE)


def without_names(event: SessionEvent, names: Sequence[str]) -> SessionEvent:
    """Return the event with the names crossed out in the coach's words and in what was drawn from them.

    What the coachee says stays: it stands in his file.
    """
    match event:
        case SessionStarted():
            return replace(event, state=_state(event.state, names))
        case TurnRecognised():
            return replace(event, transcript=replace(event.transcript, text=masked(event.transcript.text, names)))
        case CoacheeResponded():
            moves = tuple(
                replace(
                    move,
                    cues=tuple(masked(cue, names) for cue in move.cues),
                    takes_up=masked(move.takes_up, names),
                )
                for move in event.coach.moves
            )
            coach = replace(event.coach, text=masked(event.coach.text, names), moves=moves)
            return replace(event, coach=coach, change=_change(event.change, names), state=_state(event.state, names))
        case SilenceKept():
            return replace(event, change=_change(event.change, names), state=_state(event.state, names))
        case GoalSet() | CoachSpoke() | FeltAnswered():
            return _plain(event, names)
        case _:
            return event


def _plain(event: GoalSet | CoachSpoke | FeltAnswered, names: Sequence[str]) -> SessionEvent:
    """Events without a state; in the swapped chair the coach's line takes up the manager's own words."""
    if isinstance(event, GoalSet):
        return replace(event, goal=masked(event.goal, names))
    if isinstance(event, FeltAnswered):
        return replace(event, answer=masked(event.answer, names))
    reply = replace(event.reply, text=masked(event.reply.text, names))
    return replace(event, reply=reply, takes_up=masked(event.takes_up, names))


def _change(change: OpennessChange, names: Sequence[str]) -> OpennessChange:
    return replace(change, reason=masked(change.reason, names))


def _state(state: PersonaState, names: Sequence[str]) -> PersonaState:
    return replace(state, asked=tuple(masked(question, names) for question in state.asked))


def own_words(events: Sequence[SessionEvent]) -> Iterator[str]:
    """Yield all that the coach said, and the goal he set."""
    for event in events:
        match event:
            case GoalSet():
                yield event.goal
            case TurnRecognised():
                yield event.transcript.text
            case CoacheeResponded():
                yield event.coach.text
            case FeltAnswered():
                yield event.answer
            case _:
                pass


def _capitals(text: str) -> list[str]:
    """The words with a capital that does not begin a sentence, without abbreviations and crosses."""
    words = [found.rstrip("'’-") for found in _CAPITAL_INSIDE.findall(text)]
    return [_bare(word) for word in words if word[0].isupper() and not word.isupper() and not _MASK.match(word)]


def _bare(word: str) -> str:
    """Without the s of the genitive behind an apostrophe."""
    return re.sub(r"['’]s$", "", word)


def _crosses(text: str) -> str:
    return "".join(("X" if sign.isupper() else "x") if sign.isalnum() else sign for sign in text)


def _texts_of(value: object) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _texts_of(entry)
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from _texts_of(entry)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts_of(getattr(value, field.name))

"""Works every state of a log out again from the persona and the coach's turns, and names what comes out otherwise.

    log   SessionStarted  state 0 |  turn, match  | state 1 |  silence  | state 2 ...
    here  opening(persona) = 0?   |  respond(0)   = 1?      | keep_silence(1) = 2? ...

Each step starts from the state that was recomputed, never from the one in the log.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import IntEnum, StrEnum
from typing import assert_never

from voicecoach.dialogue import persona_engine
from voicecoach.domain.events import (
    CoacheeResponded,
    CoachSpoke,
    DeviceLost,
    FeltAnswered,
    GoalSet,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply
from voicecoach.domain.persona import Persona
from voicecoach.domain.topics import TopicMatch

Matching = Callable[[Turn, PersonaState], TopicMatch]
"""Where a turn leads from a state; asked only of turns whose log does not hold it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a log and its recomputation part.

    index: the event's place in the log, from 0. turn: its turn. what: the field, `state.openness` for instance.
    logged, recomputed: both values, as a reader would write them: words in quotes, a dash for nothing.
    """

    index: int
    turn: int
    what: str
    logged: str
    recomputed: str


@dataclass(frozen=True, slots=True)
class Recomputation:
    """What came of it. states: how many were worked out again. departures: none when all were identical."""

    states: int
    departures: tuple[Departure, ...]

    @property
    def is_identical(self) -> bool:
        """Whether every state, change and reply came out as it was logged."""
        return not self.departures


def recompute(
    persona: Persona, events: Sequence[SessionEvent], matching: Matching, *, takes_up: bool = False
) -> Recomputation:
    """Work all states out again; an empty log gives none.

    takes_up: the session takes up another one's moment, so that its first state is given and not the persona's own.
    """
    walk = _Walk(persona, matching, takes_up)
    departures = tuple(found for index, event in enumerate(events) for found in walk.step(index, event))
    return Recomputation(walk.states, departures)


class _Walk:
    """Carries the recomputed state through the log."""

    def __init__(self, persona: Persona, matching: Matching, takes_up: bool) -> None:
        self._persona = persona
        self._matching = matching
        self._takes_up = takes_up
        self._state = persona_engine.opening(persona)[0]
        self.states = 0

    def step(self, index: int, event: SessionEvent) -> Iterator[Departure]:
        """Take an event in and yield where it parts from what it should have been."""
        match event:
            case SessionStarted():
                yield from self._begin(index, event)
            case CoacheeResponded():
                self.states += 1
                found = event.match or self._matching(event.coach, self._state)
                response = persona_engine.respond(self._persona, self._state, event.coach, found)
                self._state = response.state
                yield from _parting(index, event.turn, event, response)
            case SilenceKept():
                self.states += 1
                response = persona_engine.keep_silence(self._persona, self._state, event.silence_ms)
                self._state = response.state
                yield from _parting(index, event.turn, event, response)
            case NotUnderstood():
                known = self._ways_of_not_understanding()
                if event.reply not in known:
                    yield Departure(index, event.turn, "reply", *map(_plain, (event.reply.text, _texts(known))))
            case GoalSet() | TurnHeard() | TurnRecognised() | ReplyStarted() | ReplyEnded() | DeviceLost():
                return
            case SessionEnded() | CoachSpoke() | FeltAnswered():
                return
            case _:
                assert_never(event)

    def _begin(self, index: int, event: SessionStarted) -> Iterator[Departure]:
        self.states += 1
        if self._takes_up:
            self._state = event.state
            return
        state, greeting = persona_engine.opening(self._persona)
        self._state = state
        yield from _differences(index, 0, "state", event.state, state)
        yield from _differences(index, 0, "greeting", event.greeting, greeting if greeting.text else None)

    def _ways_of_not_understanding(self) -> tuple[Reply, ...]:
        """All of them: speculation may have used some up that were never said, so the log cannot tell which is due."""
        times = range(max(1, len(self._persona.reactions.not_understood)))
        return tuple(persona_engine.not_understood(self._persona, self._state, n) for n in times)


def _parting(
    index: int, turn: int, logged: CoacheeResponded | SilenceKept, response: persona_engine.Response
) -> Iterator[Departure]:
    yield from _differences(index, turn, "state", logged.state, response.state)
    yield from _differences(index, turn, "change", logged.change, response.change)
    yield from _differences(index, turn, "reply", logged.reply, response.reply)


def _differences(index: int, turn: int, name: str, logged: object, recomputed: object) -> Iterator[Departure]:
    """Field by field, where both are values of the same kind."""
    if logged == recomputed:
        return
    if isinstance(logged, PersonaState | OpennessChange | Reply) and type(logged) is type(recomputed):
        for field in fields(logged):
            before, after = getattr(logged, field.name), getattr(recomputed, field.name)
            if before != after:
                yield Departure(index, turn, f"{name}.{field.name}", _plain(before), _plain(after))
        return
    yield Departure(index, turn, name, _plain(logged), _plain(recomputed))


def _texts(replies: Sequence[Reply]) -> tuple[str, ...]:
    return tuple(reply.text for reply in replies)


def _plain(value: object) -> str:
    """A value as a reader would write it."""
    if isinstance(value, Reply):
        return _plain(value.text)
    if isinstance(value, tuple):
        return ", ".join(map(_plain, value)) or "-"
    if isinstance(value, IntEnum):
        return value.name.lower()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return f"'{value}'"
    return "-" if value is None else str(value)

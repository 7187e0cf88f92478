"""The states in a log: what they were at a turn, and whether each change begins where the one before it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

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
from voicecoach.domain.openness import PersonaState, Reply


@dataclass(frozen=True, slots=True)
class Flaw:
    """One place where the log contradicts itself: the event's place in the log, from 0, and what is wrong."""

    index: int
    what: str


def state_after(event: SessionEvent) -> PersonaState | None:
    """The coachee's state that an event leaves behind; None for an event that leaves it as it was."""
    match event:
        case SessionStarted() | CoacheeResponded() | SilenceKept():
            return event.state
        case (
            GoalSet()
            | TurnHeard()
            | TurnRecognised()
            | NotUnderstood()
            | CoachSpoke()
            | FeltAnswered()
            | ReplyStarted()
            | ReplyEnded()
            | DeviceLost()
            | SessionEnded()
        ):
            return None
        case _:
            assert_never(event)


def last_state(events: Sequence[SessionEvent]) -> PersonaState | None:
    """The state that the session ended in; None when it never began."""
    for event in reversed(events):
        state = state_after(event)
        if state is not None:
            return state
    return None


def moment_before(events: Sequence[SessionEvent], turn: int) -> tuple[PersonaState, Reply | None] | None:
    """The state just before a turn of the coach, and the coachee's last line before it, None where he had said nothing.

    None when the log has no such turn, or no state before it.
    """
    state: PersonaState | None = None
    line: Reply | None = None
    for event in events:
        match event:
            case TurnHeard() | TurnRecognised() | CoacheeResponded() | NotUnderstood() if event.turn == turn:
                return None if state is None else (state, line)
            case SessionStarted():
                line = event.greeting
            case CoacheeResponded() | SilenceKept() | NotUnderstood():
                line = event.reply if event.reply.text else line
            case _:
                pass
        state = state_after(event) or state
    return None


def check_chain(events: Sequence[SessionEvent]) -> tuple[Flaw, ...]:
    """Follow the states through the log and name every place where they do not follow from each other."""
    flaws: list[Flaw] = []
    state: PersonaState | None = None
    for index, event in enumerate(events):
        flaws += [Flaw(index, what) for what in _contradictions(state, event)]
        state = state_after(event) or state
    return tuple(flaws)


def _contradictions(state: PersonaState | None, event: SessionEvent) -> list[str]:
    if isinstance(event, SessionStarted):
        return [] if state is None else ["the session begins a second time"]
    if not isinstance(event, CoacheeResponded | SilenceKept):
        return []
    if state is None:
        return [f"turn {event.turn} comes before the session began"]
    found: list[str] = []
    if event.change.before != state.openness:
        found.append(
            f"turn {event.turn} begins at openness {event.change.before}, the turn before left {state.openness}"
        )
    if event.change.after != event.state.openness:
        found.append(f"turn {event.turn} says openness {event.change.after}, its state says {event.state.openness}")
    if event.reply.level > event.change.level:
        found.append(f"turn {event.turn} answers from level {event.reply.level:d} at level {event.change.level:d}")
    return found + _forgotten(state, event)


def _forgotten(before: PersonaState, event: CoacheeResponded | SilenceKept) -> list[str]:
    """What a coachee never takes back."""
    kept = {
        "that he brought his own solution": (before.own_solution, event.state.own_solution),
        "that the coach brought a solution": (before.coach_solution, event.state.coach_solution),
        "what he committed to": (before.committed, event.state.committed),
    }
    forgot = [f"turn {event.turn} forgets {what}" for what, (was, still) in kept.items() if was and not still]
    if event.state.turns < before.turns:
        forgot.append(f"turn {event.turn} counts {event.state.turns} turns after {before.turns}")
    return forgot

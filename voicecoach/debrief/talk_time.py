"""Who spoke when, from the log alone, and what follows from it: talk share, monologues, how fast he answered.

coach     |--span 1--|                  |--span 2--|   |-hm-|
coachee                  |---reply 1--|              |----reply 2----|
                     <--> latency      <--> wait        (a backchannel ends no monologue)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from voicecoach.domain.events import ReplyEnded, ReplyStarted, SessionEvent, TurnHeard
from voicecoach.domain.speech import SpeechSpan

Side = Literal["coach", "coachee"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One side speaking, without a pause that ended the turn."""

    side: Side
    turn: int
    span: SpeechSpan


@dataclass(frozen=True, slots=True)
class TalkTime:
    """Who spoke how long.

    coach_ms, coachee_ms: speech of each side; where both speak at once it counts for both.
    coach_share: of all speech, 0-1; None when nobody spoke.
    longest_coach_ms, longest_coachee_ms: the longest that each spoke before the other got the floor.
    """

    coach_ms: int
    coachee_ms: int
    coach_share: float | None
    longest_coach_ms: int
    longest_coachee_ms: int


@dataclass(frozen=True, slots=True)
class Latency:
    """From the end of the coach's speech in a turn to the first sample of the answer; negative when talked over."""

    turn: int
    ms: int


def talk_time(events: Sequence[SessionEvent]) -> TalkTime:
    """Measure both sides; all zero for a log without sound, such as one of typed turns."""
    stretches = stretches_of(events)
    coach_ms, coachee_ms = (_spoken_ms(stretches, side) for side in ("coach", "coachee"))
    spoken_ms = coach_ms + coachee_ms
    return TalkTime(
        coach_ms,
        coachee_ms,
        coach_ms / spoken_ms if spoken_ms else None,
        _longest_ms(stretches, "coach"),
        _longest_ms(stretches, "coachee"),
    )


def latencies(events: Sequence[SessionEvent]) -> tuple[Latency, ...]:
    """How long the coachee took to answer each turn that he answered aloud, in order."""
    ends: dict[int, int] = {}
    found: list[Latency] = []
    for event in events:
        if isinstance(event, TurnHeard):
            ends[event.turn] = event.span.end_ms
        elif isinstance(event, ReplyStarted) and event.turn in ends:
            found.append(Latency(event.turn, event.at_ms - ends.pop(event.turn)))
    return tuple(found)


def silences_filled(events: Sequence[SessionEvent]) -> int:
    """How often the coach spoke again before any answer to his last words had begun."""
    filled, waits = 0, False
    for event in events:
        if isinstance(event, TurnHeard) and not event.during_reply:
            filled += waits
            waits = True
        elif isinstance(event, ReplyStarted):
            waits = False
    return filled


def stretches_of(events: Sequence[SessionEvent]) -> tuple[Stretch, ...]:
    """All speech of both sides by its start; a reply that a crash cut off lasts until the last event."""
    found: list[Stretch] = []
    speaking: ReplyStarted | None = None
    for event in events:
        if isinstance(event, TurnHeard):
            found.append(Stretch("coach", event.turn, event.span))
        elif isinstance(event, ReplyStarted):
            speaking = event
        elif isinstance(event, ReplyEnded) and speaking is not None:
            found.append(_reply(speaking, event.at_ms))
            speaking = None
    if speaking is not None:
        found.append(_reply(speaking, events[-1].at_ms))
    return tuple(sorted(found, key=lambda stretch: stretch.span.start_ms))


def _reply(started: ReplyStarted, end_ms: int) -> Stretch:
    return Stretch("coachee", started.turn, SpeechSpan(started.at_ms, max(started.at_ms, end_ms)))


def _spoken_ms(stretches: Sequence[Stretch], side: Side) -> int:
    return sum(stretch.span.duration_ms for stretch in stretches if stretch.side == side)


def _longest_ms(stretches: Sequence[Stretch], side: Side) -> int:
    """The most speech of one side in a row; words that fall wholly inside the other's stretch take no floor."""
    floor = _without_backchannels(stretches)
    longest = running = 0
    for stretch in floor:
        running = running + stretch.span.duration_ms if stretch.side == side else 0
        longest = max(longest, running)
    return longest


def _without_backchannels(stretches: Sequence[Stretch]) -> list[Stretch]:
    reach: dict[Side, int] = {"coach": -1, "coachee": -1}
    floor: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda each: (each.span.start_ms, -each.span.end_ms)):
        other: Side = "coachee" if stretch.side == "coach" else "coach"
        if stretch.span.end_ms >= reach[other]:
            floor.append(stretch)
        reach[stretch.side] = max(reach[stretch.side], stretch.span.end_ms)
    return floor

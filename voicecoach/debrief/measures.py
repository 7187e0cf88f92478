"""What a session shows, in figures: pure folds over its event log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Literal

from voicecoach.debrief.beginnings import beginnings
from voicecoach.debrief.moves_made import MovesMade, moves_made
from voicecoach.debrief.replay import state_after
from voicecoach.debrief.solutions_named import solutions_named
from voicecoach.debrief.talk_time import Latency, TalkTime, latencies, silences_filled, talk_time
from voicecoach.domain.events import CoacheeResponded, NotUnderstood, ReplyEnded, SessionEvent, SilenceKept

Bringer = Literal["coach", "coachee", "nobody"]

TURNING_POINTS = 3
"""How many of the turns that opened, and of those that closed him, are shown."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One step of the openness curve, 0-100; `reason` says why in a sentence.

    at_ms: when it was taken. began_ms: when the turn, or the silence, that it answers began.
    """

    turn: int
    at_ms: int
    before: int
    after: int
    reason: str
    began_ms: int

    @property
    def step(self) -> int:
        """Points won or lost."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class WaitTime:
    """Silence the coach left after the coachee's lines, before he spoke or the coachee went on by himself.

    count: how many silences; mean_ms, median_ms: None when there were none.
    """

    count: int
    mean_ms: float | None
    median_ms: float | None


@dataclass(frozen=True, slots=True)
class Measures:
    """All figures of one session.

    duration_ms: from the start to the last event.
    turns: coach turns that were understood. not_understood: those that were not.
    start, end: openness before the first and after the last turn; None for an empty log.
    opened, closed: the turns that opened and closed him most, the strongest first, at most three each.
    first_solution: who brought a solution first. own_solution: whether he brought his own at any time.
    committed: whether he said what he will do.
    silences_filled: how often the coach spoke on where an answer could have come.
    """

    duration_ms: int
    turns: int
    not_understood: int
    talk: TalkTime
    moves: MovesMade
    wait: WaitTime
    latency: tuple[Latency, ...]
    curve: tuple[CurvePoint, ...]
    start: int | None
    end: int | None
    opened: tuple[CurvePoint, ...]
    closed: tuple[CurvePoint, ...]
    first_solution: Bringer
    own_solution: bool
    committed: bool
    silences_filled: int = 0

    @property
    def wait_before(self) -> WaitTime:
        """Silence between the coach's words and each answer that he let come; answers he talked over left none."""
        return _waited([latency.ms for latency in self.latency if latency.ms >= 0])


def measure(events: Sequence[SessionEvent]) -> Measures:
    """Measure a session from its log, whole or cut short; an empty log gives zeros and Nones."""
    points = curve(events)
    states = [state for event in events if (state := state_after(event)) is not None]
    return Measures(
        duration_ms=events[-1].at_ms if events else 0,
        turns=sum(isinstance(event, CoacheeResponded) for event in events),
        not_understood=sum(isinstance(event, NotUnderstood) for event in events),
        talk=talk_time(events),
        moves=moves_made(events),
        wait=wait_time(events),
        latency=latencies(events),
        curve=points,
        start=states[0].openness if states else None,
        end=states[-1].openness if states else None,
        opened=_strongest([point for point in points if point.step > 0]),
        closed=_strongest([point for point in points if point.step < 0]),
        first_solution=first_solution(events),
        own_solution=any(state.own_solution for state in states),
        committed=any(state.committed for state in states),
        silences_filled=silences_filled(events),
    )


def curve(events: Sequence[SessionEvent]) -> tuple[CurvePoint, ...]:
    """Openness turn by turn, kept silences included, turns that changed nothing too."""
    began = beginnings(events)
    return tuple(
        CurvePoint(
            event.turn, event.at_ms, event.change.before, event.change.after, event.change.reason, began[event.at_ms]
        )
        for event in events
        if isinstance(event, CoacheeResponded | SilenceKept)
    )


def wait_time(events: Sequence[SessionEvent]) -> WaitTime:
    """The silences after the coachee's lines; a turn that cut him off left none, and neither did the first turn."""
    silences: list[int] = []
    coachee_has_spoken = False
    for event in events:
        match event:
            case CoacheeResponded():
                if coachee_has_spoken and not event.coach.interrupted:
                    silences.append(event.coach.wait_ms)
                coachee_has_spoken = coachee_has_spoken or bool(event.reply.text)
            case SilenceKept() if event.reply.text:
                silences.append(event.silence_ms)
                coachee_has_spoken = True
            case ReplyEnded() | NotUnderstood():
                coachee_has_spoken = True
            case _:
                pass
    return _waited(silences)


def _waited(silences: Sequence[int]) -> WaitTime:
    return WaitTime(len(silences), mean(silences) if silences else None, float(median(silences)) if silences else None)


def first_solution(events: Sequence[SessionEvent]) -> Bringer:
    """Who brought a solution first, whatever became of it; in one turn the coach spoke before the coachee answered."""
    named = solutions_named(events)
    return named[0].bringer if named else "nobody"


def _strongest(points: Sequence[CurvePoint]) -> tuple[CurvePoint, ...]:
    return tuple(sorted(points, key=lambda point: (-abs(point.step), point.at_ms))[:TURNING_POINTS])

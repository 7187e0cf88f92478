"""What the coachee agreed to do, whose idea that was, what support it has, and whether it is SMART."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.debrief.beginnings import beginnings
from voicecoach.debrief.smart_goal import SmartFinding, SmartPart, SmartVerdict, smart_verdict
from voicecoach.debrief.solutions_named import solutions_named
from voicecoach.domain.events import CoacheeResponded, SessionEvent, SilenceKept
from voicecoach.domain.openness import ReplyKind
from voicecoach.domain.persona import Persona

Support = Literal["promised", "own", "lip_service", "not_taken", "none"]
"""His own with a promise; his own without one; assent to the coach's; no assent to it; no solution named at all."""

_PART_OF_DETAIL: dict[str, SmartPart] = {"what": "specific", "measured": "measurable", "when": "timed"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """One promise of the coachee. turn, at_ms: where in the log; began_ms: when the turn that it answers began.

    text: his words. smart: with what he told before.
    """

    turn: int
    at_ms: int
    text: str
    smart: SmartVerdict
    began_ms: int


def support_of(events: Sequence[SessionEvent]) -> Support:
    """The most support that any solution got in the talk."""
    welcomes = {solution.welcome for solution in solutions_named(events)}
    if "committed" in welcomes:
        return "promised"
    order: tuple[Support, ...] = ("own", "lip_service", "not_taken")
    return next((support for support in order if support in welcomes), "none")


def agreements(events: Sequence[SessionEvent], persona: Persona) -> tuple[Agreement, ...]:
    """Each promise in order; a detail he told of anywhere in the talk counts for it, as it does on paper."""
    replies = [event for event in events if isinstance(event, CoacheeResponded | SilenceKept)]
    began = beginnings(events)
    told = _details_told({event.reply.text for event in replies}, persona)
    return tuple(
        Agreement(
            event.turn,
            event.at_ms,
            event.reply.text,
            _verdict(event.reply.text, told, persona),
            began[event.at_ms],
        )
        for event in replies
        if event.reply.kind is ReplyKind.COMMITMENT
    )


def _details_told(said: set[str], persona: Persona) -> dict[SmartPart, str]:
    told: dict[SmartPart, str] = {}
    for detail in persona.solution.details:
        lines = [line.text for line in detail.lines if line.text in said or (line.short and line.short in said)]
        if lines and detail.id in _PART_OF_DETAIL:
            told[_PART_OF_DETAIL[detail.id]] = lines[0]
    return told


def _verdict(text: str, told: dict[SmartPart, str], persona: Persona) -> SmartVerdict:
    """The words of the promise, mended by the details; what he promises himself is accepted by himself."""
    own = SmartFinding("acceptable", True, text)
    by_words = smart_verdict(text, persona.language).findings
    return SmartVerdict(
        tuple(
            own
            if finding.part == "acceptable"
            else replace(finding, holds=True, found=told[finding.part])
            if finding.part in told
            else finding
            for finding in by_words
        )
    )

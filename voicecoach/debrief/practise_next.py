"""The one thing to practise next: what cost the most openness, else what the figures ask for first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from voicecoach.debrief.measures import Measures
from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import FILLING_IN, MoveKind
from voicecoach.domain.persona import Temper

Skill = Literal[
    "speak", "interrupting", "advice", "assumption", "judgement", "leading_question",
    "opening", "reflecting", "following_up", "waiting", "agreeing", "harder",
]  # fmt: skip

GOOD_REFLECTIONS = 1.0
"""Reflections to questions that MITI 4.2 calls fair."""

LONG_WAIT_MS = 3000
_ENOUGH_QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to practise. count: how often it came up, or was left out. points: openness it cost, 0 where none."""

    skill: Skill
    count: int
    points: int = 0


def practise_next(figures: Measures, events: Sequence[SessionEvent], temper: Temper | None = None) -> NextStep:
    """Choose one: the dearest habit of those that closed him, else the first skill not yet shown, else a harder one.

    temper: the coachee's, by which to tell what cost the points where a turn holds more kinds that close.
    """
    if not figures.turns:
        return NextStep("speak", 0)
    dearest = _dearest_habit([event for event in events if isinstance(event, CoacheeResponded)], temper or Temper())
    return dearest or _missing_skill(figures)


def _dearest_habit(turns: Sequence[CoacheeResponded], temper: Temper) -> NextStep | None:
    cost: dict[Skill, list[int]] = {}
    for event in turns:
        lost, habit = event.change.before - event.change.after, _habit(event, temper)
        if lost > 0 and habit is not None:
            cost.setdefault(habit, []).append(lost)
    if not cost:
        return None
    skill = max(cost, key=lambda each: sum(cost[each]))
    return NextStep(skill, len(cost[skill]), sum(cost[skill]))


def _habit(event: CoacheeResponded, temper: Temper) -> Skill | None:
    turn, lost = event.coach, event.change.before - event.change.after
    filling = [move for move in turn.moves if move.kind in FILLING_IN and move.is_certain]
    if not filling:
        return "interrupting" if turn.interrupted else None
    cost = lost - temper.interruption * turn.interrupted
    match min(filling, key=lambda move: (abs(temper.loss.get(move.kind, 0) - cost), -move.probability)).kind:
        case MoveKind.ADVICE:
            return "advice"
        case MoveKind.ASSUMPTION:
            return "assumption"
        case MoveKind.JUDGEMENT:
            return "judgement"
        case _:
            return "leading_question"


def _missing_skill(figures: Measures) -> NextStep:
    moves, wait_ms = figures.moves, figures.wait.median_ms
    open_count, closed_count = moves.count(MoveKind.OPEN_QUESTION), moves.count(MoveKind.CLOSED_QUESTION)
    ratio = moves.reflections_to_questions
    if open_count <= closed_count:
        return NextStep("opening", open_count)
    if moves.questions >= _ENOUGH_QUESTIONS and ratio is not None and ratio < GOOD_REFLECTIONS:
        return NextStep("reflecting", moves.count(MoveKind.REFLECTION))
    if not moves.follow_ups:
        return NextStep("following_up", 0)
    if wait_ms is not None and wait_ms < LONG_WAIT_MS:
        return NextStep("waiting", figures.wait.count)
    return NextStep("harder" if figures.committed else "agreeing", 0)

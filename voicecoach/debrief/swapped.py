"""What a round in the swapped chair tells: how long the seller spoke, what the coach did, whose solution it was.

In the log of such a round the microphone is the seller's, so that "coach" in talk_time means the manager.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.debrief.talk_time import TalkTime, talk_time
from voicecoach.domain.coach import CoachAct
from voicecoach.domain.events import CoachSpoke, FeltAnswered, SessionEvent, SessionStarted, TurnRecognised

ASKED = frozenset(
    {
        CoachAct.GOAL,
        CoachAct.EXPECTATIONS,
        CoachAct.OPEN,
        CoachAct.FOLLOW_UP,
        CoachAct.ENCOURAGE,
        CoachAct.OWN_SOLUTION,
        CoachAct.WORK_OUT,
        CoachAct.AGREEMENT,
    }
)
GAVE_BACK = frozenset({CoachAct.REFLECTION, CoachAct.FEELING})
FILLED_IN = frozenset({CoachAct.ASSUMPTION, CoachAct.TIP, CoachAct.SOLUTION, CoachAct.PRESS})


@dataclass(frozen=True, slots=True)
class SwapFigures:
    """One round in the swapped chair, without the questions after it.

    duration_ms: until the coach's goodbye, or the end. talk: the manager is its "coach" side.
    turns: of the seller. asked, gave_back, filled_in: the coach's lines of each sort; a line may take up the
    seller's words besides. solution: who brought one first, in which words; empty where nobody did.
    """

    duration_ms: int
    talk: TalkTime
    turns: int
    asked: int
    gave_back: int
    took_up: int
    filled_in: int
    silences: int
    brought_by: str
    solution: str
    felt: tuple[FeltAnswered, ...]

    @property
    def seller_share(self) -> float | None:
        """Share of all speech that was the manager's, as the seller; None when nobody spoke."""
        return self.talk.coach_share


def swap_figures(events: Sequence[SessionEvent]) -> SwapFigures:
    """Measure a round in the swapped chair from its log; an empty log gives zeros."""
    talk = _until_goodbye(events)
    lines = [event for event in talk if isinstance(event, CoachSpoke)]
    acts = [line.act for line in lines if line.reply.text]
    by, words = _solution(talk, lines)
    return SwapFigures(
        duration_ms=talk[-1].at_ms if talk else 0,
        talk=talk_time(talk),
        turns=sum(isinstance(event, TurnRecognised) for event in talk),
        asked=sum(act in ASKED for act in acts) + _opens_asking(talk),
        gave_back=sum(_gives_back(line) for line in lines),
        took_up=sum(bool(line.takes_up) for line in lines),
        filled_in=sum(act in FILLED_IN for act in acts),
        silences=sum(line.act is CoachAct.SILENCE for line in lines),
        brought_by=by,
        solution=words,
        felt=_felt(events),
    )


def _opens_asking(events: Sequence[SessionEvent]) -> bool:
    """Whether the coach's first words hold a question, as those of one who asks for the goal at once do."""
    return any(isinstance(e, SessionStarted) and e.greeting is not None and "?" in e.greeting.text for e in events)


def _gives_back(line: CoachSpoke) -> bool:
    """Whether a line gives back, be it before the question after the expectations."""
    return line.act in GAVE_BACK or (line.act is CoachAct.EXPECTATIONS and bool(line.takes_up))


def _until_goodbye(events: Sequence[SessionEvent]) -> list[SessionEvent]:
    """The log up to the coach's farewell, itself included: his questions on how it felt are no coaching."""
    for at, event in enumerate(events):
        if isinstance(event, CoachSpoke) and event.act is CoachAct.FAREWELL:
            return list(events[: at + 1])
    return list(events)


def _solution(events: Sequence[SessionEvent], lines: Sequence[CoachSpoke]) -> tuple[str, str]:
    first = next((line for line in lines if line.solution != "nobody"), None)
    if first is None:
        return "nobody", ""
    if first.solution == "coach":
        return "coach", first.reply.text
    heard = (e.transcript.text for e in events if isinstance(e, TurnRecognised) and e.turn == first.turn)
    return "seller", next(heard, "")


def _felt(events: Sequence[SessionEvent]) -> tuple[FeltAnswered, ...]:
    """The last answer to each question, in their order."""
    by_number = {event.number: event for event in events if isinstance(event, FeltAnswered)}
    return tuple(by_number[number] for number in sorted(by_number))

"""Who coaches when the chairs are swapped: a coach by his lines, as a trainer wrote them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from voicecoach.domain.audio import Language
from voicecoach.domain.persona import VoiceChoice

CoachStyle = Literal["listening", "advising"]


class CoachAct(StrEnum):
    """What a coach does with a turn; each names a group of lines in his file, but SILENCE, which has no words.

    FOLLOW_UP and REFLECTION take up the seller's own words, FEELING his word for a feeling.
    """

    GREETING = "greeting"
    GOAL = "goal"
    EXPECTATIONS = "expectations"
    OPEN = "open"
    FOLLOW_UP = "follow_up"
    REFLECTION = "reflection"
    FEELING = "feeling"
    ENCOURAGE = "encourage"
    OWN_SOLUTION = "own_solution"
    WORK_OUT = "work_out"
    AGREEMENT = "agreement"
    FAREWELL = "farewell"
    SILENCE = "silence"
    ASSUMPTION = "assumption"
    TIP = "tip"
    SOLUTION = "solution"
    PRESS = "press"


LISTENING_ACTS = (
    CoachAct.GREETING,
    CoachAct.GOAL,
    CoachAct.EXPECTATIONS,
    CoachAct.OPEN,
    CoachAct.FOLLOW_UP,
    CoachAct.REFLECTION,
    CoachAct.FEELING,
    CoachAct.ENCOURAGE,
    CoachAct.OWN_SOLUTION,
    CoachAct.WORK_OUT,
    CoachAct.AGREEMENT,
    CoachAct.FAREWELL,
)
ADVISING_ACTS = (
    CoachAct.GREETING,
    CoachAct.ASSUMPTION,
    CoachAct.TIP,
    CoachAct.SOLUTION,
    CoachAct.PRESS,
    CoachAct.FAREWELL,
)
BLANKS = {CoachAct.FOLLOW_UP: "{words}", CoachAct.REFLECTION: "{words}", CoachAct.FEELING: "{feeling}"}
"""Where in a line the seller's own words go."""


@dataclass(frozen=True, slots=True)
class Coach:
    """A coach in one language.

    lines: for each act of his style at least one; with a blank where BLANKS says so.
    feelings: words for feelings that he gives back when the seller says them.
    finds: beginnings by which a seller brings up something he could do himself.
    patience_ms: how long he keeps silent after a short answer, before he encourages.
    turns: after so many of the seller's turns a listening coach asks for the seller's own solution, and an
    advising one gives his.
    """

    id: str
    version: str
    author: str
    name: str
    language: Language
    style: CoachStyle
    lines: dict[CoachAct, tuple[str, ...]]
    voice: VoiceChoice = field(default_factory=VoiceChoice)
    feelings: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    patience_ms: int = 4000
    turns: int = 8

    def __post_init__(self) -> None:
        needed = LISTENING_ACTS if self.style == "listening" else ADVISING_ACTS
        missing = [act.value for act in needed if not self.lines.get(act)]
        if missing:
            raise ValueError(f"a coach who is {self.style} needs lines for {', '.join(missing)}")
        extra = [act.value for act in self.lines if act not in needed]
        if extra:
            raise ValueError(f"a coach who is {self.style} has no lines for {', '.join(extra)}")
        if self.patience_ms < 0 or self.turns < 1:
            raise ValueError("a coach has a patience of 0 s or more, and acts after 1 turn or more")
        for act, blank in BLANKS.items():
            if any(line.count(blank) != 1 for line in self.lines.get(act, ())):
                raise ValueError(f"every line for {act.value} has {blank} in it, once")

"""The coachee's state between turns, and one change of it with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from voicecoach.domain.persona import Level


@dataclass(frozen=True, slots=True)
class PersonaState:
    """All that the coachee carries from one turn to the next; replay must reach it byte for byte.

    openness: whole points, 0-100.
    damped_turns: how many next gains are still damped after a loss.
    questions_in_row: questions asked since the last reflection or kept silence, each question of a turn counted.
    topic: id of the topic now talked about, empty at the start.
    asked: normalised texts of the questions asked so far, for repeats.
    said: texts of the lines said so far.
    last_lines: the coachee's last lines, newest last, at most three.
    own_solution: he has brought up his own solution.
    coach_solution: the coach brought a solution before he did.
    committed: he has said what he will do.
    turns: coach turns so far.
    listening: the kind of the last listening turn ("question", "reflection", "silence" ...), empty after any other.
    listening_in_row: how many such turns stood in a row.
    has_told: the coachee's last line told something of its own, so that there is something to wait for.
    told: the newest of his lines on the matter itself, no evasion and no reaction; empty before the first.
    given_back: the coach has given something back since.
    put_off: at insight he was surely asked something else, and answered that before he brought his own solution.
    """

    openness: int
    damped_turns: int = 0
    questions_in_row: int = 0
    topic: str = ""
    asked: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    last_lines: tuple[str, ...] = ()
    own_solution: bool = False
    coach_solution: bool = False
    committed: bool = False
    turns: int = 0
    listening: str = ""
    listening_in_row: int = 0
    has_told: bool = False
    told: str = ""
    given_back: bool = False
    put_off: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.openness <= 100:
            raise ValueError(f"openness lies in 0..100, got {self.openness}")


@dataclass(frozen=True, slots=True)
class OpennessChange:
    """From what to what openness went, the level it now opens, and why, in a sentence a manager understands."""

    before: int
    after: int
    level: Level
    reason: str


class ReplyKind(StrEnum):
    """Where a reply came from."""

    TOPIC = "topic"
    REACTION = "reaction"
    AVOIDANCE = "avoidance"
    SILENCE = "silence"
    NOT_UNDERSTOOD = "not_understood"
    SOLUTION = "solution"
    COMMITMENT = "commitment"
    LIP_SERVICE = "lip_service"
    GREETING = "greeting"
    FAREWELL = "farewell"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the coachee says.

    text: whole sentences; empty when he stays silent.
    kind: where it came from.
    level: the level the line is placed at, never above the coachee's own.
    topic: id of the topic it belongs to; empty when it belongs to none.
    """

    text: str
    kind: ReplyKind
    level: Level
    topic: str = ""

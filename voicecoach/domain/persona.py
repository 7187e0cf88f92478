"""Who the coachee is and what the situation is: what persona and case files say, once read and checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind


class Level(IntEnum):
    """How far the coachee has opened; what is placed at a level cannot be said below it."""

    CLOSED = 0
    CAREFUL = 1
    OPEN = 2
    INSIGHT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """Something the coachee can say.

    text: the words, whole sentences.
    level: the lowest level at which it may be said.
    short: a fitting shorter line for a closed question; empty when there is none.
    feeling: the feeling word it shows, which a reflection may take up; empty when none.
    topic: of a reaction, the id of the topic that it is about; empty for none.
    """

    text: str
    level: Level = Level.CLOSED
    short: str = ""
    feeling: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing the coachee can talk about: example questions that lead to it, and lines from shallow to deep."""

    id: str
    asks: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Temper:
    """How he opens and closes; whole openness points and percentages, so that recordings compare exactly.

    start: openness at the beginning, 0-100.
    gain: points for the best kind of listening turn.
    gain_percent: what is left of each gain at the chosen difficulty; no file sets it.
    loss: points lost a filling-in kind.
    interruption: points lost when he is interrupted.
    damping_turns: how many next gains are damped after a loss.
    damping_percent: what is left of a damped gain.
    careful, open, insight: openness at which each level begins.
    """

    start: int = 20
    gain: int = 6
    loss: dict[MoveKind, int] = field(default_factory=dict)
    interruption: int = 4
    damping_turns: int = 2
    damping_percent: int = 50
    careful: int = 30
    open: int = 55
    insight: int = 80
    gain_percent: int = 100

    def level_of(self, openness: int) -> Level:
        """The level that an openness opens."""
        if openness >= self.insight:
            return Level.INSIGHT
        if openness >= self.open:
            return Level.OPEN
        return Level.CAREFUL if openness >= self.careful else Level.CLOSED


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """How he sounds: an engine's voice name, speed in words a minute, pitch 0-99 (50 is neutral)."""

    name: str = ""
    words_per_minute: int = 150
    pitch: int = 50


@dataclass(frozen=True, slots=True)
class Reactions:
    """Stock lines, each a tuple of variants by level, said where no topic line is called for.

    by_kind: reactions for every move kind.
    avoid: honest avoidance, when asked below his level or when nothing fits.
    silence: what he says when silence is left, by level.
    not_understood: "I did not catch that".
    interrupted: when he is talked over.
    nothing_new: when a topic is used up.
    lip_service: when the coach puts a solution into his mouth.
    greeting, farewell: first and last line.
    corrects: when a reflection is not what he said.
    repeats: when he is asked to say it again; "{line}" stands for his last line.
    greeted: when he is greeted; where there are none, those to other turns serve.
    beside: to a question that is beside the case: lunch, the weekend, his marriage.
    apology: when the coach takes something back.
    scale: when he is asked for a figure on a scale.
    """

    by_kind: dict[MoveKind, tuple[Line, ...]]
    avoid: tuple[Line, ...]
    silence: tuple[Line, ...]
    not_understood: tuple[Line, ...]
    interrupted: tuple[Line, ...]
    nothing_new: tuple[Line, ...]
    lip_service: tuple[Line, ...]
    greeting: tuple[Line, ...]
    farewell: tuple[Line, ...]
    corrects: tuple[Line, ...] = ()
    repeats: tuple[Line, ...] = ()
    greeted: tuple[Line, ...] = ()
    beside: tuple[Line, ...] = ()
    apology: tuple[Line, ...] = ()
    scale: tuple[Line, ...] = ()


SMART_DETAILS = ("what", "measured", "when")
"""Ids of the details that make a solution SMART; every file has them, and they come up before he commits."""
OTHER_DETAILS = ("obstacle", "support")
"""Ids of the details that a file may have besides, told when asked for: what could get in the way, what he needs."""


@dataclass(frozen=True, slots=True)
class Solution:
    """What he finds himself, at insight.

    lines: how he brings it up.
    asks: example questions that ask for it.
    commitment: what he says he will do.
    suggestions: example sentences by which a coach would put it into his mouth.
    details: what makes it SMART when asked, and what could get in its way or would help; each with example questions.
    """

    lines: tuple[Line, ...]
    asks: tuple[str, ...]
    commitment: tuple[Line, ...]
    suggestions: tuple[str, ...] = ()
    details: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """The situation, in one language: what the manager is briefed on."""

    id: str
    language: Language
    title: str
    briefing: str
    goal_hint: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """A coachee in one language; ends_when_committed: the round ends once he has committed."""

    id: str
    version: str
    author: str
    name: str
    language: Language
    case: Case
    voice: VoiceChoice
    temper: Temper
    topics: tuple[Topic, ...]
    reactions: Reactions
    solution: Solution
    ends_when_committed: bool = False

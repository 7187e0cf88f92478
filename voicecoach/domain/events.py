"""Everything that happens in a session, in the past tense, on one session clock; a closed union."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from voicecoach.domain.coach import CoachAct
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply
from voicecoach.domain.speech import AnswerTimes, SpeechSpan, Transcript
from voicecoach.domain.topics import TopicMatch


@dataclass(frozen=True, slots=True)
class SessionStarted:
    """The round began: the coachee's state before the coach's first word, and his greeting, if he gave one."""

    at_ms: int
    state: PersonaState
    greeting: Reply | None = None
    type: Literal["session_started"] = "session_started"


@dataclass(frozen=True, slots=True)
class GoalSet:
    """The manager said what he wants to reach in this talk."""

    at_ms: int
    goal: str
    type: Literal["goal_set"] = "goal_set"


@dataclass(frozen=True, slots=True)
class TurnHeard:
    """The end of a coach turn was decided.

    span: from first to last speech. at_ms - span.end_ms is the time the decision took.
    during_reply: it began while the coachee was speaking.
    """

    at_ms: int
    turn: int
    span: SpeechSpan
    during_reply: bool = False
    type: Literal["turn_heard"] = "turn_heard"


@dataclass(frozen=True, slots=True)
class TurnRecognised:
    """The words of a turn came in; `transcript.doubt` says when they are not trusted and nothing follows from them."""

    at_ms: int
    turn: int
    transcript: Transcript
    type: Literal["turn_recognised"] = "turn_recognised"


@dataclass(frozen=True, slots=True)
class CoacheeResponded:
    """The persona took the turn in: moves, the change it made, the reply, the state after it, and what it all took.

    match: where the turn led in the persona's file, so that a replay needs no embedder; None in older logs.
    """

    at_ms: int
    turn: int
    coach: Turn
    change: OpennessChange
    reply: Reply
    state: PersonaState
    took: AnswerTimes | None = None
    match: TopicMatch | None = None
    type: Literal["coachee_responded"] = "coachee_responded"


@dataclass(frozen=True, slots=True)
class SilenceKept:
    """The coach kept silent after the coachee's line and the coachee went on by himself, or waited on."""

    at_ms: int
    turn: int
    silence_ms: int
    change: OpennessChange
    reply: Reply
    state: PersonaState
    type: Literal["silence_kept"] = "silence_kept"


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The coachee said that he did not catch that; no state changed."""

    at_ms: int
    turn: int
    reply: Reply
    type: Literal["not_understood"] = "not_understood"


@dataclass(frozen=True, slots=True)
class CoachSpoke:
    """In the swapped chair, what the coach did with the turn of the manager, who plays the seller.

    reply: his line, empty where he keeps silent. solution: who had brought a solution by then.
    takes_up: the seller's own words in the line. turn: the seller's last, also of what the coach says after a silence.
    """

    at_ms: int
    turn: int
    act: CoachAct
    reply: Reply
    takes_up: str = ""
    solution: Literal["nobody", "coach", "seller"] = "nobody"
    took: AnswerTimes | None = None
    type: Literal["coach_spoke"] = "coach_spoke"


@dataclass(frozen=True, slots=True)
class FeltAnswered:
    """The manager answered a question on how the swapped round felt, by voice or by key.

    number: of the question, from 1. reply: what he was asked or told next; None where nothing was said.
    turn: of his words, 0 for an answer by key.
    """

    at_ms: int
    turn: int
    number: int
    question: str
    answer: str
    reply: Reply | None = None
    by: Literal["voice", "key"] = "voice"
    type: Literal["felt_answered"] = "felt_answered"


@dataclass(frozen=True, slots=True)
class ReplyStarted:
    """The first sample of the coachee's sound went out."""

    at_ms: int
    turn: int
    type: Literal["reply_started"] = "reply_started"


@dataclass(frozen=True, slots=True)
class ReplyEnded:
    """The coachee's sound ended, or was stopped because the coach spoke."""

    at_ms: int
    turn: int
    was_interrupted: bool = False
    type: Literal["reply_ended"] = "reply_ended"


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The microphone or loudspeaker went away."""

    at_ms: int
    device: Literal["microphone", "loudspeaker"]
    type: Literal["device_lost"] = "device_lost"


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """The round ended, and why."""

    at_ms: int
    why: Literal["stopped", "said_stop", "time_up", "audio_ended", "device_lost", "committed", "failed", "farewell"]
    type: Literal["session_ended"] = "session_ended"


SessionEvent = (
    SessionStarted
    | GoalSet
    | TurnHeard
    | TurnRecognised
    | CoacheeResponded
    | SilenceKept
    | NotUnderstood
    | CoachSpoke
    | FeltAnswered
    | ReplyStarted
    | ReplyEnded
    | DeviceLost
    | SessionEnded
)

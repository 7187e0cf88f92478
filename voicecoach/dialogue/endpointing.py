"""Decides from one speech probability a frame where the coach's turns begin and end; no sound, no clock.

    speech    ____#########______####__________________
                  |  |        |    |  |                |
                  |  began    |    |  pause began      turn ended
                  start       |    resumed             (silence for the completeness of the words)
                              pause began: recognise on speculation

A frame is 32 ms. Positions are frame numbers since the first probability; an end is exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from voicecoach.domain.audio import FRAME_MS


class Completeness(StrEnum):
    """How finished the words heard so far sound."""

    FINISHED = "finished"
    UNKNOWN = "unknown"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class EndpointingConfig:
    """When speech counts and how long silence must last; times in milliseconds.

    starts_at, goes_on_at: probability from which a frame is speech, outside and inside a run of speech.
    shortest_speech_ms: a run of speech shorter than this is a click or a cough, and ignored.
    pause_ms: silence after which a pause has begun.
    finished_ms, unknown_ms, unfinished_ms: silence that ends the turn, by completeness of its words.
    longest_turn_ms: a turn is cut here.
    """

    starts_at: float = 0.5
    goes_on_at: float = 0.35
    shortest_speech_ms: int = 100
    pause_ms: int = 200
    finished_ms: int = 450
    unknown_ms: int = 700
    unfinished_ms: int = 1_800
    longest_turn_ms: int = 60_000

    def __post_init__(self) -> None:
        if not 0.0 < self.goes_on_at <= self.starts_at <= 1.0:
            raise ValueError("probabilities: 0 < goes_on_at <= starts_at <= 1")
        if not 0 < self.pause_ms <= self.finished_ms <= self.unknown_ms <= self.unfinished_ms < self.longest_turn_ms:
            raise ValueError("times: 0 < pause <= finished <= unknown <= unfinished < longest turn")

    def silence_ms(self, completeness: Completeness) -> int:
        """Return the silence that ends a turn of such words."""
        return {
            Completeness.FINISHED: self.finished_ms,
            Completeness.UNKNOWN: self.unknown_ms,
            Completeness.UNFINISHED: self.unfinished_ms,
        }[completeness]


@dataclass(frozen=True, slots=True)
class SpeechBegan:
    """A turn began; `frame` is its first frame of speech, a few frames back."""

    frame: int


@dataclass(frozen=True, slots=True)
class PauseBegan:
    """The coach fell silent for a moment: time to recognise frames start_frame..end_frame on speculation."""

    start_frame: int
    end_frame: int


@dataclass(frozen=True, slots=True)
class SpeechResumed:
    """The coach went on in the same turn, from `frame`: what was speculated is void."""

    frame: int


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """The turn is over: speech from start_frame up to and not including end_frame."""

    start_frame: int
    end_frame: int


EndpointingEvent = SpeechBegan | PauseBegan | SpeechResumed | TurnEnded


@dataclass(frozen=True, slots=True)
class EndpointingState:
    """All that endpointing remembers.

    frame: number of the next frame.
    run_start: first frame of the run of speech going on, None in silence.
    turn_start: first frame of the turn going on, None outside one.
    speech_end: end of the last speech that counted.
    is_paused: a pause was announced and no speech has followed it.
    completeness: of the words heard up to this pause.
    """

    frame: int = 0
    run_start: int | None = None
    turn_start: int | None = None
    speech_end: int = 0
    is_paused: bool = False
    completeness: Completeness = Completeness.UNKNOWN


def with_hint(state: EndpointingState, completeness: Completeness) -> EndpointingState:
    """Return the state that knows how finished the words of this pause sound; unchanged outside a pause."""
    return replace(state, completeness=completeness) if state.is_paused else state


def step(
    state: EndpointingState, probability: float, config: EndpointingConfig
) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    """Take in the probability of speech in the next frame; return the next state and what happened, in order."""
    bar = config.starts_at if state.run_start is None else config.goes_on_at
    frame = state.frame
    if probability < bar:
        return _hear_silence(replace(state, frame=frame + 1, run_start=None), config)
    run_start = frame if state.run_start is None else state.run_start
    return _hear_speech(replace(state, frame=frame + 1, run_start=run_start), run_start, config)


def finish(state: EndpointingState) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    """Close a turn that is going on because the source has ended."""
    if state.turn_start is None:
        return state, ()
    return _end(state)


def _hear_speech(
    state: EndpointingState, run_start: int, config: EndpointingConfig
) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    if (state.frame - run_start) * FRAME_MS < config.shortest_speech_ms:
        return state, ()
    happened: tuple[EndpointingEvent, ...] = ()
    if state.turn_start is None:
        state = replace(state, turn_start=run_start)
        happened = (SpeechBegan(run_start),)
    elif state.is_paused:
        happened = (SpeechResumed(run_start),)
    state = replace(state, speech_end=state.frame, is_paused=False, completeness=Completeness.UNKNOWN)
    return _cut_if_too_long(state, happened, config)


def _hear_silence(
    state: EndpointingState, config: EndpointingConfig
) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    if state.turn_start is None:
        return state, ()
    silence_ms = (state.frame - state.speech_end) * FRAME_MS
    happened: tuple[EndpointingEvent, ...] = ()
    if not state.is_paused and silence_ms >= config.pause_ms:
        state = replace(state, is_paused=True)
        happened = (PauseBegan(state.turn_start or 0, state.speech_end),)
    if silence_ms >= config.silence_ms(state.completeness):
        state, ended = _end(state)
        return state, happened + ended
    return _cut_if_too_long(state, happened, config)


def _cut_if_too_long(
    state: EndpointingState, happened: tuple[EndpointingEvent, ...], config: EndpointingConfig
) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    if state.turn_start is None or (state.frame - state.turn_start) * FRAME_MS < config.longest_turn_ms:
        return state, happened
    state, ended = _end(state)
    return state, happened + ended


def _end(state: EndpointingState) -> tuple[EndpointingState, tuple[EndpointingEvent, ...]]:
    ended = TurnEnded(state.turn_start or 0, state.speech_end)
    return EndpointingState(frame=state.frame), (ended,)

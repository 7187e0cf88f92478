"""Who has the floor: a protocol without I/O. Inputs from ear and mouth go in, commands come out.

coach    |~~~~~~~~|..........|                        |~~~~
input     Began    Paused     Finished                 Began
command            Prepare    Answer                     Hush (after 400 ms)
coachee                       |~~~~~~~~~~~~~~~~~~~~~~~~~~~|
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from voicecoach.domain.speech import SpeechSpan


@dataclass(frozen=True, slots=True)
class CoachBegan:
    """Speech began at `at_ms`."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class CoachPaused:
    """A short pause began: worth preparing an answer. `at_ms` is the end of the speech."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class CoachResumed:
    """He was only thinking."""


@dataclass(frozen=True, slots=True)
class CoachFinished:
    """The turn is over."""

    span: SpeechSpan


@dataclass(frozen=True, slots=True)
class AnswerReady:
    """Words, reply and first sound of this preparation are there."""

    number: int


@dataclass(frozen=True, slots=True)
class ReplyBegan:
    """The first sample of the coachee went out."""


@dataclass(frozen=True, slots=True)
class ReplyFinished:
    """The last sample of the coachee went out."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class TimePassed:
    """The clock stands at `at_ms`; `spoken_until_ms` is the last moment of speech in the turn under way, if any."""

    at_ms: int
    spoken_until_ms: int | None = None


FloorInput = (
    CoachBegan | CoachPaused | CoachResumed | CoachFinished | AnswerReady | ReplyBegan | ReplyFinished | TimePassed
)


@dataclass(frozen=True, slots=True)
class Prepare:
    """Recognise the sound of `span` and prepare what the coachee would say; nothing is said yet."""

    number: int
    span: SpeechSpan
    during_reply: bool
    wait_ms: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Throw preparation `number` away."""

    number: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The turn is over: act on preparation `number`."""

    number: int
    span: SpeechSpan
    during_reply: bool


@dataclass(frozen=True, slots=True)
class Hush:
    """Stop the coachee's sound at once: the coach has taken the floor."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """The coach kept silent for `silence_ms`: the coachee may go on by himself."""

    silence_ms: int


FloorCommand = Prepare | Discard | Answer | Hush | GoOn


@dataclass(frozen=True, slots=True)
class FloorRules:
    """barge_in_ms: speech this long stops the coachee; shorter is a backchannel.

    patience_ms: silence after the coachee's line until he goes on; each next time `patience_growth` times as long.
    """

    barge_in_ms: int = 400
    patience_ms: int = 6_000
    patience_growth: int = 2


@dataclass(frozen=True, slots=True)
class Floor:
    """Who has it. None stands for "not now"; the times are on the session clock."""

    number: int = 0
    ready: int = 0
    speech_ms: int | None = None
    paused: bool = False
    during_reply: bool = False
    hushed: bool = False
    wait_ms: int = 0
    decided: SpeechSpan | None = None
    replying: bool = False
    reply_ended_ms: int | None = None
    silences: int = 0

    @property
    def is_coachs(self) -> bool:
        """Whether the coach may speak without interrupting anyone, and nothing of his is still being answered."""
        return not self.replying and self.decided is None and self.speech_ms is None


def step(  # noqa: PLR0911 - one return an input: this is the transition table
    floor: Floor, given: FloorInput, rules: FloorRules
) -> tuple[Floor, tuple[FloorCommand, ...]]:
    """Return the floor after an input, and what to do about it."""
    match given:
        case CoachBegan(at_ms):
            return _began(floor, at_ms)
        case CoachPaused(at_ms):
            return _paused(floor, at_ms)
        case CoachResumed():
            return replace(floor, paused=False), (Discard(floor.number),)
        case CoachFinished(span):
            return _finished(floor, span)
        case AnswerReady(number):
            return _answered(replace(floor, ready=number)) if number == floor.number else (floor, ())
        case ReplyBegan():
            return replace(floor, replying=True, reply_ended_ms=None), ()
        case ReplyFinished(at_ms):
            return replace(floor, replying=False, reply_ended_ms=at_ms), ()
        case TimePassed(at_ms, spoken_until_ms):
            return _time_passed(floor, at_ms, spoken_until_ms, rules)
        case _:
            assert_never(given)


def _began(floor: Floor, at_ms: int) -> tuple[Floor, tuple[FloorCommand, ...]]:
    if floor.decided is not None:
        # He went on before the answer was out: the same turn, longer.
        resumed = replace(floor, speech_ms=floor.decided.start_ms, decided=None, paused=False)
        return resumed, (Discard(floor.number),)
    ended = floor.reply_ended_ms
    wait_ms = 0 if floor.replying or ended is None else max(0, at_ms - ended)
    return replace(
        floor, speech_ms=at_ms, paused=False, during_reply=floor.replying, hushed=False, wait_ms=wait_ms, silences=0
    ), ()


def _paused(floor: Floor, at_ms: int) -> tuple[Floor, tuple[FloorCommand, ...]]:
    if floor.speech_ms is None:
        return floor, ()
    number = floor.number + 1
    span = SpeechSpan(floor.speech_ms, max(floor.speech_ms, at_ms))
    prepare = Prepare(number, span, floor.during_reply, floor.wait_ms)
    return replace(floor, number=number, paused=True), (prepare,)


def _finished(floor: Floor, span: SpeechSpan) -> tuple[Floor, tuple[FloorCommand, ...]]:
    start_ms = span.start_ms if floor.speech_ms is None else min(floor.speech_ms, span.start_ms)
    whole = SpeechSpan(start_ms, span.end_ms)
    if floor.during_reply and not floor.hushed:
        return replace(floor, speech_ms=None, paused=False), (Discard(floor.number),)
    if not floor.paused:
        floor, prepare = _paused(replace(floor, speech_ms=start_ms), span.end_ms)
    else:
        prepare = ()
    floor, answer = _answered(replace(floor, decided=whole, speech_ms=None, paused=False))
    return floor, (*prepare, *answer)


def _answered(floor: Floor) -> tuple[Floor, tuple[FloorCommand, ...]]:
    if floor.decided is None or floor.ready != floor.number:
        return floor, ()
    answer = Answer(floor.number, floor.decided, floor.during_reply)
    return replace(floor, decided=None, reply_ended_ms=None), (answer,)


def _time_passed(
    floor: Floor, at_ms: int, spoken_until_ms: int | None, rules: FloorRules
) -> tuple[Floor, tuple[FloorCommand, ...]]:
    if floor.replying and floor.speech_ms is not None and not floor.paused:
        spoken_ms = (at_ms if spoken_until_ms is None else spoken_until_ms) - floor.speech_ms
        if floor.during_reply and spoken_ms >= rules.barge_in_ms and not floor.hushed:
            return replace(floor, hushed=True, replying=False, reply_ended_ms=at_ms), (Hush(),)
        return floor, ()
    if not floor.is_coachs or floor.reply_ended_ms is None:
        return floor, ()
    silence_ms = at_ms - floor.reply_ended_ms
    if silence_ms < rules.patience_ms * rules.patience_growth**floor.silences:
        return floor, ()
    return replace(floor, silences=floor.silences + 1, reply_ended_ms=None), (GoOn(silence_ms),)

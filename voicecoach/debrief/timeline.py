"""What was said from when to when, both sides, word by word: for replaying a talk and for exporting it.

coach     |--what makes it so--|                          |--and then--|
coachee                          |--well, the quotes ...--|
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voicecoach.debrief.talk_time import Side
from voicecoach.domain.events import (
    CoacheeResponded,
    CoachSpoke,
    FeltAnswered,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, Reply
from voicecoach.domain.speech import Doubt, SpeechSpan


@dataclass(frozen=True, slots=True)
class Utterance:
    """One side's words in one go.

    turn: as in the log, 0 for the greeting.
    span: when they were heard; no time at all where the log holds no sound of them.
    coach: the turn as understood; None for the coachee, and for words that were not trusted.
    doubt: why the words were not trusted.
    change: what a turn, or the silence before a line, did to openness.
    silence_ms: how long the coach was silent before the coachee went on by himself; None for an answer.
    was_interrupted: the line was broken off.
    """

    side: Side
    turn: int
    span: SpeechSpan
    text: str
    coach: Turn | None = None
    doubt: Doubt = Doubt.NONE
    change: OpennessChange | None = None
    silence_ms: int | None = None
    was_interrupted: bool = False


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word, or a run of text up to the next space, and when it was said, reckoned by its share of the letters."""

    text: str
    span: SpeechSpan


def timeline(events: Sequence[SessionEvent]) -> tuple[Utterance, ...]:
    """Return what both sides said, by when it began; the coach's words before the answer where they began together.

    A silence that the coachee let pass has no words and is left out. An empty log gives none.
    """
    found = [*_coach(events), *_coachee(events)]
    return tuple(sorted(found, key=lambda each: (each.span.start_ms, each.turn, each.side)))


def words_of(utterance: Utterance) -> tuple[TimedWord, ...]:
    """Spread an utterance's words over its span, each as long as its share of the letters; one after the other."""
    words = utterance.text.split()
    letters = sum(len(word) + 1 for word in words)
    start, duration = utterance.span.start_ms, utterance.span.duration_ms
    timed, said = [], 0
    for word in words:
        begins = start + duration * said // letters
        said += len(word) + 1
        timed.append(TimedWord(word, SpeechSpan(begins, start + duration * said // letters)))
    return tuple(timed)


def _coach(events: Sequence[SessionEvent]) -> Iterator[Utterance]:
    spans = {event.turn: event.span for event in events if isinstance(event, TurnHeard)}
    taken = {event.turn: event for event in events if isinstance(event, CoacheeResponded)}
    recognised: set[int] = set()
    for event in events:
        if isinstance(event, TurnRecognised):
            recognised.add(event.turn)
            heard, span = event.transcript, spans.get(event.turn, _moment(event.at_ms))
            answer = taken.get(event.turn)
            if answer is None:
                yield Utterance("coach", event.turn, span, heard.text, doubt=heard.doubt)
            else:
                turn = answer.coach
                yield Utterance("coach", event.turn, span, turn.text, turn, heard.doubt, answer.change)
        elif isinstance(event, CoacheeResponded) and event.turn not in recognised:
            span = spans.get(event.turn, _moment(event.at_ms))
            yield Utterance("coach", event.turn, span, event.coach.text, event.coach, change=event.change)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that the coachee is about to say."""

    at_ms: int
    turn: int
    text: str
    change: OpennessChange | None = None
    silence_ms: int | None = None

    def said(self, span: SpeechSpan, *, was_interrupted: bool) -> Utterance:
        return Utterance(
            "coachee",
            self.turn,
            span,
            self.text,
            change=self.change,
            silence_ms=self.silence_ms,
            was_interrupted=was_interrupted,
        )


def _coachee(events: Sequence[SessionEvent]) -> Iterator[Utterance]:
    waiting: _Line | None = None
    began_ms: int | None = None
    for event in events:
        line = _line(event)
        if line is not None:
            if waiting is not None:
                yield _unheard_or_open(waiting, began_ms, event.at_ms)
            waiting, began_ms = line, None
        elif isinstance(event, ReplyStarted) and waiting is not None:
            began_ms = event.at_ms
        elif isinstance(event, ReplyEnded) and waiting is not None:
            span = _moment(waiting.at_ms) if began_ms is None else _until(began_ms, event.at_ms)
            yield waiting.said(span, was_interrupted=event.was_interrupted)
            waiting, began_ms = None, None
    if waiting is not None:
        yield _unheard_or_open(waiting, began_ms, events[-1].at_ms)


def _line(event: SessionEvent) -> _Line | None:
    match event:
        case SessionStarted(greeting=Reply(text=text)) if text:
            return _Line(event.at_ms, 0, text)
        case SilenceKept(reply=Reply(text=text)) if text:
            return _Line(event.at_ms, event.turn, text, event.change, event.silence_ms)
        case CoacheeResponded(reply=Reply(text=text)) | NotUnderstood(reply=Reply(text=text)) if text:
            return _Line(event.at_ms, event.turn, text)
        case CoachSpoke(reply=Reply(text=text)) | FeltAnswered(reply=Reply(text=text)) if text:
            return _Line(event.at_ms, event.turn, text)
        case _:
            return None


def _unheard_or_open(line: _Line, began_ms: int | None, until_ms: int) -> Utterance:
    """A line without an end: cut off by a crash when it had begun, else a log without sound."""
    if began_ms is None:
        return line.said(_moment(line.at_ms), was_interrupted=False)
    return line.said(_until(began_ms, until_ms), was_interrupted=True)


def _moment(at_ms: int) -> SpeechSpan:
    return _until(at_ms, at_ms)


def _until(start_ms: int, end_ms: int) -> SpeechSpan:
    """From zero on and forward, whatever a damaged log says."""
    start_ms = max(0, start_ms)
    return SpeechSpan(start_ms, max(start_ms, end_ms))

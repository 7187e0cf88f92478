"""Sends a recorded talk through today's recogniser, classifier and persona, and sets that beside what was logged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from voicecoach.dialogue.floor_words import is_backchannel, is_stop
from voicecoach.domain.audio import Language
from voicecoach.domain.events import (
    CoacheeResponded,
    NotUnderstood,
    ReplyEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import Move
from voicecoach.domain.speech import Doubt, SpeechSpan, Transcript
from voicecoach.runtime.conversation import Conversation
from voicecoach.runtime.preparation import UNANSWERED

Hear = Callable[[SpeechSpan], Transcript | None]
"""What today's recogniser makes of the coach's recorded sound in a span; None where no sound was kept."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was made of a turn, or of a silence.

    text: the words; empty for a silence. doubt: why they were not trusted. moves: none when they were not.
    openness: after it. reply: what the coachee said, empty when he said nothing.
    """

    text: str
    doubt: Doubt
    moves: tuple[Move, ...]
    openness: int
    reply: str


@dataclass(frozen=True, slots=True)
class SecondHearing:
    """One turn, or kept silence, then and now. silence_ms: None for a turn."""

    turn: int
    then: Hearing
    now: Hearing
    silence_ms: int | None = None

    @property
    def words_differ(self) -> bool:
        """Whether other words were recognised, or trusted."""
        return (self.then.text, self.then.doubt) != (self.now.text, self.now.doubt)

    @property
    def moves_differ(self) -> bool:
        """Whether the kinds differ, or whether they are certain."""
        return _kinds(self.then.moves) != _kinds(self.now.moves)

    @property
    def openness_differs(self) -> bool:
        """Whether openness after it differs."""
        return self.then.openness != self.now.openness

    @property
    def reply_differs(self) -> bool:
        """Whether the coachee says something else."""
        return self.then.reply != self.now.reply

    @property
    def differs(self) -> bool:
        """Whether anything does."""
        return self.words_differ or self.moves_differ or self.openness_differs or self.reply_differs


def hear_again(events: Sequence[SessionEvent], hear: Hear, conversation: Conversation) -> Iterator[SecondHearing]:
    """Yield each turn and kept silence, then and now, in order, until today's words would end the round.

    conversation: with whom, at the moment where the log begins. Where no sound was kept, the logged words are taken.
    """
    yield from _Again(events, hear, conversation).run()


class _Again:
    def __init__(self, events: Sequence[SessionEvent], hear: Hear, conversation: Conversation) -> None:
        self._events = events
        self._hear = hear
        self._conversation = conversation
        self._language: Language = conversation.persona.language
        self._answers = {e.turn: e for e in events if isinstance(e, CoacheeResponded)}
        self._refusals = {e.turn: e for e in events if isinstance(e, NotUnderstood)}
        self._heard: dict[int, TurnHeard] = {}
        self._quiet_since_ms: int | None = None
        self._openness = conversation.state.openness

    def run(self) -> Iterator[SecondHearing]:
        for event in self._events:
            match event:
                case SessionStarted():
                    self._openness = event.state.openness
                case TurnHeard():
                    self._heard[event.turn] = event
                case ReplyEnded():
                    self._quiet_since_ms = event.at_ms
                case TurnRecognised():
                    now = self._now(event)
                    if now is None:
                        return
                    yield SecondHearing(event.turn, self._then(event), now)
                case SilenceKept():
                    then = self._kept(event.change.after, event.reply.text)
                    response = self._conversation.keep_silence(event.silence_ms)
                    now = self._kept(response.change.after, response.reply.text)
                    self._openness = event.change.after
                    yield SecondHearing(event.turn, then, now, event.silence_ms)
                case _:
                    pass

    def _then(self, event: TurnRecognised) -> Hearing:
        words, answer, refusal = event.transcript, self._answers.get(event.turn), self._refusals.get(event.turn)
        if answer is not None:
            self._openness = answer.change.after
            return Hearing(words.text, words.doubt, answer.coach.moves, self._openness, answer.reply.text)
        return Hearing(words.text, words.doubt, (), self._openness, refusal.reply.text if refusal else "")

    def _now(self, event: TurnRecognised) -> Hearing | None:
        """What today makes of it; None when today's words ask to stop."""
        words = self._words(event)
        openness = self._conversation.state.openness
        if words.doubt in UNANSWERED or (not words.text and words.doubt is Doubt.NONE):
            return Hearing(words.text, words.doubt, (), openness, "")
        if not words.is_understood:
            return Hearing(words.text, words.doubt, (), openness, self._conversation.not_understood().text)
        if is_stop(words.text, self._language):
            return None
        heard = self._heard.get(event.turn)
        during_reply = heard is not None and heard.during_reply
        interrupted = during_reply and not is_backchannel(words.text, self._language)
        result = self._conversation.hear(
            words.text, interrupted=interrupted, wait_ms=self._wait_ms(event.turn), readings=words.readings
        )
        return Hearing(words.text, words.doubt, result.turn.moves, result.state.openness, result.reply.text)

    def _words(self, event: TurnRecognised) -> Transcript:
        heard = self._heard.get(event.turn)
        words = self._hear(heard.span) if heard is not None else None
        return event.transcript if words is None else words

    def _wait_ms(self, turn: int) -> int:
        answer, heard = self._answers.get(turn), self._heard.get(turn)
        if answer is not None:
            return answer.coach.wait_ms
        if heard is None or self._quiet_since_ms is None:
            return 0
        return max(0, heard.span.start_ms - self._quiet_since_ms)

    def _kept(self, openness: int, reply: str) -> Hearing:
        return Hearing("", Doubt.NONE, (), openness, reply)


def _kinds(moves: Sequence[Move]) -> list[tuple[str, bool]]:
    return [(move.kind, move.is_certain) for move in moves]

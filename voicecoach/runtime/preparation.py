"""Prepares an answer while the coach may yet go on: words, moves, reply and first sound, with the time each took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from voicecoach.dialogue.floor_words import is_backchannel, is_stop
from voicecoach.dialogue.turn_taking import Prepare
from voicecoach.domain.audio import Language, Samples, Sound
from voicecoach.domain.openness import Reply
from voicecoach.domain.speech import AnswerTimes, Doubt, Transcript
from voicecoach.ports import Transcriber, Voice
from voicecoach.runtime.partner import Answering, Partner


@dataclass(frozen=True, slots=True, eq=False)
class Speech:
    """A reply with its sound under way: the first piece is there, the rest is made as it is taken."""

    reply: Reply | None
    first: Sound | None
    rest: Iterator[Sound]


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What would be answered if the turn ended here.

    result: None when the words were not understood, or ask to stop; then no state may change.
    speech: empty for noise, which is not answered at all.
    """

    number: int
    transcript: Transcript
    speech: Speech
    result: Answering | None = None
    asks_to_stop: bool = False
    took: AnswerTimes | None = None


UNANSWERED = frozenset({Doubt.NO_SPEECH, Doubt.TOO_SHORT})
"""Doubts that mean that nobody spoke: no turn."""


class Preparation:
    """Makes prepared answers; used by one worker thread only."""

    def __init__(self, transcriber: Transcriber, conversation: Partner, voice: Voice) -> None:
        self._transcriber = transcriber
        self._conversation = conversation
        self._voice = voice
        self._language: Language = conversation.language

    def prepare(
        self,
        asked: Prepare,
        sound: Samples,
        is_wanted: Callable[[], bool],
        heard: Callable[[Transcript], None],
    ) -> Prepared | None:
        """Return the prepared answer, or None when nobody wants it any more.

        heard: called as soon as the words are there, before the reply is.
        """
        if not is_wanted():
            return None
        began = time.perf_counter()
        transcript = self._transcriber.transcribe(sound, self._language)
        words_ms = _ms_since(began)
        heard(transcript)
        if not is_wanted():
            return None
        return self._answer(asked, transcript, words_ms)

    def speak(self, reply: Reply | None) -> Speech:
        """Return a reply with the first piece of its sound made."""
        if reply is None or not reply.text:
            return Speech(reply, None, iter(()))
        pieces = self._voice.say(reply.text, self._conversation.voice, self._language)
        return Speech(reply, next(pieces, None), pieces)

    def _answer(self, asked: Prepare, transcript: Transcript, words_ms: int) -> Prepared:
        if transcript.doubt in UNANSWERED or (not transcript.text and transcript.doubt is Doubt.NONE):
            return Prepared(asked.number, transcript, self.speak(None))
        if not transcript.is_understood:
            return Prepared(asked.number, transcript, self.speak(self._conversation.not_understood()))
        if is_stop(transcript.text, self._language):
            return Prepared(asked.number, transcript, self.speak(None), asks_to_stop=True)
        interrupted = asked.during_reply and not is_backchannel(transcript.text, self._language)
        began = time.perf_counter()
        result = self._conversation.prepare(
            transcript.text, interrupted=interrupted, wait_ms=asked.wait_ms, readings=transcript.readings
        )
        reply_ms = _ms_since(began)
        began = time.perf_counter()
        speech = self.speak(result.reply)
        took = AnswerTimes(words_ms, reply_ms, _ms_since(began))
        return Prepared(asked.number, transcript, speech, result, took=took)


def _ms_since(began: float) -> int:
    return round((time.perf_counter() - began) * 1000)

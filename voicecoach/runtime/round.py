"""The one loop that runs a session: ear, floor, preparation, mouth and log, driven by one queue of inputs."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

import numpy as np

from voicecoach.dialogue import turn_taking as tt
from voicecoach.dialogue.completeness import completeness
from voicecoach.domain.audio import Samples
from voicecoach.domain.errors import DeviceLostError
from voicecoach.domain.events import (
    DeviceLost,
    GoalSet,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.speech import Transcript
from voicecoach.runtime.arrival import Arrival
from voicecoach.runtime.mixdown import Mixdown
from voicecoach.runtime.mouth import Finished, Mouth, Started
from voicecoach.runtime.preparation import UNANSWERED, Prepared, Speech
from voicecoach.runtime.round_inputs import AnswerCame, Failed, Heard, Input, MicrophoneEnded, WordsCame
from voicecoach.runtime.round_parts import RoundParts, RoundSettings, Why


class Round:
    """Runs once. The microphone and the worker have a thread each; everything else happens in the caller's."""

    def __init__(self, parts: RoundParts, settings: RoundSettings) -> None:
        self._parts = parts
        self._settings = settings
        self._inputs: queue.SimpleQueue[Input] = queue.SimpleQueue()
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preparation")
        self._mouth = Mouth(parts.loudspeaker, self._worker, self._report, waits=not parts.microphone.is_live)
        self._arrival = Arrival()
        self._mixdown = Mixdown(parts.log)
        self._floor = tt.Floor()
        self._prepared: Prepared | None = None
        self._pending: list[Future[None]] = []
        self._decided_ms = 0
        self._turn = 0
        self._ended: Why | None = None

    @property
    def is_coachs_floor(self) -> bool:
        """Whether the coach may speak without interrupting."""
        return self._floor.is_coachs and not self._mouth.is_busy

    def run(self) -> Why:
        """Run until the round is over; the log is complete whatever happens. Return why it ended."""
        why: Why = "failed"
        try:
            self._begin()
            if self._parts.microphone.is_live:
                threading.Thread(target=self._listen, name="microphone", daemon=True).start()
                while self._ended is None:
                    self._take_in(self._inputs.get())
            else:
                self._run_without_waiting()
            why = self._ended or "audio_ended"
        except KeyboardInterrupt:
            why = "stopped"
        except DeviceLostError:
            self._note(DeviceLost(self._now(), "loudspeaker"))
            why = "device_lost"
        finally:
            self._finish(why)
        return why

    def _begin(self) -> None:
        state, greeting = self._parts.conversation.opening()
        self._note(SessionStarted(self._now(), state, greeting))
        if self._settings.goal:
            self._note(GoalSet(self._now(), self._settings.goal))
        if greeting is not None and greeting.text:
            self._say(self._worker.submit(self._parts.preparation.speak, greeting).result())

    def _finish(self, why: Why) -> None:
        self._parts.microphone.close()
        with suppress(DeviceLostError):
            if (cut := self._mouth.hush()) is not None:
                self._note(ReplyEnded(self._now(), cut.turn, was_interrupted=True))
            self._collect_played()
        self._worker.shutdown(wait=True, cancel_futures=True)
        self._mixdown.begin(self._arrival.start_ms)
        self._mixdown.finish()
        self._note(SessionEnded(self._now(), why))
        self._parts.loudspeaker.close()

    def _run_without_waiting(self) -> None:
        """Take recordings in as fast as they are understood: the worker is always waited for."""
        for chunk in self._parts.microphone.chunks():
            self._take_in(Heard(chunk))
            while self._pending or not self._inputs.empty():
                if self._pending:
                    self._pending.pop(0).result()
                while not self._inputs.empty():
                    self._take_in(self._inputs.get())
            if self._ended is not None:
                return

    def _listen(self) -> None:
        try:
            for chunk in self._parts.microphone.chunks():
                self._inputs.put(Heard(chunk))
            self._inputs.put(MicrophoneEnded())
        except Exception as error:  # reported to the loop, which ends the session tidily
            self._report(error)

    def _report(self, error: BaseException) -> None:
        self._inputs.put(Failed(error))

    def _take_in(self, given: Input) -> None:
        match given:
            case Heard(samples):
                self._hear(samples)
            case WordsCame(number, transcript):
                self._take_words(number, transcript)
            case AnswerCame(prepared):
                self._take_answer(prepared)
            case MicrophoneEnded():
                self._ended = "audio_ended"
            case Failed(error):
                self._fail(error)
            case _:
                assert_never(given)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, DeviceLostError):
            raise error
        self._note(DeviceLost(self._now(), "microphone"))
        self._ended = "device_lost"

    def _hear(self, samples: Samples) -> None:
        ear = self._parts.ear
        self._arrival.heard(len(samples), self._now())
        ear.starts_at_ms = self._arrival.start_ms
        if self._arrival.is_settled:
            self._mixdown.begin(ear.starts_at_ms)
        self._mixdown.heard(samples)
        is_deaf = self._settings.half_duplex and self._mouth.is_busy
        for given in ear.hear(np.zeros_like(samples) if is_deaf else samples):
            if isinstance(given, tt.CoachFinished):
                self._decided_ms = self._now()
            self._step(given)
        self._parts.view.level(_rms(samples), ear.is_hearing_speech)
        self._watch_mouth()
        self._step(tt.TimePassed(self._now(), ear.spoken_until_ms))
        if self.is_coachs_floor:
            self._ended = self._ended or self._parts.conversation.ending
        minutes = self._settings.minutes
        if minutes is not None and self._now() >= minutes * 60_000 and self.is_coachs_floor:
            self._ended = "time_up"

    def _step(self, given: tt.FloorInput) -> None:
        self._floor, commands = tt.step(self._floor, given, self._settings.floor)
        for command in commands:
            self._obey(command)

    def _obey(self, command: tt.FloorCommand) -> None:
        match command:
            case tt.Prepare():
                preparing = self._worker.submit(self._prepare, command, self._parts.ear.sound(command.span))
                if not self._parts.microphone.is_live:
                    self._pending.append(preparing)
            case tt.Discard():
                self._prepared = None
            case tt.Answer():
                self._answer(command)
            case tt.Hush():
                if (cut := self._mouth.hush()) is not None:
                    self._note(ReplyEnded(self._now(), cut.turn, was_interrupted=True))
            case tt.GoOn(silence_ms):
                self._keep_silence(silence_ms)
            case _:
                assert_never(command)

    def _prepare(self, asked: tt.Prepare, sound: Samples) -> None:
        try:
            prepared = self._parts.preparation.prepare(
                asked,
                sound,
                lambda: self._floor.number == asked.number,
                lambda transcript: self._inputs.put(WordsCame(asked.number, transcript)),
            )
            if prepared is not None:
                self._inputs.put(AnswerCame(prepared))
        except Exception as error:  # reported to the loop, which ends the session tidily
            self._report(error)

    def _take_words(self, number: int, transcript: Transcript) -> None:
        if number != self._floor.number:
            return
        self._parts.ear.words_sound(completeness(transcript.text, transcript.language))
        self._parts.view.words(transcript.text)

    def _take_answer(self, prepared: Prepared) -> None:
        if prepared.number == self._floor.number:
            self._prepared = prepared
            self._step(tt.AnswerReady(prepared.number))

    def _answer(self, answer: tt.Answer) -> None:
        prepared = self._prepared
        assert prepared is not None
        assert prepared.number == answer.number
        self._prepared = None
        if prepared.transcript.doubt in UNANSWERED or not (prepared.transcript.text or prepared.speech.reply):
            self._step(tt.ReplyFinished(self._now()))
            return
        self._turn += 1
        self._note(TurnHeard(self._decided_ms, self._turn, answer.span, answer.during_reply))
        self._note(TurnRecognised(self._now(), self._turn, replace(prepared.transcript, readings=())))
        if prepared.asks_to_stop:
            self._ended = "said_stop"
        elif (result := prepared.result) is not None:
            self._say(prepared.speech)
            self._parts.conversation.commit(result)
            self._note(result.event(self._now(), self._turn, prepared.took))
        elif prepared.speech.reply is not None:
            self._say(prepared.speech)
            self._note(NotUnderstood(self._now(), self._turn, prepared.speech.reply))

    def _keep_silence(self, silence_ms: int) -> None:
        result = self._parts.conversation.keep_silence(silence_ms)
        speech = self._worker.submit(self._parts.preparation.speak, result.reply).result()
        if (event := result.event(self._now(), self._turn, silence_ms)) is not None:
            self._note(event)
        self._say(speech)

    def _say(self, speech: Speech) -> None:
        if speech.first is None:
            self._step(tt.ReplyFinished(self._now()))
            return
        self._mouth.say(self._turn, speech.first, speech.rest)
        self._step(tt.ReplyBegan())

    def _watch_mouth(self) -> None:
        for news in self._mouth.poll():
            match news:
                case Started(turn, at_ms):
                    self._note(ReplyStarted(at_ms, turn))
                case Finished(turn, was_interrupted):
                    self._note(ReplyEnded(self._now(), turn, was_interrupted))
                    self._step(tt.ReplyFinished(self._now()))
                case _:
                    assert_never(news)
        self._collect_played()

    def _collect_played(self) -> None:
        while len((played := self._parts.loudspeaker.drain_played()).samples):
            self._mixdown.played(played.at_ms, played.samples)

    def _note(self, event: SessionEvent) -> None:
        self._parts.log.append(event)
        self._parts.view.happened(event)

    def _now(self) -> int:
        return self._parts.clock.now_ms()


def _rms(samples: Samples) -> float:
    return float(np.sqrt(np.dot(samples, samples) / len(samples))) if len(samples) else 0.0

"""Fakes of hearing, understanding and speaking, and a round made of them on a clock of sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tests.fakes.coachees import ToldMatcher, coachee
from tests.fakes.sound import FakeLog, LoudDetector, tone
from voicecoach.adapters.clocks import SoundClock
from voicecoach.adapters.silent_loudspeaker import SilentLoudspeaker
from voicecoach.dialogue.endpointing import EndpointingConfig
from voicecoach.domain.audio import RATE_HZ, Language, Samples, Sound, samples_to_ms
from voicecoach.domain.errors import DeviceLostError
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind
from voicecoach.domain.persona import Persona, VoiceChoice
from voicecoach.domain.speech import Doubt, Transcript
from voicecoach.runtime.conversation import Conversation, Moment
from voicecoach.runtime.ear import Ear
from voicecoach.runtime.preparation import Preparation
from voicecoach.runtime.round import Round
from voicecoach.runtime.round_parts import RoundParts, RoundSettings
from voicecoach.runtime.view import NoView

CHUNK = 512


def speech(ms: int) -> Samples:
    """Sound that LoudDetector takes for speech."""
    return np.full(ms * RATE_HZ // 1000, 0.5, dtype=np.float32)


def silence(ms: int) -> Samples:
    """Sound that it does not."""
    return np.zeros(ms * RATE_HZ // 1000, dtype=np.float32)


class FakeMicrophone:
    """Gives its sounds in chunks and moves the clock; an exception among the sounds is raised at its place."""

    is_live = False

    def __init__(self, clock: SoundClock, *sounds: Samples | Exception) -> None:
        self._clock = clock
        self._sounds = sounds
        self.closed = False

    def chunks(self) -> Iterator[Samples]:
        given = 0
        for sound in self._sounds:
            if isinstance(sound, Exception):
                raise sound
            for start in range(0, len(sound), CHUNK):
                chunk = sound[start : start + CHUNK]
                given += len(chunk)
                self._clock.advance_to(samples_to_ms(given))
                yield chunk

    def close(self) -> None:
        self.closed = True


class FakeTranscriber:
    """Understands whatever it was told to, one text a new length of sound; a Doubt stands for not understood."""

    def __init__(self, *texts: str | Doubt) -> None:
        self._texts = list(texts)

    def transcribe(self, samples: Samples, language: Language) -> Transcript:
        given = self._texts.pop(0) if self._texts else ""
        text, doubt = ("", given) if isinstance(given, Doubt) else (given, Doubt.NONE)
        return Transcript(text, language, len(samples) / RATE_HZ, 0.1, -0.2, 0.01, 10.0, False, doubt)


class FakeClassifier:
    """A tip when the words say "tip", else an open question."""

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        kind = MoveKind.ADVICE if "tip" in text else MoveKind.OPEN_QUESTION
        return (Move(kind, 0.9, 0, len(text), filling_in=0.9 if kind in FILLING_IN else 0.05),)


class FakeVoice:
    """Says every line as a tone of 600 ms, in two pieces."""

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        if text:
            yield tone(300)
            yield tone(300)

    def close(self) -> None:
        pass


class FakeRound:
    """A round on a clock of sound; `log` keeps what happened."""

    def __init__(
        self,
        *sounds: Samples | Exception,
        texts: Sequence[str | Doubt] = (),
        settings: RoundSettings | None = None,
        persona: Persona | None = None,
        moment: Moment | None = None,
    ) -> None:
        clock = SoundClock()
        self.log = FakeLog()
        self.microphone = FakeMicrophone(clock, *sounds)
        self.conversation = Conversation(persona or coachee(), FakeClassifier(), ToldMatcher(), moment)
        self.round = Round(
            RoundParts(
                microphone=self.microphone,
                ear=Ear(LoudDetector(), EndpointingConfig()),
                preparation=Preparation(FakeTranscriber(*texts), self.conversation, FakeVoice()),
                conversation=self.conversation,
                loudspeaker=SilentLoudspeaker(clock),
                log=self.log,
                clock=clock,
                view=NoView(),
            ),
            settings or RoundSettings(),
        )

    def run(self) -> list[str]:
        """Run it and return the types of what happened."""
        self.round.run()
        return [event.type for event in self.log.events]


LOST = DeviceLostError("The microphone went away.")

"""What the inner house asks of the outer: promises that adapters keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from voicecoach.domain.audio import Language, Samples, Sound
from voicecoach.domain.events import SessionEvent
from voicecoach.domain.moves import Move
from voicecoach.domain.persona import VoiceChoice
from voicecoach.domain.speech import Transcript
from voicecoach.domain.topics import TopicMatch


class Microphone(Protocol):
    """A source of sound."""

    @property
    def is_live(self) -> bool:
        """Whether sound comes in at the pace of the clock; False for a file read as fast as possible."""
        ...

    def chunks(self) -> Iterator[Samples]:
        """Yield 16 kHz mono chunks of any length until the source ends; raise DeviceLostError when unplugged."""
        ...

    def close(self) -> None:
        """Let the device go; may be called twice."""
        ...


class SpeechDetector(Protocol):
    """Tells speech from everything else, frame by frame."""

    def probability(self, frame: Samples) -> float:
        """Return how likely it is, 0-1, that this frame of 512 samples holds speech, given the frames before."""
        ...

    def reset(self) -> None:
        """Forget the frames before."""
        ...


class Transcriber(Protocol):
    """Turns sound into words."""

    def transcribe(self, samples: Samples, language: Language) -> Transcript:
        """Return the words spoken in 16 kHz mono samples; an empty text and a doubt for anything not understood."""
        ...


class Embedder(Protocol):
    """Gives sentences a place by meaning."""

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors, shape [len(texts), 384]; [0, 384] for no texts."""
        ...


class MoveClassifier(Protocol):
    """Says what the coach did with his words."""

    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        """Return the moves in a coach turn, in order, spans into `text`; none for an empty text.

        previous: the coachee's last lines, newest last; empty when unknown.
        """
        ...


class TopicMatching(Protocol):
    """Knows one persona's file, and finds where a coach turn leads in it."""

    def match(
        self,
        text: str,
        last_lines: Sequence[str],
        asked: Sequence[str],
        *,
        has_solution: bool | None = None,
        readings: Sequence[str] = (),
    ) -> TopicMatch:
        """Return the place nearest in meaning; NOTHING when none is near enough, and for an empty text.

        last_lines: the coachee's last lines, newest last. asked: the questions asked before.
        has_solution: whether he has brought his own solution, of which details can be asked; None for not known.
        readings: what else the text may have been, as the recogniser heard it.
        """
        ...


class Voice(Protocol):
    """Speaks lines."""

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        """Yield the sound of the text, piece by piece, the first as soon as it is there; nothing for empty text."""
        ...

    def close(self) -> None:
        """Stop what is being made and let the engine go; may be called twice."""
        ...


class PlayedSound(NamedTuple):
    """What went out of a loudspeaker.

    at_ms: clock time at which the first sample went out.
    samples: 16 kHz mono, without a gap; empty when nothing was played.
    """

    at_ms: int
    samples: Samples


class Loudspeaker(Protocol):
    """Plays sound without waiting for it; `play` and `drain_played` raise DeviceLostError once it is unplugged."""

    def play(self, sound: Sound) -> None:
        """Queue a sound behind what is playing, and return at once."""
        ...

    def stop(self) -> None:
        """Fall silent within 50 ms and forget what was queued."""
        ...

    @property
    def is_playing(self) -> bool:
        """Whether any queued sample has yet to be played."""
        ...

    def started_ms(self) -> int | None:
        """Return the clock time at which the first sample since the last stop or end went out; None before it."""
        ...

    def drain_played(self) -> PlayedSound:
        """Return the oldest unbroken sound that went out since the last call; call again for what came after a gap."""
        ...

    def close(self) -> None:
        """Let the device go; may be called twice."""
        ...


class SessionLog(Protocol):
    """Keeps what happens, as it happens."""

    def append(self, event: SessionEvent) -> None:
        """Write an event so that it survives a crash of this process; raise StorageError when the disk will not."""
        ...

    def record(self, coach: Samples, coachee: Samples) -> None:
        """Add equally long 16 kHz pieces of both sides to the recording; nothing when recording is off."""
        ...

    def close(self) -> None:
        """Finish the files; may be called twice."""
        ...


class Clock(Protocol):
    """The session clock."""

    def now_ms(self) -> int:
        """Return whole milliseconds since the session began; never goes back."""
        ...

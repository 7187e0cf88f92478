"""Hears where the coach's turns are in a stream of sound, and keeps the sound until it has been understood."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import assert_never

import numpy as np

from voicecoach.dialogue import endpointing as ep
from voicecoach.dialogue.framing import Framing
from voicecoach.dialogue.turn_taking import CoachBegan, CoachFinished, CoachPaused, CoachResumed, FloorInput
from voicecoach.domain.audio import FRAME_MS, Samples
from voicecoach.domain.speech import SpeechSpan
from voicecoach.ports import SpeechDetector

_KEPT_FRAMES = 180_000 // FRAME_MS
_MARGIN_FRAMES = 8


class Ear:
    """Microphone samples in, turns of speech out; times are on the session clock.

    starts_at_ms: what the clock stood at when the first sample was spoken.
    """

    def __init__(self, detector: SpeechDetector, config: ep.EndpointingConfig) -> None:
        self._detector = detector
        self._config = config
        self._state = ep.EndpointingState()
        self._framing = Framing()
        self._kept: deque[Samples] = deque(maxlen=_KEPT_FRAMES)
        self.starts_at_ms = 0

    @property
    def is_hearing_speech(self) -> bool:
        """Whether a turn is going on and no pause has begun in it."""
        return self._state.turn_start is not None and not self._state.is_paused

    @property
    def spoken_until_ms(self) -> int | None:
        """The last moment of speech in the turn that is going on; None between turns."""
        return None if self._state.turn_start is None else self._at_ms(self._state.speech_end)

    @property
    def heard_ms(self) -> int:
        """The clock time of the last sample that was handed in and filled a frame."""
        return self._at_ms(self._state.frame)

    def hear(self, chunk: Samples) -> list[FloorInput]:
        """Take samples in, any number of them, and return what they say about the floor."""
        inputs: list[FloorInput] = []
        self._framing, frames = self._framing.take(chunk)
        for frame in frames:
            self._kept.append(frame)
            self._state, events = ep.step(self._state, self._detector.probability(frame), self._config)
            inputs += [self._told(event) for event in events]
        return inputs

    def words_sound(self, completeness: ep.Completeness) -> None:
        """Tell how finished the words of the pause sound: that decides how long the silence must last."""
        self._state = ep.with_hint(self._state, completeness)

    def sound(self, span: SpeechSpan) -> Samples:
        """Return the samples of a span, a quarter of a second of what surrounds it included."""
        first = self._state.frame - len(self._kept)
        start = (span.start_ms - self.starts_at_ms) // FRAME_MS - _MARGIN_FRAMES - first
        end = (span.end_ms - self.starts_at_ms) // FRAME_MS + _MARGIN_FRAMES - first
        frames = list(islice(self._kept, max(0, start), max(0, end)))
        return np.concatenate(frames) if frames else np.zeros(0, dtype=np.float32)

    def _at_ms(self, frame: int) -> int:
        return self.starts_at_ms + frame * FRAME_MS

    def _told(self, event: ep.EndpointingEvent) -> FloorInput:
        match event:
            case ep.SpeechBegan(frame):
                return CoachBegan(self._at_ms(frame))
            case ep.PauseBegan(_, end_frame):
                # Until the words are there, wait as for an unfinished sentence.
                self._state = ep.with_hint(self._state, ep.Completeness.UNFINISHED)
                return CoachPaused(self._at_ms(end_frame))
            case ep.SpeechResumed():
                return CoachResumed()
            case ep.TurnEnded(start_frame, end_frame):
                return CoachFinished(SpeechSpan(self._at_ms(start_frame), self._at_ms(end_frame)))
            case _:
                assert_never(event)

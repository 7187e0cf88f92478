"""Words out of sound with faster-whisper's model, honest about what it did not understand."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.adapters.silero import SileroDetector
from voicecoach.adapters.whisper_decoding import Decoded, DecodingConfig, decode, features
from voicecoach.adapters.whisper_phantoms import without_phantoms
from voicecoach.adapters.whisper_windows import speech_pieces
from voicecoach.domain.audio import FRAME_MS, FRAME_SAMPLES, RATE_HZ, Language, Samples
from voicecoach.domain.errors import ModelError
from voicecoach.domain.speech import Doubt, Transcript

SHORTEST_S = 0.3
"""Sound shorter than this comes back as nonsense."""

LEAST_SPEECH_MS = 200
"""Less detected speech than this is noise."""

LEAST_LOGPROB = -1.0
"""Mean log-probability a token below which words are not trusted."""

NOISE_LOGPROB = -0.6
"""The same where little of the sound is speech, or Whisper itself hears none."""

LITTLE_SPEECH = 0.15
"""So little, as a part of the sound."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """One piece of the sound: its words, why they are not trusted, and the decoding if there was one."""

    text: str
    doubt: Doubt
    decoded: Decoded | None = None


class WhisperTranscriber:
    """A Transcriber: short windows, beam search, temperature 0, no conditioning on earlier text."""

    def __init__(
        self,
        folder: Path,
        cpu_threads: int | None = None,
        config: DecodingConfig | None = None,
        detector: SileroDetector | None = None,
    ) -> None:
        """Load the model in `folder` as int8 and warm it up; raise ModelError when it does not load.

        cpu_threads: physical cores, at most two, when not given; more gain nothing.
        detector: tells noise from speech before words are asked for; Silero when not given.
        """
        self._config = config or DecodingConfig()
        self._detector = detector or SileroDetector()
        self._model = _load(folder, cpu_threads or min(2, os.cpu_count() or 1))
        decode(self._model, np.zeros(RATE_HZ, dtype=np.float32), "nl", self._config)

    def transcribe(self, samples: Samples, language: Language) -> Transcript:
        """Return the words in 16 kHz mono samples of any length; no words, and a doubt, where they are not trusted."""
        began = time.perf_counter()
        pieces = self._heard(samples, language)
        return _transcript(pieces, language, len(samples) / RATE_HZ, time.perf_counter() - began)

    def detect_language(self, samples: Samples) -> Language:
        """Return which of Dutch and English the first 30 s of speech are in."""
        import ctranslate2  # noqa: PLC0415 - heavy

        window_s = min(30.0, max(self._config.smallest_window_s, len(samples) / RATE_HZ))
        mel = ctranslate2.StorageView.from_array(np.ascontiguousarray(features(self._model, samples, window_s)))
        found = dict(self._model.model.detect_language(mel)[0])
        return "nl" if found["<|nl|>"] >= found["<|en|>"] else "en"

    def _heard(self, samples: Samples, language: Language) -> list[_Heard]:
        if len(samples) < SHORTEST_S * RATE_HZ:
            return [_Heard("", Doubt.TOO_SHORT)]
        is_speech = self._speech_frames(samples)
        if sum(is_speech) * FRAME_MS < LEAST_SPEECH_MS:
            return [_Heard("", Doubt.NO_SPEECH)]
        speech_part = sum(is_speech) / len(is_speech)
        return [self._heard_in(piece, language, speech_part) for piece in speech_pieces(samples, is_speech)]

    def _heard_in(self, piece: Samples, language: Language, speech_part: float) -> _Heard:
        decoded = decode(self._model, piece, language, self._config)
        text = without_phantoms(decoded.text)
        return _Heard(text, _doubt(text, decoded, speech_part), decoded)

    def _speech_frames(self, samples: Samples) -> list[bool]:
        self._detector.reset()
        whole = len(samples) // FRAME_SAMPLES * FRAME_SAMPLES
        frames = samples[:whole].reshape(-1, FRAME_SAMPLES)
        return [probability >= 0.5 for probability in self._detector.probabilities(frames)]


def _load(folder: Path, cpu_threads: int) -> Any:
    # OpenMP reads this when it is loaded; threads that spin while they wait take 26 s for a turn on a busy machine
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    from faster_whisper import WhisperModel  # noqa: PLC0415 - heavy

    try:
        return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=cpu_threads)
    except Exception as error:  # ctranslate2 and tokenizers raise their own untyped errors
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(
            f"The speech model in {folder} does not load: {reason}.", "Remove that folder and start again."
        ) from error


def _doubt(text: str, decoded: Decoded, speech_part: float) -> Doubt:
    if not any(letter.isalnum() for letter in text):
        return Doubt.NO_SPEECH
    if decoded.is_loop or decoded.is_capped:
        return Doubt.LOOP
    if decoded.avg_logprob < LEAST_LOGPROB:
        return Doubt.LOW_CONFIDENCE
    is_noisy = decoded.no_speech_prob > 0.6 or speech_part < LITTLE_SPEECH
    return Doubt.NO_SPEECH if is_noisy and decoded.avg_logprob < NOISE_LOGPROB else Doubt.NONE


def _transcript(pieces: Sequence[_Heard], language: Language, audio_s: float, took_s: float) -> Transcript:
    understood = [piece for piece in pieces if piece.doubt is Doubt.NONE]
    only = understood[0].decoded if len(understood) == len(pieces) == 1 else None
    counted = [piece.decoded for piece in understood or pieces if piece.decoded]
    return Transcript(
        text=" ".join(piece.text for piece in understood),
        language=language,
        audio_s=round(audio_s, 3),
        took_s=round(took_s, 3),
        avg_logprob=round(float(np.mean([one.avg_logprob for one in counted])), 4) if counted else 0.0,
        no_speech_prob=round(max((one.no_speech_prob for one in counted), default=1.0), 4),
        window_s=round(max((one.window_s for one in counted), default=0.0), 2),
        fell_back=any(piece.decoded.fell_back for piece in pieces if piece.decoded),
        doubt=Doubt.NONE if understood else pieces[0].doubt,
        readings=tuple(without_phantoms(text) for text in only.readings) if only else (),
    )

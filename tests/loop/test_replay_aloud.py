"""A kept talk played through a virtual sound card: what comes out of the loudspeaker, and when its words are shown."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.sessions import head, short_round
from tests.loop.virtual_sound_card import VirtualSoundCard
from voicecoach.adapters.audio_files import read_audio
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.audio import RATE_HZ, Samples

pytestmark = pytest.mark.loop
SPEED = 1.5
COACH_HZ, COACHEE_HZ = 440, 880


def _tone(hz: int, start_s: float, end_s: float) -> Samples:
    """Ten and a half seconds of silence with a tone in it."""
    time_s = np.arange(round(10.5 * RATE_HZ)) / RATE_HZ
    sound: Samples = np.where((time_s >= start_s) & (time_s < end_s), 0.4 * np.sin(2 * np.pi * hz * time_s), 0.0)
    return sound.astype(np.float32)


def _kept(root: Path) -> Path:
    """The short round with a tone for its first turn, 1 to 3 s, and one for the answer, 3.5 to 7.5 s."""
    log = SessionStore(root).create(head())
    for event in short_round():
        log.append(event)
    log.record(_tone(COACH_HZ, 1.0, 3.0), _tone(COACHEE_HZ, 3.5, 7.5))
    log.close()
    return log.path


def _heard_s(recorded: Samples, hz: int) -> float:
    """For how long a tone was heard, by 20 ms pieces in which it is the loudest."""
    pieces = recorded[: len(recorded) // 320 * 320].reshape(-1, 320)
    loud = pieces[np.abs(pieces).max(axis=1) > 0.1] * np.hanning(320)
    loudest = np.abs(np.fft.rfft(loud, 3200, axis=1)).argmax(axis=1) * RATE_HZ / 3200
    return float((np.abs(loudest - hz) < 25).sum() * 0.02)


def test_both_sides_are_heard_faster_at_their_own_pitch_and_the_words_keep_step(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    folder, recording = _kept(tmp_path / "sessions"), tmp_path / "heard.wav"
    command = [sys.executable, "-m", "voicecoach", "replay", str(folder), "--speed", str(SPEED)]
    shown: dict[str, float] = {}
    with (
        sound_card.record(recording),
        subprocess.Popen(command, env=dict(sound_card.env), stdout=subprocess.PIPE, text=True) as program,
    ):
        assert program.stdout is not None
        for line in program.stdout:
            shown[line.strip()] = time.monotonic()
        assert program.wait(timeout=30) == 0
    recorded = read_audio(recording)
    assert _heard_s(recorded, COACH_HZ) == pytest.approx(2.0 / SPEED, abs=0.1)
    assert _heard_s(recorded, COACHEE_HZ) == pytest.approx(4.0 / SPEED, abs=0.1)
    question = shown["0:01 U:       Wat maakt dat het anders liep?"]
    answer = shown["0:04 Mark:    De offertes blijven liggen. (onderbroken)"]
    assert answer - question == pytest.approx((7.5 - 3.0) / SPEED, abs=0.15)  # each line is whole when its sound ends

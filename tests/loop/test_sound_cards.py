"""The sound card adapters against a virtual sound card, each in a child process, since PortAudio looks only once."""

from __future__ import annotations

import subprocess
import sys
import textwrap
import wave
from pathlib import Path

import numpy as np
import pytest

from tests.loop.virtual_sound_card import VirtualSoundCard
from voicecoach.domain.audio import RATE_HZ, Samples

pytestmark = pytest.mark.loop

_SPEAKER = """
import time
import numpy as np
from voicecoach.adapters.clocks import MonotonicClock
from voicecoach.adapters.sound_card_loudspeaker import SoundCardLoudspeaker
from voicecoach.domain.audio import Sound
from voicecoach.domain.errors import DeviceLostError
clock = MonotonicClock()
speaker = SoundCardLoudspeaker(clock)
tone = Sound((0.5 * np.sin(2 * np.pi * 440 * np.arange(22050) / 22050)).astype(np.float32), 22050)
"""

_MICROPHONE = """
from voicecoach.adapters.sound_card_microphone import SoundCardMicrophone
from voicecoach.domain.errors import DeviceLostError
import numpy as np
microphone = SoundCardMicrophone()
print("listening", flush=True)
"""


def _start(card: VirtualSoundCard, script: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)],
        env=dict(card.env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _ask(process: subprocess.Popen[str]) -> list[str]:
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 0, out
    return out.split()


def _read(path: Path) -> Samples:
    raw = np.frombuffer(path.read_bytes()[44:], dtype="<i2")  # a recorder that is stopped leaves no length
    return raw.astype(np.float32) / np.float32(32768)


def _loud_ms(samples: Samples) -> int:
    frames = np.abs(samples[: len(samples) // 160 * 160]).reshape(-1, 160).max(axis=1)
    return 10 * int(np.count_nonzero(frames > 0.05))


def _write_tone(path: Path, hz: int, seconds: int) -> None:
    tone = 0.5 * np.sin(2 * np.pi * hz * np.arange(seconds * RATE_HZ) / RATE_HZ)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes((tone * 32767).astype("<i2").tobytes())


def test_a_tone_that_is_played_comes_out_and_is_kept_for_the_recording(
    sound_card: VirtualSoundCard, tmp_path: Path
) -> None:
    script = """
    speaker.play(tone)
    kept = 0
    while speaker.is_playing:
        kept += len(speaker.drain_played().samples)
        time.sleep(0.02)
    kept += len(speaker.drain_played().samples)
    time.sleep(0.3)
    speaker.close()
    print(kept)
    """
    with sound_card.record(tmp_path / "out.wav"):
        kept = _ask(_start(sound_card, _SPEAKER + textwrap.dedent(script)))
    heard = _read(tmp_path / "out.wav")
    assert kept == ["16000"]
    assert 950 <= _loud_ms(heard) <= 1060
    loudest = int(np.argmax(np.abs(np.fft.rfft(heard)))) * RATE_HZ / len(heard)
    assert loudest == pytest.approx(440, abs=3)


def test_stop_is_silent_within_fifty_milliseconds(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    script = """
    speaker.play(tone)
    while speaker.started_ms() is None or clock.now_ms() < speaker.started_ms() + 400:
        time.sleep(0.001)
    at = clock.now_ms() - speaker.started_ms()
    speaker.stop()
    took = clock.now_ms() - speaker.started_ms() if speaker.started_ms() else 0
    time.sleep(0.8)
    print(at, took, speaker.is_playing)
    speaker.play(tone)
    while speaker.is_playing:
        time.sleep(0.01)
    time.sleep(0.3)
    speaker.close()
    """
    with sound_card.record(tmp_path / "out.wav"):
        asked_at, _took, is_playing = _ask(_start(sound_card, _SPEAKER + textwrap.dedent(script)))
    assert is_playing == "False"
    both = _loud_ms(_read(tmp_path / "out.wav"))
    assert both - 1000 <= int(asked_at) + 50 + 20  # two frames of measuring
    assert both - 1000 >= int(asked_at) - 80


def test_a_loudspeaker_that_goes_away_says_so(sound_card: VirtualSoundCard) -> None:
    script = """
    print("ready", flush=True)
    input()
    try:
        for _ in range(400):
            speaker.play(tone)
            speaker.drain_played()
            time.sleep(0.02)
    except DeviceLostError:
        print("lost", flush=True)
    import os; os._exit(0)
    """
    process = _start(sound_card, _SPEAKER + textwrap.dedent(script))
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    sound_card.unplug()
    assert "lost" in process.communicate("go\n", timeout=30)[0]


def test_the_microphone_hears_what_is_played_into_it(sound_card: VirtualSoundCard, tmp_path: Path) -> None:
    script = """
    heard = np.zeros(0, dtype=np.float32)
    for chunk in microphone.chunks():
        heard = np.concatenate([heard, chunk])[-16000:]
        if len(heard) == 16000 and np.abs(heard).reshape(100, -1).max(axis=1).min() > 0.2:
            break
    print(int(np.argmax(np.abs(np.fft.rfft(heard)))))
    microphone.close()
    """
    _write_tone(tmp_path / "tone.wav", 600, 3)
    process = _start(sound_card, _MICROPHONE + textwrap.dedent(script))
    assert process.stdout is not None
    assert process.stdout.readline() == "listening\n"
    player = sound_card.play(tmp_path / "tone.wav")
    assert abs(int(_ask(process)[0]) - 600) <= 3
    player.wait(timeout=10)


def test_a_microphone_that_is_unplugged_says_so(sound_card: VirtualSoundCard) -> None:
    script = """
    try:
        for number, _ in enumerate(microphone.chunks()):
            if number == 10:
                print("hearing", flush=True)
    except DeviceLostError:
        print("lost", flush=True)
    import os; os._exit(0)
    """
    process = _start(sound_card, _MICROPHONE + textwrap.dedent(script))
    assert process.stdout is not None
    assert [process.stdout.readline() for _ in range(2)] == ["listening\n", "hearing\n"]
    sound_card.unplug()
    assert "lost" in process.communicate(timeout=30)[0]

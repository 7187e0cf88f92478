"""What a practice round needs of this machine, one check a thing; each finds what is there or names what mends it."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from voicecoach.cli.voice_checks import LINE, Found, natural_voices, voice
from voicecoach.domain.errors import CoachError, DeviceError, ModelError, StorageError

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language, Samples

_HOUR_MB = 240
"""An hour of two 16 kHz channels of 16 bits, rounded up."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at.

    part: its key in the texts.
    look: returns what was found, or raises the CoachError that says what is missing and how to mend it.
    """

    part: str
    look: Callable[[], Found]


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of a check; `cure` is the command that mends it."""

    part: str
    is_there: bool
    words: str
    cure: str = ""


def examine(checks: Sequence[Check]) -> list[Finding]:
    """Run the checks in order; a check that fails never hides the next."""
    return [_examined(check) for check in checks]


def _examined(check: Check) -> Finding:
    try:
        found = check.look()
    except CoachError as error:
        return Finding(check.part, is_there=False, words=error.what, cure=error.cure)
    except ImportError as error:
        return Finding(check.part, is_there=False, words=str(error), cure="pip install --force-reinstall voicecoach")
    return Finding(check.part, is_there=True, words=found.words, cure=found.remark)


def all_checks(model: str, sessions: Path) -> list[Check]:
    """Return every check of this machine; `model` as given to `--model`, `sessions` where they are kept."""
    return [
        Check("microphone", lambda: device("input")),
        Check("loudspeaker", lambda: device("output")),
        Check("voice_nl", lambda: voice("nl")),
        Check("voice_en", lambda: voice("en")),
        Check("voice_natural", natural_voices),
        Check("model", lambda: speech_model(model)),
        Check("embedder", embedder),
        Check("disk", lambda: disk(sessions)),
        Check("speed", lambda: speed(model)),
    ]


def device(direction: Literal["input", "output"]) -> Found:
    """Find the default microphone or loudspeaker and name the others."""
    from voicecoach.wiring.sound import choose_device, list_devices, load_sounddevice  # noqa: PLC0415 - heavy

    devices = [each for each in list_devices() if (each.inputs if direction == "input" else each.outputs)]
    if not devices:
        word, flag = ("microphone", "--audio FILE") if direction == "input" else ("loudspeaker", "--no-play")
        raise DeviceError(f"There is no {word}.", f"Plug one in, or: voicecoach practice {flag}")
    chosen = choose_device(load_sounddevice(), None, direction)
    others = ", ".join(f"{each.number} '{each.name}'" for each in devices if each.number != chosen.number)
    return Found(f"{chosen.number} '{chosen.name}', {chosen.rate_hz} Hz" + (f"; also {others}" if others else ""))


def speech_model(model: str) -> Found:
    """Find the speech model and say where it comes from."""
    from voicecoach.wiring.sound import find_model  # noqa: PLC0415 - heavy

    found = find_model(model)
    size_mb = sum(path.stat().st_size for path in found.path.iterdir() if path.is_file()) / 1e6
    return Found(f"{found.origin}: {found.path} ({size_mb:.0f} MB)")


def embedder() -> Found:
    """Embed a sentence and time it."""
    from voicecoach.wiring.engines import build_embedder  # noqa: PLC0415 - heavy

    made = build_embedder()
    made.embed([LINE["nl"]])
    began = time.perf_counter()
    shape = made.embed([LINE["nl"]]).shape
    return Found(f"{shape[1]} dimensions, {1000 * (time.perf_counter() - began):.0f} ms a sentence")


def disk(sessions: Path) -> Found:
    """Write where sessions are kept, and see how much room there is."""
    existing = next(path for path in (sessions, *sessions.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        cure = f"chmod u+rwx '{existing}'" if error.errno == 13 else "voicecoach practice --sessions DIR"
        raise StorageError(f"Cannot write in {existing}: {error.strerror}.", cure) from error
    free_mb = shutil.disk_usage(existing).free // 1_000_000
    if free_mb < _HOUR_MB:
        raise StorageError(
            f"Only {free_mb} MB left on the disk of {sessions}; an hour takes {_HOUR_MB}.",
            "voicecoach sessions list, then: voicecoach sessions delete ID",
        )
    return Found(f"{sessions}, {free_mb / 1000:.1f} GB free")


def speed(model: str) -> Found:
    """Time the recognition of a short line, and estimate the time from the end of speech to the answer."""
    from voicecoach.dialogue.endpointing import EndpointingConfig  # noqa: PLC0415 - kept beside its use
    from voicecoach.domain.audio import RATE_HZ  # noqa: PLC0415 - loads numpy
    from voicecoach.wiring.engines import build_transcriber  # noqa: PLC0415 - heavy

    samples = _spoken("nl")
    transcriber, _origin = build_transcriber(model)
    took_s = min(transcriber.transcribe(samples, "nl").took_s for _ in range(2))
    waits = EndpointingConfig()
    answer_ms = max(waits.finished_ms, waits.pause_ms + 1000 * took_s) + 60
    words = f"recognition takes {took_s:.2f} s for {len(samples) / RATE_HZ:.1f} s of speech "
    words += f"(x {took_s * RATE_HZ / len(samples):.2f}); an answer about {answer_ms:.0f} ms after a finished sentence"
    if answer_ms > 1500:
        raise ModelError(words.capitalize() + ".", "Take a smaller model: voicecoach practice --model base")
    return Found(words)


def _spoken(language: Language) -> Samples:
    import numpy as np  # noqa: PLC0415 - heavy

    from voicecoach.domain.audio import RATE_HZ  # noqa: PLC0415 - loads numpy
    from voicecoach.domain.persona import VoiceChoice  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.sound import Pyttsx3Voice, at_rate  # noqa: PLC0415 - heavy

    speaker = Pyttsx3Voice()
    try:
        return np.concatenate([at_rate(s, RATE_HZ) for s in speaker.say(LINE[language], VoiceChoice(), language)])
    finally:
        speaker.close()

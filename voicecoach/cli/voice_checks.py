"""The voices of this machine: the one it has by itself, and Piper's where the user has put them."""

from __future__ import annotations

import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from voicecoach.domain.errors import VoiceError

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import VoiceChoice
    from voicecoach.ports import Voice

LINE: dict[Language, str] = {
    "nl": "Vertel eens, hoe gaat het met de verkoop dit kwartaal?",
    "en": "Tell me, how are your sales going this quarter?",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: words for people, and, where it is there but falls short, a remark."""

    words: str
    remark: str = ""


def voice(language: Language) -> Found:
    """Say a line without playing it, and time its first piece."""
    from voicecoach.domain.persona import VoiceChoice  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.sound import Pyttsx3Voice  # noqa: PLC0415 - heavy

    speaker = Pyttsx3Voice()
    try:
        engine = speaker.engine()
        return Found(f"{engine}; first sound after {_first_sound_ms(speaker, VoiceChoice(), language):.0f} ms")
    finally:
        speaker.close()


def natural_voices() -> Found:
    """Find Piper and its voices, and have each say a line; being without them is no fault."""
    from voicecoach.domain.persona import VoiceChoice  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.sound import PiperVoice, voices_folder, voices_in  # noqa: PLC0415 - heavy

    voices, has_program = voices_in(voices_folder()), shutil.which("piper") is not None
    if not voices or not has_program:
        lacks = [*([] if has_program else ["program 'piper'"]), *([] if voices else [f"voices in {voices_folder()}"])]
        remark = "pip install piper-tts" if not has_program else "piper: put NAME.onnx and NAME.onnx.json there"
        return Found(f"none, the machine's own voice speaks (no {', no '.join(lacks)})", f"{remark} (docs/voices.md)")
    speaker = PiperVoice(voices)
    try:
        said = [
            f"{name} ({_first_sound_ms(speaker, VoiceChoice(name), language):.0f} ms)"
            for name in voices
            for language in LINE
            if name.lower().startswith(language)
        ]
    finally:
        speaker.close()
    return Found(f"Piper: {', '.join(said)}" if said else "Piper, with no Dutch or English voice")


def _first_sound_ms(speaker: Voice, choice: VoiceChoice, language: Language) -> float:
    began = time.perf_counter()
    if next(iter(speaker.say(LINE[language], choice, language)), None) is None:
        raise VoiceError("The engine made no sound.", "Install another: pip install 'voicecoach[espeak]'")
    return 1000 * (time.perf_counter() - began)

"""Sound devices, sound files, and the speech model, for the commands that look at them one by one."""

from __future__ import annotations

from voicecoach.adapters.audio_files import read_audio
from voicecoach.adapters.piper_voice import PiperVoice, voices_folder, voices_in
from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice
from voicecoach.adapters.resampling import at_rate
from voicecoach.adapters.sound_devices import choose_device, list_devices, load_sounddevice
from voicecoach.adapters.speech_models import find_model
from voicecoach.adapters.whisper import WhisperTranscriber

__all__ = [
    "PiperVoice",
    "Pyttsx3Voice",
    "WhisperTranscriber",
    "at_rate",
    "choose_device",
    "find_model",
    "list_devices",
    "load_sounddevice",
    "read_audio",
    "voices_folder",
    "voices_in",
]

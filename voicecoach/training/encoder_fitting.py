"""Trains the network on marked turns: fixed seed, fixed order, so that the weights come out the same on one machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import jax
import numpy as np
import optax

from voicecoach.adapters.e5_file import E5File
from voicecoach.adapters.turn_encoder import LAYER_PARTS
from voicecoach.training.encoder_batches import BATCH, Batches
from voicecoach.training.encoder_net import Tree, fixed_weights, fresh_weights, loss
from voicecoach.training.turn_variants import ShownTurn, Variants

SEED = 20261123
_STORED_HEADS = ("bound", "kind", "follow")


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """How long and how fast to learn.

    epochs: times each turn is shown, each time as another variant. change_rate, head_rate: the highest learning rates.
    """

    epochs: int = 8
    change_rate: float = 5e-4
    head_rate: float = 3e-3


def train(
    turns: Sequence[ShownTurn],
    settings: EncoderSettings,
    progress: Callable[[str], None],
    keep: Callable[[Tree], None] = lambda _: None,
) -> Tree:
    """Return what was learnt from the turns; some 15 to 30 minutes on two cores.

    progress: told where it is. keep: given what was learnt so far, after each epoch.
    """
    file, random = E5File(), Random(SEED)
    fixed, learnt = fixed_weights(file), fresh_weights(file, np.random.default_rng(SEED))
    variants, batches = Variants(turns, random), Batches(file)
    steps = settings.epochs * (len(turns) // BATCH)
    optimiser = _optimiser(settings, steps)
    memory = optimiser.init(learnt)
    shape = (file.sizes.heads, file.epsilon)

    @jax.jit
    def step(learnt: Tree, memory: Tree, batch: Tree, key: Any) -> tuple[Tree, Tree, Any]:
        value, slope = jax.value_and_grad(loss)(learnt, fixed, batch, key, shape)
        change, memory = optimiser.update(slope, memory, learnt)
        return optax.apply_updates(learnt, change), memory, value

    key, began, done, total = jax.random.PRNGKey(SEED), time.monotonic(), 0, 0.0
    for epoch in range(settings.epochs):
        for batch in batches.of([variants.of(turn) for turn in turns], random):
            key, own_key = jax.random.split(key)
            learnt, memory, value = step(learnt, memory, batch, own_key)
            done, total = done + 1, total + float(value)
            if done % 20 == 0:
                took_s = time.monotonic() - began
                progress(f"epoch {epoch + 1}, step {done} of about {steps}: loss {total / 20:.3f}, {took_s:.0f} s")
                total = 0.0
        keep(learnt)
    return learnt


def _optimiser(settings: EncoderSettings, steps: int) -> Any:
    def adam(rate: float) -> Any:
        return optax.adamw(
            optax.warmup_cosine_decay_schedule(0, rate, steps // 15 + 1, steps, rate / 50), weight_decay=0.01
        )

    def names(learnt: Tree) -> Tree:
        rest = {part: jax.tree.map(lambda _: "rest", tree) for part, tree in learnt.items() if part != "heads"}
        return {**rest, "heads": jax.tree.map(lambda _: "heads", learnt["heads"])}

    both = {"rest": adam(settings.change_rate), "heads": adam(settings.head_rate)}
    return optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(both, names))


def stored(learnt: Tree) -> dict[str, Any]:
    """Return what was learnt as the classifier reads it: half precision, by name, uncalibrated."""
    arrays = {f"{part}.{side}": learnt["changes"][f"{part}.{side}"] for part in LAYER_PARTS for side in "ab"}
    arrays |= {f"{head}.{side}": learnt["heads"][f"{head}.{side}"] for head in _STORED_HEADS for side in "wb"}
    arrays |= {"turn": learnt["turn"], "temperature": np.float32(1), "cut_above": np.float32(0)}
    return {name: np.asarray(array).astype(np.float16) for name, array in sorted(arrays.items())}


def write(arrays: dict[str, Any], path: Path) -> None:
    """Write the arrays; numpy dates the parts of the file 1980, so that the same arrays give the same bytes."""
    np.savez_compressed(path, **arrays)

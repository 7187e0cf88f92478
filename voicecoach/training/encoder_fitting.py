"""Trains the network on marked turns: fixed seed, fixed order, so that the weights come out the same on one machine."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch

from voicecoach.adapters.e5_file import E5File
from voicecoach.training.encoder_batches import BATCH, Batches
from voicecoach.training.encoder_net import TurnNet
from voicecoach.training.turn_variants import ShownTurn, Variants

SEED = 20261123
THREADS = 2
"""Sums are split over the threads, so another number of them would give other weights."""


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """How long and how fast to learn.

    epochs: times each turn is shown, each time as another variant. rate: the highest learning rate of the matrices.
    head_rate: that of the heads.
    """

    epochs: int = 5
    rate: float = 1e-4
    head_rate: float = 3e-3


def train(turns: Sequence[ShownTurn], settings: EncoderSettings, progress: Callable[[str], None]) -> dict[str, Any]:
    """Return what was learnt from the turns as the classifier reads it, uncalibrated; progress is told where it is."""
    torch.manual_seed(SEED)
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    file, random = E5File(), Random(SEED)
    net, variants, batches = TurnNet(file, np.random.default_rng(SEED)), Variants(turns, random), Batches(file)
    steps = settings.epochs * (len(turns) // BATCH)
    optimiser, schedule = _optimiser(net, settings, steps)
    began, done, total = time.monotonic(), 0, 0.0
    for epoch in range(settings.epochs):
        for batch in batches.of([variants.of(turn) for turn in turns], random):
            optimiser.zero_grad(set_to_none=True)
            loss = net.loss(_tensors(batch))
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_([*net.body, *net.head_weights], 1.0)
            optimiser.step()
            schedule.step()
            done, total = done + 1, total + float(loss.detach())
            if done % 20 == 0:
                took_s = time.monotonic() - began
                progress(f"epoch {epoch + 1}, step {done} of about {steps}: loss {total / 20:.3f}, {took_s:.0f} s")
                total = 0.0
    return stored(net)


def stored(net: TurnNet) -> dict[str, Any]:
    """Return what was learnt as the classifier reads it: half precision, by name, uncalibrated."""
    arrays = {**net.learnt(), "temperature": np.float32(1), "cut_above": np.float32(0)}
    return {name: np.asarray(array).astype(np.float16) for name, array in sorted(arrays.items())}


def write(arrays: dict[str, Any], path: Path) -> None:
    """Write the arrays; numpy dates the parts of the file 1980, so that the same arrays give the same bytes."""
    np.savez_compressed(path, **arrays)


def _tensors(batch: Mapping[str, Any]) -> dict[str, torch.Tensor]:
    found = {name: torch.from_numpy(array) for name, array in batch.items()}
    return {name: value.long() if value.dtype == torch.int32 else value for name, value in found.items()}


def _optimiser(net: TurnNet, settings: EncoderSettings, steps: int) -> tuple[Any, Any]:
    """AdamW, warmed up over a fifteenth of the way and then cooled down along a cosine to a fiftieth."""
    groups = [
        {"params": net.body, "lr": settings.rate},
        {"params": net.head_weights, "lr": settings.head_rate},
    ]
    warm = steps // 15 + 1

    def share(step: int) -> float:
        if step < warm:
            return (step + 1) / warm
        return 0.51 + 0.49 * math.cos(math.pi * min(1.0, (step - warm) / max(1, steps - warm)))

    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)

"""Difficulty changes how the coachee behaves: where he starts, how fast he opens and closes, how long he remembers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.domain.persona import Temper

Difficulty = Literal["easy", "normal", "hard"]


@dataclass(frozen=True, slots=True)
class _Shift:
    start: int
    gain_percent: int
    loss_percent: int
    damping_turns: int


_SHIFTS: dict[Difficulty, _Shift] = {
    "easy": _Shift(start=3, gain_percent=100, loss_percent=75, damping_turns=-1),
    "normal": _Shift(start=0, gain_percent=100, loss_percent=100, damping_turns=0),
    "hard": _Shift(start=-5, gain_percent=90, loss_percent=130, damping_turns=1),
}


def at_difficulty(temper: Temper, difficulty: Difficulty) -> Temper:
    """Return the temper at a difficulty; "normal" is what the persona file says."""
    shift = _SHIFTS[difficulty]
    return replace(
        temper,
        start=max(0, min(temper.open - 1, temper.start + shift.start)),
        gain_percent=shift.gain_percent,
        loss={kind: _percent(points, shift.loss_percent) for kind, points in temper.loss.items()},
        interruption=_percent(temper.interruption, shift.loss_percent),
        damping_turns=max(0, temper.damping_turns + shift.damping_turns),
    )


def _percent(points: int, percent: int) -> int:
    return (points * percent + 50) // 100

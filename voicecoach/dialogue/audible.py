"""Openness that can be heard: closed he speaks lower and slower, at insight livelier; always in the same voice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from voicecoach.domain.persona import Level, VoiceChoice

_LOWEST_RATE, _HIGHEST_RATE = 90, 260
_SHIFTS: Mapping[Level, tuple[int, int]] = {
    Level.CLOSED: (92, -14),
    Level.CAREFUL: (97, -7),
    Level.OPEN: (100, 0),
    Level.INSIGHT: (106, 10),
}
"""By level: what is left of the words a minute, in percent, and how far the pitch moves."""


def voice_at(choice: VoiceChoice, level: Level) -> VoiceChoice:
    """Return how he sounds at a level; `choice` is how he sounds when he is open."""
    percent, pitch = _SHIFTS[level]
    rate = max(_LOWEST_RATE, min(_HIGHEST_RATE, (choice.words_per_minute * percent + 50) // 100))
    return replace(choice, words_per_minute=rate, pitch=max(0, min(99, choice.pitch + pitch)))

"""A whole round with sound: speech-like noise wherever either side speaks, silence elsewhere."""

from __future__ import annotations

from pathlib import Path
from random import Random

import numpy as np

from tests.fakes.crowd import ROUND_MS, synthetic_round
from voicecoach.adapters.session_folder import SessionHead
from voicecoach.adapters.session_store import SessionStore
from voicecoach.debrief.talk_time import stretches_of
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.domain.persona import Persona


def keep_recorded(root: Path, persona: Persona, round_ms: int = ROUND_MS, goal: str = "", seed: int = 7) -> Path:
    """Write one round with its recording; return its folder."""
    head = SessionHead("", "2026-11-23T19:00:00+01:00", persona.language, persona, "sha256:0", seed, goal)
    log = SessionStore(root).create(head)
    events = synthetic_round(persona, Random(seed), round_ms)
    for event in events:
        log.append(event)
    sides = {side: np.zeros(round_ms * RATE_HZ // 1000, np.float32) for side in ("coach", "coachee")}
    speech = _speech(120)
    for stretch in stretches_of(events):
        start, end = (ms * RATE_HZ // 1000 for ms in (stretch.span.start_ms, stretch.span.end_ms))
        room = sides[stretch.side][start:end]
        room[:] = speech[: len(room)]
    log.record(sides["coach"], sides["coachee"])
    log.close()
    return log.path


def _speech(seconds: int) -> Samples:
    """Voiced harmonics on a moving pitch, in syllables of a quarter of a second, over a little noise."""
    at_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    phase = 2 * np.pi * np.cumsum(120 + 25 * np.sin(2.1 * at_s)) / RATE_HZ
    voice = sum(np.sin(n * phase) / n for n in range(1, 30))
    noise = np.random.default_rng(7).normal(0, 0.02, len(at_s))
    sound: Samples = (0.15 * voice * np.sin(4 * np.pi * at_s) ** 2 + noise).astype(np.float32)
    return sound

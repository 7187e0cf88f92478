"""What a round is run with and what it is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from voicecoach.dialogue.turn_taking import FloorRules
from voicecoach.ports import Clock, Loudspeaker, Microphone, SessionLog
from voicecoach.runtime.ear import Ear
from voicecoach.runtime.partner import Partner
from voicecoach.runtime.preparation import Preparation
from voicecoach.runtime.view import RoundView

Why = Literal["stopped", "said_stop", "time_up", "audio_ended", "device_lost", "committed", "failed", "farewell"]


@dataclass(frozen=True, slots=True)
class RoundSettings:
    """minutes: length of the round, None for no limit. half_duplex: deaf while the coachee speaks, for loudspeakers."""

    goal: str = ""
    minutes: float | None = None
    half_duplex: bool = False
    floor: FloorRules = field(default_factory=FloorRules)


@dataclass(frozen=True, slots=True)
class RoundParts:
    """What a round is made of."""

    microphone: Microphone
    ear: Ear
    preparation: Preparation
    conversation: Partner
    loudspeaker: Loudspeaker
    log: SessionLog
    clock: Clock
    view: RoundView

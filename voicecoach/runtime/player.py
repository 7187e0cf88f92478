"""A recorded talk played under somebody's fingers: paused, faster, slower, to another turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from voicecoach.debrief.cues import Cue
from voicecoach.domain.audio import Samples
from voicecoach.ports import Loudspeaker
from voicecoach.runtime.playback import LOOK_S, Playback

Key = Literal["pause", "faster", "slower", "next", "back", "stop"]
SLOWEST, FASTEST = 0.5, 4.0
_STEP = 1.25
_JUST_BEGUN_MS = 1500
"""So soon after the beginning of a turn, `back` goes to the one before it."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Where the talk is shown. show: a cue. jumped: what follows is from elsewhere. told: the speed, or a pause."""

    show: Callable[[Cue], None]
    jumped: Callable[[], None]
    told: Callable[[float, bool], None]


class Player:
    """Plays until the end, or until it is told to stop.

    sound_from: the recording from a time in ms on, at a speed. cues: of the whole talk.
    """

    def __init__(
        self, loudspeaker: Loudspeaker, sound_from: Callable[[int, float], Iterator[Samples]], cues: Sequence[Cue]
    ) -> None:
        self._loudspeaker = loudspeaker
        self._sound_from = sound_from
        self._cues = cues
        self._starts = sorted({cue.utterance.span.start_ms for cue in cues if cue.utterance.side == "coach"})

    def run(
        self,
        screen: Screen,
        wait: Callable[[float], None],
        pressed: Callable[[], Key | Literal[""]],
        *,
        start_ms: int = 0,
        speed: float = 1.0,
    ) -> None:
        """Play from a time on; raise DeviceLostError. wait, pressed: as in Playback."""
        at_ms, cues = start_ms, self._cues_from(start_ms)
        while True:
            sound = self._sound_from(at_ms, speed)
            playback = Playback(self._loudspeaker, sound, cues, start_ms=at_ms, speed=speed)
            key = playback.run(screen.show, wait, pressed)
            at_ms, cues = playback.at_ms, playback.cues_left
            if key == "pause":
                screen.told(speed, True)
                key = _next_key(wait, pressed)
                screen.told(speed, False)
            if key in {"", "stop"}:
                return
            if key in {"faster", "slower"}:
                speed = min(FASTEST, max(SLOWEST, speed * _STEP if key == "faster" else speed / _STEP))
                screen.told(speed, False)
            elif key in {"next", "back"} and (to_ms := self._turn_from(at_ms, key)) != at_ms:
                at_ms, cues = to_ms, self._cues_from(to_ms)
                screen.jumped()

    def _cues_from(self, at_ms: int) -> tuple[Cue, ...]:
        return tuple(cue for cue in self._cues if cue.utterance.span.start_ms >= at_ms)

    def _turn_from(self, at_ms: int, key: str) -> int:
        """When the next turn of the coach begins, or this one, or the one before; stays where there is none."""
        if key == "next":
            return next((start for start in self._starts if start > at_ms), at_ms)
        return next((start for start in reversed(self._starts) if start < at_ms - _JUST_BEGUN_MS), 0)


def _next_key(wait: Callable[[float], None], pressed: Callable[[], str]) -> str:
    """Wait for a key; the pause key plays on."""
    while not (key := pressed()):
        wait(LOOK_S)
    return key

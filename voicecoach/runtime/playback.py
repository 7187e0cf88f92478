"""Plays a recorded talk and shows its words as they are heard.

recording   |---------|---------|---------|       pieces, stretched to the wanted speed
handed in   |---------|-------->                  about a second and a half ahead of what is heard
heard       |---->                                counted in samples that went out: the words follow this
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from voicecoach.debrief.cues import Cue
from voicecoach.domain.audio import RATE_HZ, Samples, Sound, samples_to_ms
from voicecoach.ports import Loudspeaker

_AHEAD_MS = 1500
LOOK_S = 0.02


class Playback:
    """Plays once, to the end or until a key.

    sound: the recording from `start_ms` on, 16 kHz mono, at `speed` times its pace.
    cues: what to show, in order.
    """

    def __init__(
        self,
        loudspeaker: Loudspeaker,
        sound: Iterator[Samples],
        cues: Iterable[Cue],
        *,
        start_ms: int = 0,
        speed: float = 1.0,
    ) -> None:
        self._loudspeaker = loudspeaker
        self._sound = sound
        self._cues = deque(cues)
        self._start_ms = start_ms
        self._speed = speed
        self._handed_in = 0
        self._heard = 0
        self._is_all_in = False

    @property
    def at_ms(self) -> int:
        """Where in the recording we are, on the session clock."""
        return self._start_ms + round(samples_to_ms(self._heard) * self._speed)

    @property
    def cues_left(self) -> tuple[Cue, ...]:
        """What was not shown yet."""
        return tuple(self._cues)

    def run(self, show: Callable[[Cue], None], wait: Callable[[float], None], pressed: Callable[[], str]) -> str:
        """Play on, showing each cue when its time comes; return the key that broke it off, empty at the end.

        At the end all cues have been shown; broken off, nothing sounds any more. wait: lets so many seconds go by.
        pressed: the next key, empty when there is none. Raises DeviceLostError.
        """
        while not self._is_all_in or self._loudspeaker.is_playing:
            self._hand_in()
            self._listen()
            self._show_due(show)
            if key := pressed():
                self._loudspeaker.stop()
                self._listen()
                return key
            wait(LOOK_S)
        self._listen()
        while self._cues:
            show(self._cues.popleft())
        return ""

    def _hand_in(self) -> None:
        while not self._is_all_in and self._handed_in - self._heard < _AHEAD_MS * RATE_HZ // 1000:
            piece = next(self._sound, None)
            if piece is None:
                self._is_all_in = True
            elif len(piece):
                self._handed_in += len(piece)
                self._loudspeaker.play(Sound(piece, RATE_HZ))

    def _listen(self) -> None:
        while len((played := self._loudspeaker.drain_played()).samples):
            self._heard += len(played.samples)

    def _show_due(self, show: Callable[[Cue], None]) -> None:
        while self._cues and self._cues[0].at_ms <= self.at_ms:
            show(self._cues.popleft())

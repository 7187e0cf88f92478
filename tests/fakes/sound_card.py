"""A stand-in for the sounddevice module: devices from a list, blocks handed in by the test."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from voicecoach.domain.audio import Samples


class FakeSoundCard:
    """What SoundCardMicrophone uses of sounddevice, and a hand to play into it."""

    class PortAudioError(Exception):
        """As sounddevice's own."""

    def __init__(self, devices: list[tuple[str, int, int, int]], refuses: bool = False) -> None:
        """Take devices as (name, inputs, outputs, rate_hz); `refuses` makes every opening fail."""
        self.default = SimpleNamespace(device=(0, 0))
        self._devices = devices
        self._refuses = refuses
        self.opened: dict[str, Any] = {}
        self.closed = 0

    def query_devices(self) -> list[dict[str, Any]]:
        keys = ("name", "max_input_channels", "max_output_channels", "default_samplerate")
        return [dict(zip(keys, device, strict=True)) for device in self._devices]

    def InputStream(self, **options: Any) -> FakeSoundCard:
        if self._refuses:
            raise self.PortAudioError("Error opening InputStream: Device unavailable [PaErrorCode -9985]")
        self.opened = options
        return self

    def start(self) -> None:
        """Nothing comes until the test plays."""

    def close(self) -> None:
        self.closed += 1

    def play(self, block: Samples) -> None:
        """Hand a block to the callback and then overwrite it, as PortAudio does."""
        buffer = np.array(block, dtype=np.float32)[:, np.newaxis]
        callback: Callable[..., None] = self.opened["callback"]
        callback(buffer, len(buffer), None, None)
        buffer[:] = 9.0

    def unplug(self) -> None:
        finished: Callable[[], None] = self.opened["finished_callback"]
        finished()

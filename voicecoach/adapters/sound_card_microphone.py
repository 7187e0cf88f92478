"""A microphone on a sound card, opened at its own rate and resampled to 16 kHz on the way in."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from typing import Any

import numpy as np

from voicecoach.adapters.sound_devices import choose_device, load_sounddevice
from voicecoach.domain.audio import RATE_HZ, Samples
from voicecoach.domain.errors import DeviceError, DeviceLostError

LOST_AFTER_S = 2.0
"""A microphone that is silent in this sense, no samples at all, has been unplugged."""

BLOCK_S = 0.032
"""One frame of the speech detector: smaller blocks only cost wake-ups."""


class SoundCardMicrophone:
    """A Microphone over sounddevice. The callback only copies; all else happens in the reader's thread."""

    def __init__(
        self, device: str | int | None = None, sounddevice: Any = None, lost_after_s: float = LOST_AFTER_S
    ) -> None:
        """Open the device called so, or numbered so, or the default one; raise DeviceError when that fails.

        sounddevice: the module, or what stands in for it.
        """
        self._sounddevice = sounddevice or load_sounddevice()
        chosen = choose_device(self._sounddevice, device, "input")
        self._name = chosen.name
        self._rate_hz = chosen.rate_hz
        self._blocks: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._is_closed = False
        self._lost_after_s = lost_after_s
        self._stream = self._open(chosen.number)

    @property
    def is_live(self) -> bool:
        """A sound card keeps the pace of the clock."""
        return True

    def chunks(self) -> Iterator[Samples]:
        """Yield 16 kHz mono chunks of about 32 ms until closed; raise DeviceLostError when no more sound comes."""
        resample = _Resampling(self._rate_hz)
        while not self._is_closed:
            chunk = resample.take(self._next_block())
            if len(chunk):
                yield chunk

    def close(self) -> None:
        """Let the device go; may be called twice."""
        if self._is_closed:
            return
        self._is_closed = True
        self._stream.close()
        self._blocks.put(np.zeros(0, dtype=np.float32))  # wakes a reader that waits

    def _open(self, number: int) -> Any:
        def copy(block: Any, _frames: int, _time: Any, _status: Any) -> None:
            self._blocks.put(block[:, 0].copy())

        try:
            stream = self._sounddevice.InputStream(
                device=number,
                channels=1,
                samplerate=self._rate_hz,
                dtype="float32",
                blocksize=int(self._rate_hz * BLOCK_S),
                callback=copy,
                finished_callback=lambda: self._blocks.put(None),
            )
            stream.start()
        except self._sounddevice.PortAudioError as error:
            reason = str(error).splitlines()[0]
            raise DeviceError(
                f"The microphone '{self._name}' cannot be opened: {reason}.",
                "Close the program that uses it, or choose another with --microphone; `voicecoach doctor` lists them.",
            ) from error
        return stream

    def _next_block(self) -> Samples:
        try:
            block: Samples | None = self._blocks.get(timeout=self._lost_after_s)
        except queue.Empty:
            block = None
        if block is None and not self._is_closed:
            raise DeviceLostError(f"The microphone '{self._name}' was unplugged: no more sound comes from it.")
        return np.zeros(0, dtype=np.float32) if block is None else block


class _Resampling:
    """Turns blocks at the device's rate into chunks at 16 kHz, with no seam between them."""

    def __init__(self, rate_hz: int) -> None:
        import av  # noqa: PLC0415 - heavy

        self._av = av
        self._rate_hz = rate_hz
        self._resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE_HZ)

    def take(self, block: Samples) -> Samples:
        """Return what this block adds at 16 kHz; some samples stay behind for the next."""
        if self._rate_hz == RATE_HZ or not len(block):
            return block
        frame = self._av.AudioFrame.from_ndarray(np.ascontiguousarray(block[np.newaxis]), format="flt", layout="mono")
        frame.sample_rate = self._rate_hz
        pieces = [out.to_ndarray().reshape(-1) for out in self._resampler.resample(frame)]
        sound: Samples = np.concatenate([*pieces, np.zeros(0, dtype=np.float32)])
        return sound

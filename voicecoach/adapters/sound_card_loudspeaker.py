"""Plays through a sound card with sounddevice, from a stream that stays open so that sound starts at once."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np

from voicecoach.adapters.playing_queue import PlayingQueue
from voicecoach.adapters.resampling import at_rate
from voicecoach.domain.audio import RATE_HZ, Sound
from voicecoach.domain.errors import DeviceError, DeviceLostError
from voicecoach.ports import Clock, PlayedSound

_LONGEST_LATENCY_MS = 300
_DEAD_AFTER_MS = 2_000
_SEE_DEVICES = "See which there are with: voicecoach doctor"


class SoundCardLoudspeaker:
    """A Loudspeaker over PortAudio.

    clock: the session clock, which must move by itself.
    device: name or number; None for the system's own choice.
    """

    def __init__(self, clock: Clock, device: int | str | None = None) -> None:
        self._clock = clock
        self._sounddevice = _load_sounddevice()
        self._name = "the default loudspeaker" if device is None else f"loudspeaker {device!r}"
        self._device = int(device) if isinstance(device, str) and device.isdigit() else device
        self._closed = False
        self._is_restarting = False
        self._lost = threading.Event()
        self._rate_hz = self._device_rate_hz()
        self._queue = PlayingQueue(self._rate_hz)
        self._called_ms = clock.now_ms()
        self._stream = self._open()
        at_rate(Sound(np.zeros(160, dtype=np.float32), RATE_HZ), self._rate_hz + 1)  # warm up

    def play(self, sound: Sound) -> None:
        """Queue a sound behind what is playing, and return at once; raise DeviceLostError when unplugged."""
        self._check()
        self._queue.add(at_rate(sound, self._rate_hz), at_rate(sound, RATE_HZ))

    def stop(self) -> None:
        """Fall silent within 50 ms and forget what was queued."""
        was_playing = self.is_playing
        self._queue.clear()
        if was_playing:
            self._drop_buffer()

    @property
    def is_playing(self) -> bool:
        """Whether any queued sample has yet to be played; False once the device is lost."""
        if self._lost.is_set() or self._closed:
            return False
        return not self._queue.is_empty or self._clock.now_ms() < self._queue.end_ms

    def started_ms(self) -> int | None:
        """Return the clock time at which the first sample since the last stop or end went out; None before it."""
        return self._queue.started_ms

    def drain_played(self) -> PlayedSound:
        """Return the oldest unbroken sound that went out since the last call; raise DeviceLostError when unplugged."""
        played = self._queue.drain()
        if not len(played.samples):
            self._check()
        return played

    def close(self) -> None:
        """Let the device go; may be called twice."""
        if not self._closed:
            self._closed = True
            self._queue.clear()
            self._stream.abort(ignore_errors=True)
            self._stream.close(ignore_errors=True)

    def _device_rate_hz(self) -> int:
        try:
            return int(self._sounddevice.query_devices(self._device, "output")["default_samplerate"])
        except (ValueError, self._sounddevice.PortAudioError) as error:
            raise DeviceError(f"Cannot find {self._name}: {error}.", _SEE_DEVICES) from error

    def _open(self) -> Any:
        try:
            stream = self._sounddevice.OutputStream(
                samplerate=self._rate_hz,
                device=self._device,
                channels=1,
                dtype="float32",
                latency="low",
                callback=self._fill,
                finished_callback=self._finished,
            )
            stream.start()
        except (ValueError, self._sounddevice.PortAudioError) as error:
            raise DeviceError(f"Cannot play through {self._name}: {error}.", _SEE_DEVICES) from error
        return stream

    def _fill(self, out: Any, frames: int, time: Any, _status: Any) -> None:
        self._called_ms = self._clock.now_ms()
        latency_ms = 1000 * (time.outputBufferDacTime - time.currentTime)
        if not 0 <= latency_ms <= _LONGEST_LATENCY_MS:  # some drivers give no usable times
            latency_ms = 0
        samples = self._queue.take(frames, self._called_ms + round(latency_ms))
        out[: len(samples), 0] = samples
        out[len(samples) :] = 0

    def _finished(self) -> None:
        if not self._is_restarting and not self._closed:
            self._lost.set()

    def _drop_buffer(self) -> None:
        """Throw away what the device holds, since that may be more than 50 ms."""
        self._is_restarting = True
        try:
            self._stream.abort()
            self._stream.start()
            self._called_ms = self._clock.now_ms()
        except self._sounddevice.PortAudioError:
            self._lost.set()
        finally:
            self._is_restarting = False

    def _check(self) -> None:
        if self._closed:
            raise DeviceError("The loudspeaker is closed.")
        if self._lost.is_set() or self._clock.now_ms() - self._called_ms > _DEAD_AFTER_MS:
            self._lost.set()
            raise DeviceLostError(f"The loudspeaker went away ({self._name}).", "Plug it in and start again.")


def _load_sounddevice() -> Any:
    try:
        import sounddevice  # noqa: PLC0415 - heavy, and fails where PortAudio is missing
    except OSError as error:
        raise DeviceError("PortAudio is missing.", "Install it with: sudo apt install libportaudio2") from error
    return sounddevice

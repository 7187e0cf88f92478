"""Plays through a sound card with sounddevice, from a stream that stays open so that sound starts at once."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np

from voicecoach.adapters.playing_queue import PlayingQueue
from voicecoach.adapters.resampling import at_rate
from voicecoach.adapters.sound_devices import SoundDevice, choose_device, list_devices, load_sounddevice
from voicecoach.domain.audio import RATE_HZ, Sound
from voicecoach.domain.errors import DeviceError, DeviceLostError
from voicecoach.ports import Clock, PlayedSound

_BUFFER_S = 0.03  # the least that does not run dry on a busy machine
_LONGEST_LATENCY_MS = 300
_DEAD_AFTER_MS = 2_000
_ANOTHER = "Close the program that uses it, or choose another with --loudspeaker; `voicecoach doctor` lists them."


class SoundCardLoudspeaker:
    """A Loudspeaker over PortAudio.

    clock: the session clock, which must move by itself.
    device: name or number; None for the system's own choice.
    """

    def __init__(self, clock: Clock, device: int | str | None = None) -> None:
        self._clock = clock
        self._sounddevice = load_sounddevice()
        chosen = _chosen(self._sounddevice, device)
        self._name = chosen.name
        self._rate_hz = chosen.rate_hz
        self._closed = False
        self._is_restarting = False
        self._lost = threading.Event()
        self._queue = PlayingQueue(self._rate_hz)
        self._called_ms = clock.now_ms()
        self._stream = self._open(chosen.number)
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

    def _open(self, number: int) -> Any:
        try:
            stream = self._sounddevice.OutputStream(
                samplerate=self._rate_hz,
                device=number,
                channels=1,
                dtype="float32",
                latency=_BUFFER_S,
                callback=self._fill,
                finished_callback=self._finished,
            )
            stream.start()
        except (ValueError, self._sounddevice.PortAudioError) as error:
            reason = str(error).splitlines()[0]
            raise DeviceError(f"The loudspeaker '{self._name}' cannot be opened: {reason}.", _ANOTHER) from error
        return stream

    def _fill(self, out: Any, frames: int, time: Any, _status: Any) -> None:
        self._called_ms = self._clock.now_ms()
        if self._queue.is_idle:  # most of a round: a hundred times a second, so it must cost next to nothing
            out.fill(0)
            return
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
            raise DeviceLostError(f"The loudspeaker '{self._name}' was unplugged: it takes no more sound.")


def _chosen(sounddevice: Any, wanted: int | str | None) -> SoundDevice:
    if not any(each.outputs for each in list_devices(sounddevice)):
        raise DeviceError("There is no loudspeaker on this machine.", "Plug one in, or practise with --no-play.")
    return choose_device(sounddevice, wanted, "output")

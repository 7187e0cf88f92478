"""The sound devices of this machine: listed, and chosen by name or number."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from voicecoach.domain.errors import DeviceError

Direction = Literal["input", "output"]

_WORDS = {"input": "microphone", "output": "loudspeaker"}


@dataclass(frozen=True, slots=True)
class SoundDevice:
    """One device.

    number: PortAudio's, good until something is plugged in or out.
    rate_hz: its own rate.
    inputs, outputs: channels it has each way.
    """

    number: int
    name: str
    rate_hz: int
    inputs: int
    outputs: int
    is_default_input: bool = False
    is_default_output: bool = False


def load_sounddevice() -> Any:
    """Return the sounddevice module; raise DeviceError, with the cure, when PortAudio is not on this machine."""
    try:
        import sounddevice  # noqa: PLC0415 - needs a system library
    except OSError as error:
        raise DeviceError("The sound library PortAudio is missing.", "Install it: apt install libportaudio2") from error
    return sounddevice


def list_devices(sounddevice: Any = None) -> tuple[SoundDevice, ...]:
    """Return all devices, none where there is no sound card; raise DeviceError when PortAudio is missing."""
    module = sounddevice or load_sounddevice()
    try:
        default_input, default_output = module.default.device
        found = module.query_devices()
    except module.PortAudioError:
        return ()
    return tuple(
        SoundDevice(
            number=number,
            name=str(each["name"]),
            rate_hz=round(each["default_samplerate"]),
            inputs=int(each["max_input_channels"]),
            outputs=int(each["max_output_channels"]),
            is_default_input=number == default_input,
            is_default_output=number == default_output,
        )
        for number, each in enumerate(found)
    )


def choose_device(sounddevice: Any, wanted: str | int | None, direction: Direction) -> SoundDevice:
    """Return the device by number, by name or part of it, or the default; raise DeviceError offering what there is."""
    usable = [each for each in list_devices(sounddevice) if (each.inputs if direction == "input" else each.outputs)]
    if not usable:
        raise DeviceError(
            f"There is no {_WORDS[direction]} on this machine.", "Plug one in, or practise with --audio FILE."
        )
    if wanted is None:
        return _default(usable, direction)
    number = int(wanted) if isinstance(wanted, int) or wanted.isdecimal() else None
    matching = [each for each in usable if each.number == number] if number is not None else _named(usable, str(wanted))
    if not matching:
        raise DeviceError(
            f"There is no {_WORDS[direction]} '{wanted}'.", f"There are: {_nearest(usable, str(wanted))}."
        )
    return matching[0]


def _default(usable: Sequence[SoundDevice], direction: Direction) -> SoundDevice:
    for each in usable:
        if each.is_default_input if direction == "input" else each.is_default_output:
            return each
    return usable[0]


def _named(usable: Sequence[SoundDevice], wanted: str) -> list[SoundDevice]:
    name = wanted.casefold()
    exact = [each for each in usable if each.name.casefold() == name]
    return exact or [each for each in usable if name in each.name.casefold()]


def _nearest(usable: Sequence[SoundDevice], wanted: str) -> str:
    def unlikeness(each: SoundDevice) -> float:
        return -difflib.SequenceMatcher(None, wanted.casefold(), each.name.casefold()).ratio()

    return ", ".join(f"{each.number} '{each.name}'" for each in sorted(usable, key=unlikeness)[:3])

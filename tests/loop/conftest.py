"""The virtual sound card as a fixture; a test that asks for it is skipped, saying so, where none can be made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.loop.virtual_sound_card import VirtualSoundCard, missing_programs, virtual_sound_card


@pytest.fixture
def sound_card() -> Iterator[VirtualSoundCard]:
    missing = missing_programs()
    if missing:
        pytest.skip(f"no sound server on this machine: {', '.join(missing)} not found (apt install pulseaudio)")
    try:
        import sounddevice  # noqa: F401, PLC0415 - may fail where PortAudio is missing
    except OSError:
        pytest.skip("PortAudio is missing (apt install libportaudio2)")
    with virtual_sound_card() as card:
        yield card

"""Packs a recording so small that a page can carry it: AAC in MP4, which every current browser plays."""

from __future__ import annotations

import base64
import io
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.domain.audio import RATE_HZ

if TYPE_CHECKING:
    from av import Packet

BITS_PER_SECOND = 40_000
"""For both sides together; a quarter of an hour makes 4.5 MB, 6 MB as text in a page."""

STRETCHES = 4
"""A recording is packed in so many stretches side by side: three quarters of the page's time went there."""

_AAC_FRAME = 1024
_OVERLAP_FRAMES = 4 * _AAC_FRAME
"""Each stretch is coded so much beyond both its ends, since an AAC packet leans on its neighbours, and cut after."""

_PIECE_FRAMES = 30 * RATE_HZ


def sound_address(recording: Path) -> str:
    """Return a `data:` address that holds both sides, left the coach and right the coachee; empty for no sound.

    Raises SessionError when the file is missing or no recording of a session.
    """
    sound = packed_sound(recording)
    return f"data:audio/mp4;base64,{base64.b64encode(sound).decode('ascii')}" if sound else ""


def packed_sound(recording: Path) -> bytes:
    """Return the recording as an MP4 file of AAC, its clock the recording's; empty bytes for no sound."""
    import av  # noqa: PLC0415 - heavy

    from voicecoach.adapters.session_audio import recorded_frames  # noqa: PLC0415 - numpy

    frames, buffer = recorded_frames(recording), io.BytesIO()
    if not frames:
        return b""
    length = -(-frames // (STRETCHES * _AAC_FRAME)) * _AAC_FRAME
    stretches = [(start, min(start + length, frames)) for start in range(0, frames, length)]
    with av.open(buffer, "w", format="mp4") as container, ThreadPoolExecutor(STRETCHES) as pool:
        stream = container.add_stream("aac", rate=RATE_HZ, layout="stereo")
        stream.bit_rate = BITS_PER_SECOND
        for packets in pool.map(lambda ends: _packets(recording, ends[0], ends[1], frames), stretches):
            for packet in packets:
                packet.stream = stream
                container.mux(packet)
    return buffer.getvalue()


def _packets(recording: Path, start: int, stop: int, frames: int) -> list[Packet[Any]]:
    """Return the AAC packets from frame start to stop, of as many frames as there are.

    The very first primes the decoder and is dated before the start.
    """
    import av  # noqa: PLC0415 - heavy
    import numpy as np  # noqa: PLC0415 - heavy

    from voicecoach.adapters.session_audio import read_part  # noqa: PLC0415 - numpy

    coder = av.CodecContext.create("aac", "w")
    coder.sample_rate, coder.layout, coder.format = RATE_HZ, "stereo", "fltp"
    coder.bit_rate, coder.time_base, coder.options = BITS_PER_SECOND, Fraction(1, RATE_HZ), {"aac_coder": "fast"}
    first, last = max(start - _OVERLAP_FRAMES, 0), min(stop + _OVERLAP_FRAMES, frames)
    found: list[Packet[Any]] = []
    for at in range(first, last, _PIECE_FRAMES):
        both = np.stack(read_part(recording, at, min(_PIECE_FRAMES, last - at)))
        frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = RATE_HZ, at
        found += coder.encode(frame)
    found += coder.encode(None)
    kept_from = start or -_AAC_FRAME
    return [packet for packet in found if packet.pts is not None and kept_from <= packet.pts < stop]

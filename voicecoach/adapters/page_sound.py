"""Packs a recording so small that a page can carry it: AAC in MP4, which every current browser plays."""

from __future__ import annotations

import base64
import io
from pathlib import Path

from voicecoach.domain.audio import RATE_HZ

BITS_PER_SECOND = 40_000
"""For both sides together; a quarter of an hour makes 4.5 MB, 6 MB as text in a page."""

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
    import numpy as np  # noqa: PLC0415 - heavy

    from voicecoach.adapters.session_audio import read_part, recorded_frames  # noqa: PLC0415 - numpy

    frames, buffer = recorded_frames(recording), io.BytesIO()
    if not frames:
        return b""
    with av.open(buffer, "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=RATE_HZ, layout="stereo", options={"aac_coder": "fast"})
        stream.bit_rate = BITS_PER_SECOND
        for start in range(0, frames, _PIECE_FRAMES):
            both = np.stack(read_part(recording, start, _PIECE_FRAMES))
            frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
            frame.sample_rate, frame.pts = RATE_HZ, start
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return buffer.getvalue()

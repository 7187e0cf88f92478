"""Cuts sound into the pieces that Whisper is asked about: speech with little silence in it, short enough to fit.

After a long pause Whisper is apt to stop writing, so a piece ends there; silence around the speech only costs time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from voicecoach.domain.audio import FRAME_SAMPLES, RATE_HZ, Samples

LONGEST_S = 27.0
"""A longer piece leaves no room for the silence around it in Whisper's 30 s."""

SEARCH_S = 12.0
"""The cut is looked for in so much sound before the longest possible end."""

PAUSE_S = 1.0
"""Silence as long as this ends a piece."""

MARGIN_S = 0.3
"""Sound kept before and after the speech found: soft beginnings and ends."""

BLOCK = RATE_HZ // 10


def speech_pieces(samples: Samples, is_speech: Sequence[bool]) -> tuple[Samples, ...]:
    """Return the stretches of speech, margins included; `is_speech` has one entry a frame of 512 samples."""
    spans = list[tuple[int, int]]()
    margin = int(MARGIN_S * RATE_HZ)
    for frame, heard in enumerate(is_speech):
        start = frame * FRAME_SAMPLES
        if heard and spans and start - spans[-1][1] < PAUSE_S * RATE_HZ:
            spans[-1] = (spans[-1][0], start + FRAME_SAMPLES)
        elif heard:
            spans.append((start, start + FRAME_SAMPLES))
    whole = (samples[max(0, start - margin) : end + margin] for start, end in spans)
    return tuple(piece for stretch in whole for piece in split_at_quiet(stretch))


def split_at_quiet(samples: Samples, longest_s: float = LONGEST_S) -> tuple[Samples, ...]:
    """Return pieces of at most `longest_s` seconds that together are the sound; cut where 0.1 s is quietest."""
    pieces = list[Samples]()
    longest = int(longest_s * RATE_HZ)
    while len(samples) > longest:
        cut = _quietest(samples, int((longest_s - min(SEARCH_S, longest_s / 2)) * RATE_HZ), longest)
        pieces.append(samples[:cut])
        samples = samples[cut:]
    return (*pieces, samples)


def _quietest(samples: Samples, first: int, last: int) -> int:
    blocks = (last - first) // BLOCK
    energy = np.square(samples[first : first + blocks * BLOCK].reshape(blocks, BLOCK)).mean(axis=1)
    near = np.convolve(np.pad(energy, 1, mode="edge"), np.ones(3), mode="valid")  # wide pauses before narrow ones
    return first + int(np.argmin(near)) * BLOCK + BLOCK // 2

"""Frames do not depend on how the sound was cut."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.dialogue.endpointing import EndpointingConfig, EndpointingEvent, EndpointingState, finish, step
from voicecoach.dialogue.framing import Framing
from voicecoach.domain.audio import Samples


def _ramp(n: int) -> Samples:
    return np.arange(n, dtype=np.float32) / np.float32(max(n, 1))


def _loud(frame: Samples) -> float:
    return float(np.abs(frame).mean() > 0.2)


def _segmented(chunks: list[Samples]) -> list[EndpointingEvent]:
    """A detector that hears loudness stands in for Silero."""
    framing, state, happened = Framing(), EndpointingState(), list[EndpointingEvent]()
    for chunk in chunks:
        framing, frames = framing.take(chunk)
        for frame in frames:
            state, events = step(state, _loud(frame), EndpointingConfig())
            happened.extend(events)
    return happened + list(finish(state)[1])


def _cut(sound: Samples, lengths: list[int]) -> list[Samples]:
    chunks, at = list[Samples](), 0
    for length in lengths:
        chunks.append(sound[at : at + length])
        at += length
    return [*chunks, sound[at:]]


def test_a_chunk_shorter_than_a_frame_is_kept_for_later() -> None:
    framing, frames = Framing().take(_ramp(511))
    assert frames == ()
    assert len(framing.take(_ramp(1))[1]) == 1


def test_a_chunk_of_three_frames_and_a_bit_gives_three_frames() -> None:
    framing, frames = Framing().take(_ramp(3 * 512 + 7))
    assert [frame.shape for frame in frames] == [(512,)] * 3
    assert len(framing.rest) == 7


def test_an_empty_chunk_changes_nothing() -> None:
    framing, frames = Framing().take(_ramp(0))
    assert (len(framing.rest), frames) == (0, ())


def test_what_was_left_over_does_not_change_when_the_callers_buffer_does() -> None:
    buffer = np.ones(100, dtype=np.float32)
    framing, _ = Framing().take(buffer)
    buffer[:] = 0
    assert framing.rest.sum() == 100


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(st.tuples(st.booleans(), st.integers(0, 20_000)), max_size=8),
    lengths=st.lists(st.integers(0, 5_000), max_size=40),
)
def test_chunk_sizes_never_change_the_segmentation(parts: list[tuple[bool, int]], lengths: list[int]) -> None:
    pieces = [np.full(n, 0.5 if is_loud else 0.0, dtype=np.float32) for is_loud, n in parts]
    sound = np.concatenate([*pieces, np.zeros(0, dtype=np.float32)])
    assert _segmented(_cut(sound, lengths)) == _segmented([sound])

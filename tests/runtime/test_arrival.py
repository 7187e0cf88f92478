"""The microphone's first sample is found on the session clock, however late the first block comes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.runtime.arrival import SETTLING_MS, Arrival


def test_a_first_block_that_comes_late_and_a_burst_after_it_give_the_time_of_speaking() -> None:
    arrival = Arrival()
    arrival.heard(512, 700)
    assert arrival.start_ms == 668
    for _ in range(18):
        arrival.heard(512, 710)
    assert arrival.start_ms == 710 - 19 * 32


@given(st.integers(0, 5_000), st.lists(st.integers(0, 400), min_size=19, max_size=60))
def test_the_start_is_as_late_as_the_least_delayed_block_and_never_earlier_than_true(
    start_ms: int, delays_ms: list[int]
) -> None:
    arrival = Arrival()
    for number, delay_ms in enumerate(delays_ms, 1):
        arrival.heard(512, start_ms + number * 32 + delay_ms)
    looked_at = delays_ms[: SETTLING_MS // 32 + 1]
    assert arrival.is_settled
    assert arrival.start_ms == start_ms + min(looked_at)

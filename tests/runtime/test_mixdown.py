"""Both sides land where they were heard."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.sound import FakeLog, tone
from voicecoach.runtime.mixdown import Mixdown


def test_what_was_played_lies_at_its_time_on_the_clock() -> None:
    log = FakeLog()
    mixdown = Mixdown(log)
    mixdown.begin(0)
    mixdown.heard(np.zeros(16_000, dtype=np.float32))
    mixdown.played(900, tone(200).samples)
    mixdown.finish()
    loud = np.flatnonzero(log.coachee)
    assert (loud[0], loud[-1]) == (14_400, 17_599)


@given(st.lists(st.integers(1, 3000), max_size=20), st.integers(0, 800), st.integers(0, 500))
def test_both_sides_are_equally_long_and_nothing_of_the_coach_is_lost(
    chunks: list[int], at_ms: int, length_ms: int
) -> None:
    log = FakeLog()
    mixdown = Mixdown(log)
    mixdown.begin(0)
    for chunk in chunks:
        mixdown.heard(np.full(chunk, 0.5, dtype=np.float32))
    mixdown.played(at_ms, tone(length_ms).samples)
    mixdown.finish()
    assert len(log.coach) == len(log.coachee)
    assert np.count_nonzero(log.coach) == sum(chunks)
    assert np.count_nonzero(log.coachee) == length_ms * 16


def test_the_coach_is_laid_where_his_first_sample_was_spoken_though_that_is_known_late() -> None:
    log = FakeLog()
    mixdown = Mixdown(log)
    mixdown.heard(np.full(16_000, 0.5, dtype=np.float32))
    assert len(log.coach) == 0
    mixdown.begin(300)
    mixdown.begin(900)
    mixdown.finish()
    assert np.flatnonzero(log.coach)[0] == 300 * 16
    assert len(log.coach) == 16_000 + 300 * 16

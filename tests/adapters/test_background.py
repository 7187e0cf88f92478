"""Work begun beside the rest: its result, or its error, comes to whoever asks."""

from __future__ import annotations

from threading import Event, main_thread
from threading import current_thread as this_thread

import pytest

from voicecoach.adapters.background import begun


def test_the_result_is_waited_for() -> None:
    go_on = Event()
    future = begun(lambda: go_on.wait(5) and this_thread())
    assert not future.done()
    go_on.set()
    assert future.result(5) is not main_thread()


def test_an_error_comes_out_where_the_result_is_asked_for() -> None:
    def fails() -> None:
        raise ValueError("not this")

    with pytest.raises(ValueError, match="not this"):
        begun(fails).result(5)

"""A reply starts with its first piece, goes on with the rest, and stops when told."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.fakes.sound import FakeLoudspeaker, tone
from voicecoach.domain.audio import Sound
from voicecoach.domain.errors import VoiceError
from voicecoach.runtime.mouth import Finished, Mouth, Started


@pytest.fixture
def worker() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(max_workers=1) as worker:
        yield worker


def test_a_reply_is_played_whole_and_in_order(worker: ThreadPoolExecutor) -> None:
    loudspeaker = FakeLoudspeaker()
    mouth = Mouth(loudspeaker, worker, lambda _: None, waits=True)
    first, second = tone(100), tone(200)
    mouth.say(1, first, iter([second]))
    assert loudspeaker.played == [first, second]
    loudspeaker.first_ms = 5
    assert mouth.poll() == [Started(1, 5)]
    loudspeaker.is_playing = False
    assert mouth.poll() == [Finished(1, was_interrupted=False)]
    assert mouth.poll() == []


def test_a_hushed_reply_is_cut_off_once(worker: ThreadPoolExecutor) -> None:
    loudspeaker = FakeLoudspeaker()
    mouth = Mouth(loudspeaker, worker, lambda _: None)
    mouth.say(3, tone(100), iter(()))
    stops = loudspeaker.stops
    assert mouth.hush() == Finished(3, was_interrupted=True)
    assert loudspeaker.stops == stops + 1
    assert mouth.hush() is None
    assert not mouth.is_busy


def test_a_voice_that_breaks_in_the_middle_is_reported(worker: ThreadPoolExecutor) -> None:
    def broken() -> Iterator[Sound]:
        yield tone(1)
        raise VoiceError("the voice broke")

    errors: list[BaseException] = []
    Mouth(FakeLoudspeaker(), worker, errors.append, waits=True).say(1, tone(10), broken())
    assert isinstance(errors[0], VoiceError)

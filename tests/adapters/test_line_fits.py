from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.fakes.coachees import coachee
from voicecoach.adapters.line_fits import LEAST, MOST, LineFits, line_texts
from voicecoach.domain.topics import LineFit

PERSONA = coachee()
COUNT = len(line_texts(PERSONA))


def test_the_lines_nearest_to_a_turn_come_first_with_their_place_in_the_file() -> None:
    axes = np.eye(COUNT, dtype=np.float32)
    turn = axes[0] * 0.6 + axes[9] * 0.8
    first, second, *others = LineFits(PERSONA, axes).to(turn)
    assert [(each.topic, each.line) for each in (first, second)] == [("target", 1), ("quotes", 0)]
    assert first.percent == pytest.approx(80, abs=6)
    assert others == [], "what hardly fits is left out"


def test_no_more_are_kept_than_the_log_needs() -> None:
    lines = np.tile(np.array([[1, 0], [-1, 0]], dtype=np.float32), (COUNT // 2, 1))
    found = LineFits(PERSONA, lines).to(np.array([1, 0], dtype=np.float32))
    assert len(found) == min(MOST, COUNT // 2)
    assert all(each.percent >= LEAST for each in found)


def test_a_file_without_lines_fits_nothing() -> None:
    assert (
        LineFits(replace(PERSONA, topics=()), np.zeros((0, 8), dtype=np.float32)).to(np.ones(8, dtype=np.float32)) == ()
    )


def test_texts_stand_in_the_order_of_the_places() -> None:
    fit = LineFits(PERSONA, np.eye(COUNT, dtype=np.float32)).to(np.eye(COUNT, dtype=np.float32)[8])[0]
    assert isinstance(fit, LineFit)
    topic = next(topic for topic in PERSONA.topics if topic.id == fit.topic)
    assert topic.lines[fit.line].text == line_texts(PERSONA)[8]

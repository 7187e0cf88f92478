"""Asked on about a line he said, he goes on about it; asked about something else, he goes there. By the real models."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.follow_ups import shares
from voicecoach.ports import Embedder, MoveClassifier
from voicecoach.wiring.engines import build_classifier, build_embedder, load_persona


@cache
def models() -> tuple[Embedder, MoveClassifier]:
    return build_embedder(), build_classifier()


@pytest.mark.parametrize("name", ["joris", "daniel"])
def test_he_goes_on_about_his_line_while_asked_on_about_it_and_leaves_it_for_another_topic(name: str) -> None:
    found = shares(load_persona(name), *models())
    assert found.leans >= 0.75
    assert found.takes_up >= 0.85
    assert found.elsewhere >= 0.80

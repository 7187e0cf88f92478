from __future__ import annotations

import pytest

from voicecoach.dialogue.question_starts import question_starts


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("You were the first one done. And then?", [6]),
        ("Wat zei hij? Dat moet lastig zijn. Hoe ging het toen?", [3, 7]),
        ("Je bent bang. Of niet?", []),
        ("You are afraid of it. Aren't you?", []),
        ("Hoe gaat het? En thuis?", []),
        ("dus je zat in de auto hoe was dat", []),
        ("Zo. Nou. Ja.", []),
        ("", []),
    ],
)
def test_a_question_and_a_statement_are_two_moves_and_a_tag_is_none(text: str, starts: list[int]) -> None:
    assert list(question_starts(text.split())) == starts

"""What counts as assumption-free listening."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.domain.moves import FILLING_IN, LISTENING, Move, MoveKind, Turn


def move(kind: MoveKind, probability: float = 0.9) -> Move:
    return Move(kind, probability, 0, 4)


def test_a_tip_after_four_questions_makes_the_turn_a_tip() -> None:
    questions = (move(MoveKind.OPEN_QUESTION),) * 4
    assert Turn("text", questions).is_assumption_free
    assert not Turn("text", (*questions, move(MoveKind.ADVICE))).is_assumption_free


def test_an_interruption_is_never_assumption_free() -> None:
    assert not Turn("text", (move(MoveKind.OPEN_QUESTION),), interrupted=True).is_assumption_free


def test_a_backchannel_alone_is_neither_listening_nor_filling_in() -> None:
    turn = Turn("hm-hm", (move(MoveKind.OTHER),))
    assert not turn.is_assumption_free
    assert not turn.fills_in


@given(st.lists(st.builds(move, st.sampled_from(MoveKind), st.floats(0, 1)), max_size=6))
def test_an_assumption_free_turn_listens_and_fills_nothing_in(moves: list[Move]) -> None:
    turn = Turn("text", tuple(moves))
    if turn.is_assumption_free:
        assert any(m.kind in LISTENING for m in moves)
        assert not any(m.kind in FILLING_IN and m.is_certain for m in moves)


def test_a_probability_outside_zero_to_one_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="probabilities"):
        Move(MoveKind.OTHER, 1.2, 0, 1)

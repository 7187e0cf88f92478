from __future__ import annotations

import pytest

from voicecoach.domain.errors import InputError
from voicecoach.domain.moves import MoveKind
from voicecoach.training.marked_text import parse_turn, read_turns


def test_a_marked_turn_is_its_words_with_the_places_of_its_moves() -> None:
    text, moves = parse_turn("[reflection+] dus dat loopt niet [advice] bel ze eens", "here")
    assert text == "dus dat loopt niet bel ze eens"
    assert [(m.kind, text[m.start : m.end], m.follows_up) for m in moves] == [
        (MoveKind.REFLECTION, "dus dat loopt niet", True),
        (MoveKind.ADVICE, "bel ze eens", False),
    ]


@pytest.mark.parametrize("marked", ["", "geen soort", "[onzin] tekst", "[advice]", "eerst [advice] dan"])
def test_a_turn_that_is_marked_wrong_is_refused_with_its_place(marked: str) -> None:
    with pytest.raises(InputError, match=r"sales\.tsv:3"):
        parse_turn(marked, "sales.tsv:3")


def test_all_training_text_reads_and_holds_every_kind_in_both_languages() -> None:
    turns = read_turns()
    for language in ("nl", "en"):
        own = [turn for turn in turns if turn.language == language]
        assert {move.kind for turn in own for move in turn.moves} == set(MoveKind)
        assert 0.07 < sum(turn.is_test for turn in own) / len(own) < 0.13


def test_rewordings_of_one_intent_stand_on_one_side_of_the_split() -> None:
    sides: dict[tuple[str, str, str], set[bool]] = {}
    for turn in read_turns():
        sides.setdefault((turn.language, turn.theme, turn.intent), set()).add(turn.is_test)
    assert all(len(side) == 1 for side in sides.values())

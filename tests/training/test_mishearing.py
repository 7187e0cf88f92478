"""A misheard turn keeps its marks at the words they stood at."""

from __future__ import annotations

from voicecoach.training.marked_text import MarkedTurn, parse_turn
from voicecoach.training.mishearing import marked_as_heard


def _turn(marked: str) -> MarkedTurn:
    return MarkedTurn("nl", "theme", "intent", "", *parse_turn(marked, "here"))


TWO = _turn("[reflection+] dus die offertes blijven liggen [open_question+] en wat doet dat met je")


def test_a_changed_word_stays_in_its_move() -> None:
    heard = "Dus die offerte is blijven liggen en wat dood dat met je?"

    assert marked_as_heard(TWO, heard) == (
        "[reflection+] Dus die offerte is blijven liggen [open_question+] en wat dood dat met je?"
    )


def test_a_turn_heard_well_is_not_kept() -> None:
    assert not marked_as_heard(TWO, "Dus die offertes blijven liggen. En wat doet dat met je?")


def test_a_turn_heard_hardly_at_all_is_not_kept() -> None:
    assert not marked_as_heard(TWO, "de dominee bleef in Parijs met zijn vrouw en je")
    assert not marked_as_heard(TWO, "")


def test_a_turn_of_which_a_whole_move_was_lost_is_not_kept() -> None:
    assert not marked_as_heard(
        _turn("[other] hm [open_question] en wat doet dat nou met je"), "en wat doet dat nou met je"
    )

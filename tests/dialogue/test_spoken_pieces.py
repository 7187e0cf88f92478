from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.spoken_pieces import spoken_pieces


def test_the_first_sentence_is_spoken_first() -> None:
    pieces = spoken_pieces("Ja, dat klopt. Ik bel te weinig, en dat weet ik eigenlijk zelf ook wel.")
    assert pieces == ("Ja, dat klopt.", "Ik bel te weinig, en dat weet ik eigenlijk zelf ook wel.")


def test_a_long_first_sentence_starts_with_its_first_clause() -> None:
    pieces = spoken_pieces(
        "Kijk, als ik heel eerlijk ben, dan weet ik niet zo goed waar ik het nog vandaan moet halen."
    )
    assert pieces[0] == "Kijk, als ik heel eerlijk ben,"
    assert len(pieces) == 2


def test_a_short_text_is_one_piece() -> None:
    assert spoken_pieces("Dat vind ik lastig.") == ("Dat vind ik lastig.",)


def test_short_sentences_after_the_first_stay_together() -> None:
    assert spoken_pieces("Tja. Misschien. Ik weet niet. Zou kunnen.") == (
        "Tja.",
        "Misschien. Ik weet niet. Zou kunnen.",
    )


def test_a_trailing_thought_does_not_end_a_sentence() -> None:
    assert spoken_pieces("Dus... ik weet het niet.") == ("Dus... ik weet het niet.",)


def test_abbreviations_and_figures_do_not_end_a_sentence() -> None:
    assert spoken_pieces("I saw Mr. Jansen at 3.5 percent.") == ("I saw Mr. Jansen at 3.5 percent.",)


def test_nothing_to_say_gives_no_pieces() -> None:
    assert spoken_pieces("  ") == ()
    assert spoken_pieces(" ... ") == ()


@given(st.text())
def test_the_pieces_put_together_are_the_text(text: str) -> None:
    pieces = spoken_pieces(text)
    if pieces:
        assert " ".join(pieces) == " ".join(text.split())
        assert all(any(character.isalnum() for character in piece) for piece in pieces)

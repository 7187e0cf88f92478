"""Letters tell what a misheard word was."""

from __future__ import annotations

import numpy as np
import pytest

from voicecoach.adapters.spelling_likeness import SpellingLikeness

TEXTS = ("Hoe bevalt het systeem?", "Welke oplossing zie je?", "Wie is je leidinggevende?")


def test_the_same_words_are_wholly_alike() -> None:
    assert SpellingLikeness(TEXTS).to("hoe bevalt het systeem")[0] == pytest.approx(1.0, abs=1e-5)


@pytest.mark.parametrize(
    ("heard", "meant"), [("hoe gaat het system", 0), ("op losing zie", 1), ("de leiding gevende", 2)]
)
def test_a_misheard_word_is_nearest_to_what_was_said(heard: str, meant: int) -> None:
    assert int(np.argmax(SpellingLikeness(TEXTS).to(heard))) == meant


@pytest.mark.parametrize("text", ["", "?!", "qqqq"])
def test_letters_that_none_has_are_like_nothing(text: str) -> None:
    assert not SpellingLikeness(TEXTS).to(text).any()


def test_letters_beside_the_known_ones_make_it_less_alike() -> None:
    known = SpellingLikeness(TEXTS)
    assert known.to("systeem xyzzy plugh")[0] < known.to("systeem")[0]


def test_texts_are_as_alike_among_each_other_as_one_by_one() -> None:
    texts = ["het systeem", "de offertes", "het systeem werkt"]
    likeness = SpellingLikeness(texts)
    assert np.allclose(likeness.among(), [likeness.to(text) for text in texts], atol=1e-6)

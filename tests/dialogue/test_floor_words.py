"""Backchannels and the word that ends the round."""

from __future__ import annotations

from voicecoach.dialogue.floor_words import is_backchannel, is_stop


def test_a_hum_or_a_yes_is_a_backchannel_in_both_languages() -> None:
    assert is_backchannel("Hm-hm.", "nl")
    assert is_backchannel("Ja ja, precies.", "nl")
    assert is_backchannel("Oh, I see.", "en")


def test_content_is_no_backchannel() -> None:
    assert not is_backchannel("Ja maar", "nl")
    assert not is_backchannel("Yes, call them", "en")
    assert not is_backchannel("", "en")


def test_only_the_bare_word_ends_the_round() -> None:
    assert is_stop("Stop.", "nl")
    assert is_stop("Einde", "nl")
    assert is_stop("End session.", "en")
    assert not is_stop("Wanneer stop je daarmee?", "nl")

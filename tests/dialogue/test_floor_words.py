"""Backchannels, greetings, and the word that ends the round."""

from __future__ import annotations

import pytest

from voicecoach.dialogue.floor_words import is_backchannel, is_greeting, is_stop
from voicecoach.domain.audio import Language


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoi Ruud, alles goed?", "nl"),
        ("Goedemorgen, fijn dat je er bent.", "nl"),
        ("goeie middag Fatoumata", "nl"),
        ("Hé, hoe is het?", "nl"),
        ("Dag meneer Okonkwo-de Wit.", "nl"),
        ("Hi Priya, how are you today?", "en"),
        ("Good morning Siobhán, thanks for coming in.", "en"),
        ("morning", "en"),
    ],
)
def test_a_greeting_is_known_whoever_it_names(text: str, language: Language) -> None:
    assert is_greeting(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Goede vraag.", "nl"),
        ("Haal even koffie.", "nl"),
        ("Dagen lang heb je niets gedaan.", "nl"),
        ("Hoi Ruud, ik wil het met je hebben over je cijfers van dit kwartaal.", "nl"),
        ("Good question.", "en"),
        ("High time you called them.", "en"),
        ("", "en"),
    ],
)
def test_other_words_are_no_greeting(text: str, language: Language) -> None:
    assert not is_greeting(text, language)

"""Taking up somebody's own words: rightly turned around, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.own_words import OwnWords, feeling_in, own_words
from voicecoach.domain.audio import Language


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        (
            "Ik mis mijn target al twee kwartalen, omdat klanten niet terugbellen.",
            "je mist je target al twee kwartalen",
        ),
        ("Nou, ik vind de offertes lastig.", "je vindt de offertes lastig"),
        ("Vorige week heb ik drie klanten gebeld.", "vorige week heb je drie klanten gebeld"),
        ("Ik kan daar niet goed tegen", "je kunt daar niet goed tegen"),
        ("Soms kan ik daar niet goed tegen", "soms kun je daar niet goed tegen"),
        ("Ik was vroeger de beste van ons team.", "je was vroeger de beste van jullie team"),
        ("Ik zit de hele dag in de auto", "je zit de hele dag in de auto"),
        ("We krijgen te weinig leads van marketing.", "jullie krijgen te weinig leads van marketing"),
    ],
)
def test_dutch_clauses_are_turned_rightly(said: str, clause: str) -> None:
    assert own_words(said, "nl").clause == clause


@pytest.mark.parametrize(
    "said",
    [
        "Ik verhaspel alles wat ik zeg.",
        "Ik denk dat we te weinig leads krijgen.",
        "Moet ik dan elke dag bellen?",
        "Ik vind dat jij daar over gaat.",
        "Omdat ik mijn target niet haal.",
        "Ja, nee.",
        "Ik weet het.",
        "Eigenlijk wil ik weer lekker op pad.",
        "Dan ben ik ook maar een kerel die deuren verkoopt.",
        "Ik wil graag weten waarom dat zo is.",
    ],
)
def test_dutch_that_is_not_plain_is_not_given_back(said: str) -> None:
    assert own_words(said, "nl").clause is None


@pytest.mark.parametrize(
    ("said", "clause"),
    [
        ("I've missed my target for two quarters.", "you've missed your target for two quarters"),
        ("Well, I was the best last year, before they came.", "you were the best last year"),
        ("My boss never calls me back.", "your boss never calls you back"),
        ("I am on the road all day, that is it", "you are on the road all day"),
        ("I do it all by myself because they don't call me back.", "they don't call you back"),
    ],
)
def test_english_clauses_are_turned_rightly(said: str, clause: str) -> None:
    assert own_words(said, "en").clause == clause


@pytest.mark.parametrize(
    "said",
    [
        "Give me a chef any day.",
        "To be out of here with my head on.",
        "As long as I hold it up, all is well.",
        "I want to know why I miss my target.",
        "Do I have to call them every day?",
        "It all depends on you, I guess.",
        "The weather is bad today.",
        "I know.",
    ],
)
def test_english_that_is_not_plain_is_not_given_back(said: str) -> None:
    assert own_words(said, "en").clause is None


@pytest.mark.parametrize(
    ("language", "said", "things"),
    [
        ("nl", "De prijs is te hoog en mijn baas snapt dat niet.", ("de prijs", "je baas")),
        ("nl", "Dan ga ik met de auto naar mijn beste klant.", ("de auto", "je beste klant")),
        ("nl", "De concurrentie zit overal.", ("de concurrentie",)),
        ("nl", "De vermoeiende dagen, de laatste tijd, de een.", ()),
        ("nl", "Onze planning klopt niet.", ("jullie planning",)),
        ("en", "My old customers left me.", ("your old customers",)),
        ("en", "The sales meeting was long.", ("the sales meeting",)),
        ("en", "The annoying customers drag on.", ()),
        ("en", "My boss thinks so, and the phone rang.", ("your boss", "the phone")),
        ("en", "I was the best last year.", ()),
    ],
)
def test_what_was_named_is_named_rightly_or_not_at_all(language: Language, said: str, things: tuple[str, ...]) -> None:
    assert own_words(said, language).things == things


def test_a_feeling_is_taken_up_only_where_the_speaker_says_that_he_has_it() -> None:
    feelings = ("moe", "boos")
    assert feeling_in("Ik ben er moe van.", feelings, "nl") == "moe"
    assert feeling_in("Ik ben niet boos, ik ben moe.", feelings, "nl") == "moe"
    assert feeling_in("Ik ben niet moe.", feelings, "nl") == ""
    assert feeling_in("De klanten zijn boos.", feelings, "nl") == ""
    assert feeling_in("I'm tired of it.", ("tired",), "en") == "tired"


@given(st.text(max_size=80), st.sampled_from(["nl", "en"]))
def test_any_text_gives_something_or_nothing(text: str, language: Language) -> None:
    found = own_words(text, language)
    assert isinstance(found, OwnWords)
    assert found.clause is None or 4 <= len(found.clause.split()) <= 30


words = st.sampled_from(
    [
        "ik",
        "mijn",
        "me",
        "mis",
        "ben",
        "kan",
        "de",
        "target",
        "klant",
        "niet",
        "omdat",
        ",",
        ".",
        "?",
        "we",
        "ons",
        "bel",
        "was",
        "had",
        "mezelf",
        "ze",
    ]
)


@given(st.lists(words, max_size=12))
def test_the_speaker_never_stands_in_what_is_given_back(said: list[str]) -> None:
    clause = own_words(" ".join(said), "nl").clause or ""
    assert not {"ik", "mijn", "me", "we", "ons", "mezelf"} & set(clause.split())

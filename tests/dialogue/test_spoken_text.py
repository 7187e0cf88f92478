"""A voice gets words for what it would read wrong, and the rest as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.spoken_text import spoken_text
from voicecoach.domain.audio import Language


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("Dat kost € 12.500.", "Dat kost 12500 euro."),
        ("€ 1.250,50 per stuk", "1250 euro 50 per stuk"),
        ("€ 2 mln", "2 miljoen euro"),
        ("Om 14.00 uur, t/m vrijdag.", "Om 14 uur, tot en met vrijdag."),
        ("om 9:30", "om 9 uur 30"),
        ("Mijn 2e kwartaal, de 23e week", "Mijn tweede kwartaal, de 23ste week"),
        ("bijv. morgen, o.a. bij dhr. De Vries", "bijvoorbeeld morgen, onder andere bij de heer De Vries"),
        ("Die KPI's en het CRM", "Die K P I's en het CRM"),
        ("sinds 1995", "sinds 19 95"),
        ("3-5 dagen, 10k, 2x", "3 tot 5 dagen, 10 duizend, 2 keer"),
        ("5 km verder", "5 kilometer verder"),
        ("70 procent, 3,5 punt", "70 procent, 3,5 punt"),
        ("op 12-03-2026", "op 12 maart 2026"),
        ("bel 06-12345678, of 0800-1234", "bel 0 6, 1 2, 3 4, 5 6, 7 8, of 0 8 0 0, 1 2 3 4"),
        ("ieder 50/50, 1/2 uur", "ieder 50 50, een half uur"),
        ("100 km/u, 2,5 mln, € 2,5 mln", "100 kilometer per uur, 2,5 miljoen, 2,5 miljoen euro"),
        ("ma t/m vr, max. 5, min. 10", "maandag tot en met vrijdag, maximaal 5, minimaal 10"),
        ("4 uur p/w incl. btw, nr. 5", "4 uur per week inclusief btw, nummer 5"),
    ],
)
def test_dutch_is_written_out(written: str, spoken: str) -> None:
    assert spoken_text(written, "nl") == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("That is £12,500.", "That is 12500 pounds."),
        ("$1,250.50 each", "1250 dollars 50 each"),
        ("£2m", "2 million pounds"),
        ("At 9.30am, or 9:05", "At 9 30am, or 9 oh 5"),
        ("at 9:00", "at 9 o'clock"),
        ("i.e. never, them vs. us", "that is never, them versus us"),
        ("the FAQs", "the F A Q's"),
        ("since 1995, in 1905", "since 19 95, in 19 oh 5"),
        ("3-5 days, 10k, 2x", "3 to 5 days, 10 thousand, 2 times"),
        ("24/7", "24 7"),
        ("on 03/12/2026, by 2026-01-31", "on 3 December 2026, by 31 January 2026"),
        ("ring 020 7946 0958", "ring 0 2 0, 7 9 4 6, 0 9 5 8"),
        ("£2.5m, 50/50, 1/2 hour", "2.5 million pounds, 50 50, half hour"),
        ("Mon-Fri, Q1-Q3, no. 5, min. 10", "Monday to Friday, Q1 to Q3, number 5, at least 10"),
        ("e.g. Doris, incl. VAT, w/o that", "for example Doris, including V A T, without that"),
        ("100 mph, p/w, 20 mins", "100 miles an hour, per week, 20 mins"),
        ("No, 3 of 12,000 units", "No, 3 of 12,000 units"),
        ("No. I said no.", "No. I said no."),
        ("71 percent, 2.5 points, Q3, the 2nd", "71 percent, 2.5 points, Q3, the 2nd"),
    ],
)
def test_english_is_written_out(written: str, spoken: str) -> None:
    assert spoken_text(written, "en") == spoken


LANGUAGES: list[Language] = ["nl", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text())
def test_any_text_comes_out_with_its_words_apart_by_single_spaces(language: Language, text: str) -> None:
    once = spoken_text(text, language)
    assert once == " ".join(once.split())


@pytest.mark.parametrize("language", LANGUAGES)
@given(words=st.lists(st.sampled_from(["ja", "well", "nee", "dus", "Monday", "klant"]), max_size=8))
def test_plain_words_stay_as_they_are(language: Language, words: list[str]) -> None:
    text = " ".join(words)
    assert spoken_text(text, language) == text

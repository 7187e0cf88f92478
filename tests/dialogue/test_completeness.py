"""Finished sentences, questions and thinking aloud, as recognition writes them."""

from __future__ import annotations

import pytest

from voicecoach.dialogue.completeness import completeness
from voicecoach.dialogue.endpointing import Completeness
from voicecoach.domain.audio import Language

FINISHED, UNKNOWN, UNFINISHED = Completeness.FINISHED, Completeness.UNKNOWN, Completeness.UNFINISHED

DUTCH = {
    "Wat maakt dat dit kwartaal anders liep?": FINISHED,
    "wat maakt dat dit kwartaal anders liep": FINISHED,
    "Hoe kijk je daar zelf naar?": FINISHED,
    "Waar loop je tegenaan": FINISHED,
    "Waar denk je dan aan": FINISHED,
    "welke klanten heb je gebeld": FINISHED,
    "Dus je voelt je niet gesteund.": FINISHED,
    "Wat goed dat je dat zo zegt.": FINISHED,
    "Ik snap het.": FINISHED,
    "Oké. Hoe komt dat?": FINISHED,
    "Je hebt het lastig, dus.": UNFINISHED,
    "Ik hoor wat je zegt en.": UNFINISHED,
    "Wat ik bedoel is.": UNFINISHED,
    "wat ik bedoel is": UNFINISHED,
    "Ik denk dat.": UNFINISHED,
    "Ik vraag me af.": UNFINISHED,
    "Je belt dan met.": UNFINISHED,
    "We hadden een afspraak met de": UNFINISHED,
    "Nou, eh...": UNFINISHED,
    "Kijk, wat ik zie is…": UNFINISHED,
    "Als je naar de cijfers kijkt,": UNFINISHED,
    "omdat": UNFINISHED,
    "Ja.": UNKNOWN,
    "Oké, goed.": UNKNOWN,
    "je hebt vorige week twee klanten gebeld": UNKNOWN,
    "": UNKNOWN,
    "...": UNKNOWN,
}

ENGLISH = {
    "What do you make of that yourself?": FINISHED,
    "what do you make of that yourself": FINISHED,
    "how many customers did you call": FINISHED,
    "What are you afraid of?": FINISHED,
    "So the leads come in, and then nothing happens.": FINISHED,
    "That must have been a hard month.": FINISHED,
    "I see that you tried, because.": UNFINISHED,
    "I see that you tried, because": UNFINISHED,
    "What I mean is.": UNFINISHED,
    "You talked to the": UNFINISHED,
    "I was wondering.": UNFINISHED,
    "I think it's a matter of": UNFINISHED,
    "Well, um...": UNFINISHED,
    "When you look at the figures,": UNFINISHED,
    "Okay.": UNKNOWN,
    "you called two customers last week": UNKNOWN,
}


@pytest.mark.parametrize(("text", "expected"), DUTCH.items())
def test_dutch_words_sound_as_finished_as_they_are(text: str, expected: Completeness) -> None:
    assert completeness(text, "nl") is expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english_words_sound_as_finished_as_they_are(text: str, expected: Completeness) -> None:
    assert completeness(text, "en") is expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_only_the_last_sentence_counts(language: Language) -> None:
    assert completeness("What is it? En.", language) is (UNFINISHED if language == "nl" else UNKNOWN)

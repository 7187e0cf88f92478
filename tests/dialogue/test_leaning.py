"""Questions that lean on what he told last, in sentences of everyday talk."""

from __future__ import annotations

import pytest

from voicecoach.dialogue.leaning import leans_on_last_line
from voicecoach.domain.audio import Language
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch

SURE = TopicMatch(About.TOPIC, "feeling", is_sure=True)
NEAR_HIS_LINE = TopicMatch(About.TOPIC, "holidays", is_sure=True, relates=True)
A_WAY_OUT = TopicMatch(About.SOLUTION, is_sure=True)
LINES: dict[Language, str] = {
    "nl": "Op woensdag staat de kraan stil en dan drinken we koffie.",
    "en": "On Wednesdays the crane stands still and we drink coffee.",
}


def leans(text: str, match: TopicMatch, language: Language, *, own_solution: bool = False) -> bool:
    state = PersonaState(50, topic="crane", last_lines=(LINES[language],), own_solution=own_solution)
    return leans_on_last_line(text, match, state, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wat doet dat met je?", "nl"),
        ("en hoe was dat voor jou toen", "nl"),
        ("Hoe lang is dat al zo?", "nl"),
        ("What does that do to you?", "en"),
        ("and how do you feel about it", "en"),
        ("What did they say then?", "en"),
    ],
)
def test_what_points_back_and_names_nothing_is_about_his_last_line(text: str, language: Language) -> None:
    assert leans(text, SURE, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoe voel je je?", "nl"),
        ("Hoe is het met je?", "nl"),
        ("Wat vindt je vrouw ervan?", "nl"),
        ("How are you feeling?", "en"),
        ("What does your wife think of that?", "en"),
    ],
)
def test_what_points_at_nothing_or_names_something_else_surely_leads_there(text: str, language: Language) -> None:
    assert not leans(text, SURE, language)


@pytest.mark.parametrize(
    ("text", "language"), [("Wie zet de kraan stil?", "nl"), ("Who is at the crane on such a day?", "en")]
)
def test_what_takes_up_a_word_of_his_is_about_his_line_where_it_is_near_it(text: str, language: Language) -> None:
    assert leans(text, NEAR_HIS_LINE, language)
    assert not leans(text, SURE, language)


def test_unsure_where_it_leads_a_question_that_points_back_stays() -> None:
    unsure = TopicMatch(About.TOPIC, "holidays")
    assert leans("What does your wife think of that?", unsure, "en")
    assert not leans("What does your wife think?", unsure, "en")


def test_asked_for_a_way_out_he_does_not_go_on_with_his_story() -> None:
    assert not leans("Wat zou je dan doen?", A_WAY_OUT, "nl")
    assert not leans("What would you do then?", A_WAY_OUT, "en")
    assert leans("En wat doe je dan?", A_WAY_OUT, "nl")
    assert leans("What would that look like?", A_WAY_OUT, "en")
    assert not leans("What would that look like?", A_WAY_OUT, "en", own_solution=True)

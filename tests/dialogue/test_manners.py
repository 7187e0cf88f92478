"""Apologies, leave and small talk: about the talk itself, so they neither open him nor hurt him."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee, says
from voicecoach.dialogue.manners import asks_for_figure, asks_leave, is_apology, with_kind_words, without_small_talk
from voicecoach.dialogue.persona_engine import respond
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Level, Line, Persona, Temper
from voicecoach.domain.topics import About, TopicMatch

SMALL_TALK = TopicMatch(is_sure=True)


def _mannered() -> Persona:
    persona = coachee(Temper(gain=0))
    names = ("greeted", "beside", "apology", "scale")
    greeted, beside, apology, scale = ((Line(f"{name} @0", Level.CLOSED),) for name in names)
    mannered = replace(persona.reactions, greeted=greeted, beside=beside, apology=apology, scale=scale)
    return replace(persona, reactions=mannered)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sorry, that was unfair of me.", "en"),
        ("I shouldn't have said that", "en"),
        ("I take that back.", "en"),
        ("I'm really sorry for what I said", "en"),
        ("Sorry, dat was niet eerlijk van mij.", "nl"),
        ("dat had ik niet moeten zeggen", "nl"),
        ("Mijn excuses, ik ging te snel.", "nl"),
        ("Sorry, dat was lomp.", "nl"),
        ("Sorry, ik viel met de deur in huis.", "nl"),
        ("sorry that was me talking again", "en"),
    ],
)
def test_an_apology_is_known_and_costs_nothing(text: str, language: Language) -> None:
    assert is_apology(text, language)
    turn = Turn(text, (Move(MoveKind.JUDGEMENT, 0.9, 0, len(text), filling_in=0.9),))
    (move,) = with_kind_words(turn, language).moves
    assert (move.kind, move.filling_in) == (MoveKind.OTHER, 0.0)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sorry for saying so, but you are lazy.", "en"),
        ("You should apologise to them.", "en"),
        ("Sorry?", "en"),
        ("Sorry, I think you are lazy.", "en"),
        ("Sorry, ik vind je lui.", "nl"),
        ("It sounds like you're sorry about that.", "en"),
        ("Sorry dat ik het zeg, maar je bent lui.", "nl"),
        ("Het is niet eerlijk van je.", "nl"),
    ],
)
def test_an_apology_that_goes_on_to_hurt_is_none(text: str, language: Language) -> None:
    assert not is_apology(text, language)


def test_an_apology_is_taken_as_one_and_not_as_asking_to_hear_it_again() -> None:
    state = PersonaState(20, last_lines=("quotes 0 @0",), turns=4)
    sorry = says(MoveKind.OTHER, "sorry dat was niet eerlijk van mij")
    assert respond(_mannered(), state, sorry, TopicMatch(About.AGAIN, is_sure=True)).reply.text == "apology @0"
    assert respond(coachee(), state, sorry, TopicMatch()).reply.text.startswith("on other")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'd like to take a quarter of an hour. Is that okay?", "en"),
        ("we will look at your calls does that work for you", "en"),
        ("Ik wil het met je over je offertes hebben. Vind je dat goed?", "nl"),
        ("We hebben een kwartier, akkoord?", "nl"),
    ],
)
def test_asking_leave_is_answered_as_that_and_not_from_the_topic_it_names(text: str, language: Language) -> None:
    assert asks_leave(text, language)
    persona = replace(_mannered(), language=language)
    turn = says(MoveKind.CLOSED_QUESTION, text)
    reply = respond(persona, PersonaState(20), turn, TopicMatch(About.TOPIC, "quotes", is_sure=True)).reply
    assert reply.text.startswith("on process")


@pytest.mark.parametrize("text", ["Is it okay that he lost it?", "What would be good for you?"])
def test_a_question_about_the_matter_asks_no_leave(text: str) -> None:
    assert not asks_leave(text, "en")


def test_a_question_beside_the_case_gets_a_human_answer_even_amid_a_topic() -> None:
    state = PersonaState(20, topic="quotes", turns=4)
    married = says(MoveKind.CLOSED_QUESTION, "ben je getrouwd", follows_up=True)
    assert respond(_mannered(), state, married, SMALL_TALK).reply.text == "beside @0"
    assert respond(coachee(), state, married, SMALL_TALK).reply.text.startswith("on closed_question")


def test_small_talk_steers_nobody() -> None:
    turn = says(MoveKind.LEADING_QUESTION, "je bent er makkelijk gekomen vandaag")
    assert not without_small_talk(turn, SMALL_TALK).fills_in
    assert not without_small_talk(turn, TopicMatch(About.AGAIN, is_sure=True)).fills_in
    assert not without_small_talk(says(MoveKind.ADVICE, "rijd voorzichtig naar huis"), SMALL_TALK).fills_in
    assert without_small_talk(turn, TopicMatch()) == turn
    assert without_small_talk(turn, TopicMatch(About.SUGGESTION, is_sure=True)) == turn


def test_a_greeting_gets_its_own_answer() -> None:
    assert respond(_mannered(), PersonaState(20), says(MoveKind.OTHER, "hoi"), TopicMatch()).reply.text == "greeted @0"


def test_a_nod_is_never_answered_with_a_refusal() -> None:
    all_told = PersonaState(20, topic="quotes", said=("quotes 0 @0", "quotes 1 @0"), turns=4)
    reply = respond(_mannered(), all_told, says(MoveKind.OTHER, "hm-hm"), TopicMatch(About.MORE)).reply
    assert reply.text.startswith("on other")


@pytest.mark.parametrize(
    ("text", "language", "asks"),
    [
        ("On a scale of one to ten, how sure are you?", "en", True),
        ("from 1 to 10 how happy are you with that", "en", True),
        ("How many of the ten did you close?", "en", False),
        ("Which figure goes with it?", "en", False),
        ("op een schaal van een tot tien hoe zeker ben je", "nl", True),
        ("Wat voor cijfer zou je dat geven?", "nl", True),
        ("Welk cijfer hoort daarbij?", "nl", False),
        ("Werk je van negen tot vijf?", "nl", False),
    ],
)
def test_a_scaling_question_is_known(text: str, language: Language, asks: bool) -> None:
    assert asks_for_figure(text, language) is asks


def test_a_scaling_question_gets_a_figure_and_a_tip_with_a_scale_in_it_does_not() -> None:
    state = PersonaState(20, last_lines=("quotes 0 @0",), turns=4)
    words = "op een schaal van een tot tien hoe zeker ben je"
    asked = respond(_mannered(), state, says(MoveKind.CLOSED_QUESTION, words), TopicMatch(About.TOPIC, "quotes", True))
    assert asked.reply.text == "scale @0"
    told = respond(_mannered(), state, says(MoveKind.ADVICE, words), TopicMatch())
    assert told.reply.text != "scale @0"
    assert respond(coachee(), state, says(MoveKind.CLOSED_QUESTION, words), TopicMatch()).reply.text != "scale @0"


def test_a_question_that_strays_is_answered_beside_the_topic_but_a_tip_stays_a_tip() -> None:
    state = PersonaState(20, topic="quotes", last_lines=("quotes 0 @0",), turns=4)
    strays = TopicMatch(strays=True)
    asked = respond(
        _mannered(), state, says(MoveKind.CLOSED_QUESTION, "heb je huisdieren thuis", follows_up=True), strays
    )
    assert asked.reply.text == "beside @0"
    assert without_small_talk(says(MoveKind.ADVICE), strays).fills_in

"""His own words given back, also where an evasion came in between."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee, says
from voicecoach.dialogue.persona_engine import respond
from voicecoach.dialogue.told_before import lines_to_judge_by, with_echoes
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch

TOLD, EVADED = "Dan haat ik mezelf de hele weg naar huis.", "Daar ben ik nog niet aan toe."
AFTER_EVASION = PersonaState(50, last_lines=("Morgen.", TOLD, EVADED), told=TOLD)


def test_before_an_evasion_stands_what_he_told() -> None:
    assert lines_to_judge_by(AFTER_EVASION) == ("Morgen.", TOLD, f"{TOLD} {EVADED}")
    assert lines_to_judge_by(replace(AFTER_EVASION, last_lines=(TOLD,))) == (TOLD,)
    assert lines_to_judge_by(replace(AFTER_EVASION, last_lines=("Ja.", "Nee.", EVADED))) == ("Ja.", "Nee.", EVADED)
    assert lines_to_judge_by(PersonaState(20)) == ()


@pytest.mark.parametrize(
    ("said", "told", "language"),
    [
        ("Je haat jezelf... de hele weg naar huis.", "De hele weg naar huis.", "nl"),
        (TOLD, "Dan haat je jezelf de hele weg naar huis.", "nl"),
        ("I hate myself the whole way home.", "You hate yourself the whole way home.", "en"),
        ("We'd two desks and a kettle.", "So two desks and a kettle.", "en"),
        ("Ik doe dit twintig jaar.", "Twintig jaar.", "nl"),
    ],
)
@pytest.mark.parametrize("kind", [MoveKind.ASSUMPTION, MoveKind.JUDGEMENT, MoveKind.ADVICE, MoveKind.OTHER])
def test_a_run_of_his_own_words_gives_them_back(said: str, told: str, language: Language, kind: MoveKind) -> None:
    state = PersonaState(50, told=said, last_lines=(said, "Mm."))
    (move,) = with_echoes(says(kind, told), state, language).moves
    assert (move.kind, move.follows_up, move.filling_in) == (MoveKind.REFLECTION, True, 0.0)
    assert move.is_certain


@pytest.mark.parametrize("text", ["Ja.", "naar", "Dan haat je hem de hele weg naar huis.", "de lange weg naar huis"])
def test_other_words_and_a_word_that_may_be_anybodys_stay_what_they_were(text: str) -> None:
    turn = says(MoveKind.JUDGEMENT, text)
    assert with_echoes(turn, AFTER_EVASION, "nl") == turn


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ask what to put in an email", MoveKind.REFLECTION),
        ("you ask what to put in an email", MoveKind.REFLECTION),
        ("ask what to put", MoveKind.ADVICE),
        ("just ask what to put in an email", MoveKind.ADVICE),
    ],
)
def test_of_a_line_said_before_the_last_only_a_long_run_gives_it_back(text: str, kind: MoveKind) -> None:
    long_ago = "I'm twenty-nine, and I ask what to put in an email."
    state = PersonaState(50, said=(long_ago, "I'm scared."), last_lines=("I'm scared.",), told="I'm scared.")
    (move,) = with_echoes(says(MoveKind.ADVICE, text, probability=0.94), state, "en").moves
    assert move.kind is kind


def test_a_question_in_his_words_stays_a_question() -> None:
    turn = says(MoveKind.CLOSED_QUESTION, "de hele weg naar huis")
    assert with_echoes(turn, AFTER_EVASION, "nl") == turn


def test_what_he_told_can_be_given_back_after_an_evasion_once() -> None:
    told = respond(coachee(), PersonaState(20), says(MoveKind.OPEN_QUESTION), TopicMatch(About.TOPIC, "quotes")).state
    asked = says(MoveKind.OPEN_QUESTION, "welke oplossing zie jij")
    evaded = respond(coachee(), told, asked, TopicMatch(About.SOLUTION)).state
    assert (evaded.told, evaded.given_back) == ("quotes 0 @0", False)
    gives_back = says(MoveKind.REFLECTION, "dus de offertes blijven liggen", follows_up=True)
    first = respond(coachee(), evaded, gives_back, TopicMatch(relates=True))
    second = respond(coachee(), first.state, gives_back, TopicMatch(relates=True))
    assert first.change.after - first.change.before > second.change.after - second.change.before
    assert second.state.given_back


NOTES = "Ik schrijf op wat ze zeggen, woord voor woord. En dan klinkt het alsof ik iemands post voorlees."
LONG_AGO = PersonaState(50, said=(NOTES, TOLD, EVADED, "Ja.", "Tja."), last_lines=(EVADED, "Ja.", "Tja."), told=TOLD)


@pytest.mark.parametrize("kind", [MoveKind.ASSUMPTION, MoveKind.JUDGEMENT, MoveKind.ADVICE, MoveKind.AFFIRMATION])
def test_mostly_his_words_give_back_what_he_said_long_ago(kind: MoveKind) -> None:
    turn = says(kind, "Je schrijft het woord voor woord op, en dan klinkt het als post.", probability=0.8)
    (move,) = with_echoes(turn, LONG_AGO, "nl").moves
    assert move.kind is MoveKind.REFLECTION


@pytest.mark.parametrize(
    ("text", "probability"),
    [
        ("Je moet het gewoon woord voor woord opschrijven en voorlezen.", 0.8),
        ("Schrijf het woord voor woord op, net als post.", 0.8),
        ("Je schrijft het woord voor woord op, en dan klinkt het als post.", 0.95),
        ("Je woord voor woord.", 0.8),
        ("Je bent te lui om na te denken over wat klanten willen.", 0.8),
    ],
)
def test_a_tip_blame_and_other_words_stay_what_they_were(text: str, probability: float) -> None:
    turn = says(MoveKind.ADVICE, text, probability=probability)
    assert with_echoes(turn, LONG_AGO, "nl") == turn

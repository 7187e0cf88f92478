"""Where questions lead, by the real sentence model: the whole cast, and what means the same to everybody."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import personas
from benchmarks import line_choice
from voicecoach.adapters.persona_questions import read_questions
from voicecoach.adapters.persona_trial import place_of
from voicecoach.adapters.topic_matcher import TopicMatcher
from voicecoach.domain.topics import About
from voicecoach.ports import Embedder
from voicecoach.wiring.engines import build_embedder
from voicecoach.wiring.personas import find_persona, list_personas

CAST = [(summary.id, summary.language) for summary in list_personas()]
LEAST_RIGHT = 0.85
MOST_SURELY_WRONG = 0.05
FOR_EVERYBODY = {
    "nl": {
        "Wat wil jij?": "solution",
        "Oké, sorry, dat was mijn idee. Wat wil je zelf?": "solution",
        "Wat wil je bereiken?": "goal",
        "Sorry, wat zei je?": "again",
        "Sorry?": "again",
        "Vertel daar eens meer over.": "more",
        "Sorry, ga door.": "more",
    },
    "en": {
        "What do you want?": "solution",
        "Okay, sorry, that was my idea. What do you want yourself?": "solution",
        "What do you want to achieve?": "goal",
        "Sorry, what did you say?": "again",
        "Pardon?": "again",
        "Tell me a bit more about that.": "more",
        "Sorry, go on.": "more",
    },
}


@cache
def embedder() -> Embedder:
    return build_embedder()


@cache
def matcher(name: str) -> TopicMatcher:
    return TopicMatcher(find_persona(name), embedder())


@pytest.mark.parametrize(("name", "language"), CAST)
def test_questions_in_other_words_find_their_topic(name: str, language: str) -> None:
    asked = read_questions(Path(personas.__path__[0], language, f"{name}.questions.tsv"))
    found = [
        (question.place, matcher(name).match(question.text, (), (), has_solution=question.has_solution))
        for question in asked
    ]
    right = sum(place_of(match) == place for place, match in found)
    surely_wrong = sum(match.is_sure and place_of(match) != place for place, match in found)
    assert right >= LEAST_RIGHT * len(asked), (right, len(asked))
    assert surely_wrong <= MOST_SURELY_WRONG * len(asked), (surely_wrong, len(asked))


@pytest.mark.parametrize(("name", "language"), CAST)
def test_what_means_the_same_to_everybody_is_found_in_every_file(name: str, language: str) -> None:
    wanted = FOR_EVERYBODY[language]
    assert {text: place_of(matcher(name).match(text, (), ())) for text in wanted} == wanted


@pytest.mark.parametrize(
    ("name", "last", "strays", "stays"),
    [
        (
            "frank",
            "Gene taught me. I rode with him for six weeks.",
            "Is your phone charged?",
            "Was six weeks long enough?",
        ),
        ("joris", "Mijn vader reed ook, veertig jaar lang.", "Is je telefoon opgeladen?", "Was hij vaak van huis?"),
    ],
)
def test_a_question_about_his_last_line_does_not_stray_and_small_talk_does(
    name: str, last: str, strays: str, stays: str
) -> None:
    found, kept = (matcher(name).match(text, (last,), ()) for text in (strays, stays))
    assert found.strays or (found.about is About.NOTHING and found.is_sure)
    assert not kept.strays
    assert not (kept.about is About.NOTHING and kept.is_sure)


@pytest.mark.parametrize(
    ("name", "question"), [("joris", "Wanneer begin je daarmee?"), ("frank", "When will you start?")]
)
def test_details_of_a_solution_can_be_asked_once_there_is_one(name: str, question: str) -> None:
    assert matcher(name).match(question, (), (), has_solution=True).about is About.DETAIL
    assert matcher(name).match(question, (), (), has_solution=False).about is not About.DETAIL
    assert matcher(name).match(question, (), ()).about is About.DETAIL


def test_hardly_a_question_is_surely_taken_for_a_suggestion_and_most_suggestions_are() -> None:
    surely: dict[bool, list[bool]] = {True: [], False: []}
    for name, language in CAST:
        for asked in read_questions(Path(personas.__path__[0], language, f"{name}.questions.tsv")):
            match = matcher(name).match(asked.text, (), ())
            surely[asked.place == "suggestion"].append(match.about is About.SUGGESTION and match.is_sure)
    assert sum(surely[True]) >= 0.85 * len(surely[True])
    assert sum(surely[False]) <= 0.005 * len(surely[False])


@pytest.mark.parametrize("name", ["joris", "frank"])
def test_the_line_he_says_is_the_one_that_the_question_is_about(name: str) -> None:
    count, in_order, as_they_answer = line_choice.shares(find_persona(name), embedder())
    assert count >= 20
    assert as_they_answer >= max(0.7, in_order + 0.3)

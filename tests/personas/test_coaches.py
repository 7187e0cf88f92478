"""The shipped coaches of the swapped chair, with the real classifier: the listening one never fills in."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from voicecoach.adapters.coach_files import find_coach, read_coach, shipped_coaches
from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.dialogue.coach_engine import answer, begin
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import BLANKS, Coach, CoachAct
from voicecoach.domain.errors import PersonaError
from voicecoach.domain.moves import FILLING_IN, MoveKind, Turn
from voicecoach.wiring.engines import build_classifier, load_persona

CLASSIFIER = build_classifier()
SELLERS: dict[Language, str] = {"nl": "joris", "en": "daniel"}
OWN: dict[Language, dict[CoachAct, tuple[str, str]]] = {
    "nl": {
        CoachAct.FOLLOW_UP: ("Mijn klanten bellen niet terug.", "je klanten"),
        CoachAct.REFLECTION: ("Ik zit de hele dag in de auto.", "je zit de hele dag in de auto"),
        CoachAct.FEELING: ("Ik ben er moe van.", "moe"),
    },
    "en": {
        CoachAct.FOLLOW_UP: ("My customers never call back.", "your customers"),
        CoachAct.REFLECTION: ("I miss my target again.", "you miss your target again"),
        CoachAct.FEELING: ("I am tired of it.", "tired"),
    },
}


@cache
def _turn(line: str, before: str, language: Language) -> Turn:
    return Turn(line, CLASSIFIER.moves(line, [before] if before else [], language))


def _lines(coach: Coach) -> list[tuple[CoachAct, str, str]]:
    """Every line of a coach with its act and what was said before it; words of a seller in its blank."""
    found: list[tuple[CoachAct, str, str]] = []
    for act, lines in coach.lines.items():
        before, words = OWN[coach.language].get(act, ("", ""))
        filled = [line.replace(BLANKS[act], words) if act in BLANKS else line for line in lines]
        found += [(act, line[:1].upper() + line[1:], before) for line in filled]
    return found


def _said_by(seller: str) -> list[str]:
    persona = load_persona(seller)
    return [line.text for topic in persona.topics for line in topic.lines]


def test_there_are_two_coaches_in_both_languages() -> None:
    assert set(shipped_coaches()) == {(name, language) for name in ("listening", "advising") for language in SELLERS}


@pytest.mark.parametrize("language", SELLERS)
def test_no_line_of_the_listening_coach_is_or_may_be_filling_in(language: Language) -> None:
    for act, line, before in _lines(find_coach("listening", language)):
        turn = _turn(line, before, language)
        assert not turn.fills_in, (act, line, turn.moves)
        assert not {move.kind for move in turn.moves} & FILLING_IN, (act, line)


@pytest.mark.parametrize("language", SELLERS)
def test_the_lines_of_the_advising_coach_are_what_they_are_meant_to_be(language: Language) -> None:
    meant = {
        CoachAct.ASSUMPTION: {MoveKind.ASSUMPTION},
        CoachAct.TIP: {MoveKind.ADVICE},
        CoachAct.SOLUTION: {MoveKind.ADVICE},
        CoachAct.PRESS: FILLING_IN,
    }
    for act, line, before in _lines(find_coach("advising", language)):
        if act in meant:
            assert {move.kind for move in _turn(line, before, language).moves} & meant[act], line


@pytest.mark.parametrize("seller", SELLERS.values())
def test_whatever_a_seller_says_the_listening_coach_takes_it_up_without_filling_in(seller: str) -> None:
    language = load_persona(seller).language
    coach = find_coach("listening", language)
    acts: Counter[CoachAct] = Counter()
    opened = answer(coach, begin(coach).state, "Hm.")
    for said in _said_by(seller)[::3]:

        def is_free(line: str, before: str = said) -> bool:
            return not _turn(line, before, language).fills_in

        reply = answer(coach, opened.state, said, is_free)
        assert not reply.line or not _turn(reply.line, said, language).fills_in, (said, reply.line)
        acts[reply.act] += 1
    taken_up = acts[CoachAct.FOLLOW_UP] + acts[CoachAct.REFLECTION] + acts[CoachAct.FEELING]
    assert taken_up > 0.5 * acts.total(), acts


def test_a_trainers_own_coach_is_read_from_a_file_and_each_mistake_told_at_its_place(tmp_path: Path) -> None:
    text = (shipped_folder() / "coaches" / "listening.nl.yaml").read_text(encoding="utf-8")
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace("name: Karin", "name: Ans"), encoding="utf-8")
    assert find_coach(str(path), "nl").name == "Ans"
    assert read_coach(path).patience_ms == 4000
    path.write_text(
        text.replace("patience_s: 4", "patience_s: lang").replace("spec: 1", "spec: 2\nkleur: rood"), "utf-8"
    )
    with pytest.raises(PersonaError) as refused:
        read_coach(path)
    places = [line.strip().split(": ")[0] for line in str(refused.value).splitlines()[1:]]
    assert [place.removeprefix(str(path)) for place in places] == [":4:1", ":5:1", ":13:1"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the file is empty"),
        ("- a\n", "keys with their values"),
        ("spec: 1\nlines: {tip: [Bel.]}\n", "id"),
    ],
)
def test_a_file_that_is_no_coach_is_refused(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PersonaError, match=why):
        read_coach(path)


def test_a_coach_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(PersonaError, match="there are: advising, listening"):
        find_coach("sporty", "nl")
    with pytest.raises(PersonaError, match="cannot be read"):
        find_coach("none.yaml", "nl")

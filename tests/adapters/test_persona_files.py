"""Persona files as loaded: by name, by path, with their case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.persona_texts import CASE, changed, persona_text, told, write_persona
from voicecoach.adapters.persona_files import find_persona, list_personas, persona_hash
from voicecoach.domain.errors import PersonaError
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Level, Line


def test_a_file_becomes_a_persona_with_its_lines_at_their_levels(tmp_path: Path) -> None:
    persona = find_persona(str(write_persona(tmp_path, persona_text())))
    assert (persona.id, persona.name, persona.language, persona.case.title) == ("jan", "Jan", "nl", "Late offertes")
    assert persona.case.briefing == "Je spreekt Jan. Zijn offertes gaan te laat de deur uit."
    work = persona.topics[0]
    assert work.id == "work"
    assert [line.level for line in work.lines] == [Level.CLOSED, Level.CAREFUL, Level.OPEN]
    assert work.lines[1] == Line("Het is veel. Ik ren van het een naar het ander.", Level.CAREFUL, short="Veel.")
    assert work.lines[2].feeling == "rotgevoel"
    assert persona.temper.level_of(persona.temper.start) is Level.CLOSED
    assert persona.temper.loss[MoveKind.JUDGEMENT] == 14
    assert set(persona.reactions.by_kind) == set(MoveKind)
    assert [topic.id for topic in persona.solution.details] == ["what", "measured", "when"]
    said_at_insight = (*persona.solution.lines, *persona.solution.commitment, *persona.solution.details[0].lines)
    assert {line.level for line in said_at_insight} == {Level.INSIGHT}
    assert persona.reactions.repeats[0].text == "Ik zei: {line}"
    assert not persona.ends_when_committed


def test_a_shipped_persona_is_found_by_his_id_in_any_case_of_letters() -> None:
    for known in list_personas():
        assert find_persona(known.id.upper()).name == known.name


def test_a_name_that_is_nearly_right_brings_the_nearest_names() -> None:
    known = list_personas()[0]
    with pytest.raises(PersonaError, match=f"did you mean.*{known.id}"):
        find_persona(known.id + "x")


def test_a_name_that_is_nothing_like_it_brings_all_names() -> None:
    with pytest.raises(PersonaError, match=f"no persona 'qqqqq'; there are: .*{list_personas()[0].id}"):
        find_persona("qqqqq")


@pytest.mark.parametrize("name", ["", " ", "\0", "a\0.yaml", "x" * 5000 + ".yaml", "..", "/", "nowhere/jan.yaml"])
def test_a_name_that_no_file_can_have_is_one_clear_line(name: str) -> None:
    with pytest.raises(PersonaError) as error:
        find_persona(name)
    assert "\n" not in error.value.what


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(PersonaError, match="this is a folder"):
        find_persona(str(tmp_path) + "/")


def test_the_hash_changes_with_the_persona_and_with_its_case(tmp_path: Path) -> None:
    path = write_persona(tmp_path, persona_text())
    first = persona_hash(str(path))
    assert len(first) == 64
    write_persona(tmp_path, persona_text(), CASE.replace("Late", "Trage"))
    second = persona_hash(str(path))
    write_persona(tmp_path, changed(("gain: 5", "gain: 6")))
    assert len({first, second, persona_hash(str(path))}) == 3


@pytest.mark.parametrize("folder", ["../cases", "cases", "."])
def test_the_case_is_found_beside_the_persona(tmp_path: Path, folder: str) -> None:
    home = tmp_path / "nl"
    home.mkdir()
    path = home / "jan.yaml"
    path.write_text(persona_text(), encoding="utf-8")
    cases = home / folder
    cases.mkdir(exist_ok=True)
    (cases / "late_quotes.nl.yaml").write_text(CASE, encoding="utf-8")
    assert find_persona(str(path)).case.id == "late_quotes"


def test_a_persona_of_ones_own_can_use_a_shipped_case(tmp_path: Path) -> None:
    path = tmp_path / "jan.yaml"
    path.write_text(changed(("case: late_quotes", "case: seller_under_target")), encoding="utf-8")
    assert find_persona(str(path)).case.language == "nl"


def test_a_case_in_another_language_only_is_said(tmp_path: Path) -> None:
    text = changed(("language: nl", "language: en"))
    assert told(tmp_path, text) == [
        "jan.yaml:9:7: the case 'late_quotes' is there in another language only (late_quotes.nl); "
        "write cases/late_quotes.en.yaml"
    ]


def test_a_case_that_is_nearly_right_brings_the_nearest(tmp_path: Path) -> None:
    found = told(tmp_path, changed(("case: late_quotes", "case: late_qoutes")))
    assert found == [
        "jan.yaml:9:7: there is no case 'late_qoutes' in this language (cases/late_qoutes.nl.yaml); "
        "did you mean 'late_quotes'?"
    ]


def test_mistakes_in_the_case_file_are_told_with_those_of_the_persona(tmp_path: Path) -> None:
    case = CASE.replace("title: Late offertes", "titel: Late offertes")
    assert told(tmp_path, changed(("gain: 5", "gain: 50")), case) == [
        "cases/late_quotes.nl.yaml:4:1: 'titel' is no key that is known here; did you mean 'title'?",
        "jan.yaml:20:9: too high; write 20 or less",
    ]


def test_a_case_file_that_says_another_language_than_its_name_is_said(tmp_path: Path) -> None:
    assert told(tmp_path, persona_text(), CASE.replace("language: nl", "language: en")) == [
        "cases/late_quotes.nl.yaml:3:11: write 'nl', as the file is called and its persona speaks"
    ]


def test_loading_tells_every_mistake_and_one_mistake_in_one_line(tmp_path: Path) -> None:
    path = write_persona(tmp_path, changed(("gain: 5", "gain: 50"), ("pitch: 50", "pitch: 500")))
    with pytest.raises(PersonaError) as error:
        find_persona(str(path))
    assert error.value.what == (
        f"{path}: 2 mistakes\n  {path}:16:10: too high; write 99 or less\n  {path}:20:9: too high; write 20 or less"
    )
    path = write_persona(tmp_path, changed(("gain: 5", "gain: 50")))
    with pytest.raises(PersonaError) as error:
        find_persona(str(path))
    assert error.value.what == f"{path}:20:9: too high; write 20 or less"


def test_what_could_get_in_the_way_and_what_helps_are_read_where_a_file_has_them(tmp_path: Path) -> None:
    detail = '{asks: ["Wat kan er misgaan?"], lines: [Dat het regent.]}'
    text = persona_text().replace("  commitment:\n", f"    obstacle: {detail}\n  commitment:\n", 1)
    details = find_persona(str(write_persona(tmp_path, text))).solution.details
    assert [topic.id for topic in details] == ["what", "measured", "when", "obstacle"]
    assert details[-1].lines == (Line("Dat het regent.", Level.INSIGHT),)

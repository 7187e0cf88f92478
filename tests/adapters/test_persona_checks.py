"""What `check` finds in a persona that loads: what makes him weak, or gives him away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.persona_texts import changed, persona_text, write_persona
from voicecoach.adapters.persona_checks import check_persona
from voicecoach.adapters.persona_files import read_persona
from voicecoach.adapters.persona_names import persona_path


def warned(folder: Path, text: str) -> list[str]:
    return [
        str(finding).replace(f"{folder}/", "") for finding in check_persona(read_persona(write_persona(folder, text)))
    ]


def warned_anew(folder: Path, *changes: tuple[str, str]) -> list[str]:
    """Return only the warnings that the changes bring, without their places."""
    before = [line.split(": ", 1)[1] for line in warned(folder, persona_text())]
    return [line for line in warned(folder, changed(*changes)) if line.split(": ", 1)[1] not in before]


def test_a_skeleton_has_warnings_only_and_says_what_to_fill_in(tmp_path: Path) -> None:
    read = read_persona(write_persona(tmp_path, persona_text()))
    assert read.findings == ()
    found = warned(tmp_path, persona_text())
    assert found[0] == "jan.yaml:32:1: warning: 2 topics; 8 or more carry a talk of fifteen minutes"
    assert "jan.yaml:66:3: warning: 'closed_question' has 1 of 6 variants; with fewer he repeats himself" in found
    assert not any("'greeting'" in line for line in found)


def test_a_topic_without_lines_at_careful_or_open_is_told(tmp_path: Path) -> None:
    gone = "      careful:\n        - Ze hebben minder tijd voor me dan vroeger.\n"
    assert warned_anew(tmp_path, (gone, "")) == [
        "jan.yaml:52:5: warning: 'clients' has no lines at careful: give it one or two"
    ]
    deeper = gone + "      open:\n        - Ik merk dat ik zelf steeds meer praat en steeds minder vraag.\n"
    assert warned_anew(tmp_path, (deeper, "")) == [
        "jan.yaml:52:5: warning: 'clients' goes no deeper: give it lines at careful and open"
    ]


def test_a_line_too_long_to_listen_to_is_told(tmp_path: Path) -> None:
    found = warned_anew(tmp_path, ("- Klanten zijn klanten.", f"- {'Ja en toen ' * 14}ook."))
    assert found[0].startswith("jan.yaml:54:11: warning: 43 words are too many to listen to; write at most 40")


@pytest.mark.parametrize(
    ("line", "part"),
    [("Ik zit op 73 van de honderd.", "73"), ("Een kwart, of 25%.", "25"), ("Druk, m.a.w. veel.", "m.a.w.")],
)
def test_figures_and_abbreviations_are_to_be_written_out(tmp_path: Path, line: str, part: str) -> None:
    found = warned_anew(tmp_path, ("- Klanten zijn klanten.", f"- {line}"))
    assert found[0] == f"jan.yaml:54:11: warning: write '{part}' out in words, so that the voice says it well"


def test_a_comma_that_cut_a_line_in_two_is_noticed(tmp_path: Path) -> None:
    found = warned_anew(tmp_path, ("lines: [Volgende week donderdag al.]", "lines: [Volgende week, donderdag al.]"))
    assert [line.split(": ", 1)[1] for line in found] == [
        "warning: this begins with a small letter; in [...] a comma ends a text: put it in double quotes"
    ]


def test_the_same_line_twice_is_told_with_its_first_place(tmp_path: Path) -> None:
    assert warned_anew(tmp_path, ("- Mag ik even uitpraten?", "- Gaat wel, druk zoals altijd!")) == [
        "jan.yaml:111:9: warning: he says this in line 40 already; a coach notices, so write it in other words"
    ]


def test_one_question_in_two_topics_is_told_with_the_other(tmp_path: Path) -> None:
    assert warned_anew(tmp_path, ("- Wat hoor je van klanten terug?", "- Hoe gaat het nu op je werk?")) == [
        "jan.yaml:50:9: warning: nearly the question in line 35, which leads to 'work'; keep it in one of the two, "
        "or say in it what sets them apart"
    ]


def test_questions_that_differ_in_what_they_ask_after_are_left_alone(tmp_path: Path) -> None:
    assert warned_anew(tmp_path, ("- Wat hoor je van klanten terug?", "- Hoe gaat het bij je klanten?")) == []


def test_one_question_twice_in_a_topic_is_told(tmp_path: Path) -> None:
    assert warned_anew(tmp_path, ("- Hoe loopt het de laatste tijd?", "- hoe gaat het op je werk")) == [
        "jan.yaml:36:9: warning: this question stands in line 35 already; ask it in other words"
    ]


def test_the_own_solution_below_insight_is_told_with_the_line_it_is_like(tmp_path: Path) -> None:
    early = "- Ik zou wel een middag voor mijn klanten willen vrijmaken."
    assert warned_anew(tmp_path, ("- Klanten zijn klanten.", early)) == [
        "jan.yaml:54:11: warning: this is much like his own solution in line 135, but may be said at 'closed' already; "
        "say less here, or move it to insight"
    ]


GIVEN_AWAY = {
    "joris": (
        "Eigenlijk moet ik die offertes gewoon een keer nabellen.",
        "Ik zou op dinsdag vanuit de auto drie offertes kunnen bellen.",
        "Misschien moet ik vaker bellen na een offerte.",
        "Ik moet mijn offertes beter opvolgen, dat weet ik ook wel.",
    ),
    "sanne": (
        "Ik zou met Ahmed of Femke kunnen gaan zitten, een vaste middag.",
        "Ik zou graag een deel van mijn bonus aan het team hangen.",
        "Misschien moet ik mijn collega's helpen om hetzelfde te bereiken.",
        "Ik zou ze kunnen laten zien hoe ik het doe.",
    ),
}


def test_most_paraphrases_of_a_shipped_solution_are_noticed(tmp_path: Path) -> None:
    given = [(name, line) for name, lines in GIVEN_AWAY.items() for line in lines]
    noticed = [line for name, line in given if _notices(tmp_path, name, line)]
    assert len(noticed) >= 6, (
        f"of {len(given)} only {noticed}: it compares words, and misses some that say it otherwise"
    )


def _notices(tmp_path: Path, name: str, line: str) -> bool:
    path = persona_path(name)
    text = path.read_text(encoding="utf-8").replace(
        "  closed_question:\n    closed:\n", f"  closed_question:\n    closed:\n      - {line}\n"
    )
    copy = tmp_path / path.name
    copy.write_text(text, encoding="utf-8")
    found = [finding.text for finding in check_persona(read_persona(copy))]
    return any("much like his own solution" in words for words in found)

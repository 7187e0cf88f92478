"""The test questions beside a persona file: asked of the matcher, and asked for where there are none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.fakes.persona_texts import persona_text, write_persona
from voicecoach.adapters.persona_files import read_persona
from voicecoach.adapters.persona_questions import questions_path
from voicecoach.adapters.persona_trial import tried_questions

NOWHERE = "".join(f"-\tIets heel anders {number}?\n" for number in range(5))
ASKED = "Hoe loopt het de laatste tijd?"
"""The file's own words for the topic 'work'."""


class MeaningByHand:
    """Each text points its own way whenever it is asked, but for those named together."""

    def __init__(self, *alike: str) -> None:
        self._rows = dict.fromkeys(alike, 0)

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors, one row a text."""
        rows = [self._rows.setdefault(text, len(self._rows) + 1) for text in texts]
        return np.eye(512, dtype=np.float32)[rows]


def remarks(folder: Path, questions: str | None, *alike: str) -> list[str]:
    path = write_persona(folder, persona_text())
    if questions is not None:
        questions_path(path).write_text(questions, encoding="utf-8")
    found = tried_questions(read_persona(path), MeaningByHand(*alike))
    return [str(finding).replace(f"{folder}/", "") for finding in found]


@pytest.mark.parametrize(("questions", "count"), [(None, 0), ("", 0), ("-\tRegent het?\nwork\tEn?\n", 1)])
def test_questions_that_nothing_fits_are_asked_for(tmp_path: Path, questions: str | None, count: int) -> None:
    (found,) = remarks(tmp_path, questions)
    assert found.startswith("jan.yaml:")
    assert f"warning: {count} test questions that nothing here fits; write 5 or more into jan.questions.tsv" in found


def test_questions_that_lead_where_they_should_are_not_told(tmp_path: Path) -> None:
    assert remarks(tmp_path, f"# mine\n\n{NOWHERE}work\tEn je werk?\n", ASKED, "En je werk?") == []


def test_one_that_should_lead_nowhere_is_told_with_where_it_leads(tmp_path: Path) -> None:
    assert remarks(tmp_path, f"{NOWHERE}-\tRegent het?\n", ASKED, "Regent het?") == [
        "jan.questions.tsv:6:1: warning: should lead nowhere, but surely leads to 'work': 'Regent het?'"
    ]


@pytest.mark.parametrize(("others", "is_told"), [(5, True), (30, False)])
def test_one_astray_is_told_where_it_is_more_than_one_in_twenty(tmp_path: Path, others: int, is_told: bool) -> None:
    nowhere = "".join(f"-\tIets heel anders {number}?\n" for number in range(others))
    told = "jan.questions.tsv:1:1: warning: should lead to 'clients', but surely leads to 'work': 'En de klant?'"
    assert remarks(tmp_path, f"clients\tEn de klant?\n{nowhere}", ASKED, "En de klant?") == [told] * is_told


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("wrk\tEn je werk?", "no place is called 'wrk'; did you mean 'work'?"),
        ("qqqqqqqq\tEn je werk?", "no place is called 'qqqqqqqq'; there are -, again, clients,"),
        ("En je werk?", "no question here; write where it leads, a tab, and the question"),
    ],
)
def test_a_line_that_leads_nowhere_known_is_told_in_its_place(tmp_path: Path, line: str, says: str) -> None:
    (found,) = remarks(tmp_path, f"{NOWHERE}{line}\n")
    assert found.startswith(f"jan.questions.tsv:6:1: warning: {says}")


def test_arbitrary_bytes_are_no_crash(tmp_path: Path) -> None:
    path = write_persona(tmp_path, persona_text())
    questions_path(path).write_bytes(bytes(range(256)))
    assert tried_questions(read_persona(path), MeaningByHand())


def test_nothing_is_told_of_a_file_that_does_not_load(tmp_path: Path) -> None:
    path = write_persona(tmp_path, "spec: 1\n")
    assert tried_questions(read_persona(path), MeaningByHand()) == ()

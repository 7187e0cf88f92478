"""Reads the test questions beside a persona file.

tom.questions.tsv    quarter<tab>Hoe staan de zaken ervoor?    in other words than the file's: leads to 'quarter'
                     -<tab>Wat eten we straks?                 leads nowhere: nothing in the file fits
                     # a remark
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voicecoach.domain.persona import OTHER_DETAILS

NOWHERE = "-"
_ASKED_OF_A_SOLUTION = frozenset(f"solution.{name}" for name in OTHER_DETAILS)


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question and the place of the file that it should lead to; line: from 1."""

    line: int
    place: str
    text: str

    @property
    def has_solution(self) -> bool | None:
        """Whether it makes sense only once he has brought his own solution; None where it does not matter."""
        return True if self.place in _ASKED_OF_A_SOLUTION else None


def questions_path(persona: Path) -> Path:
    """Return where the test questions of a persona file lie."""
    return persona.with_name(f"{persona.stem}.questions.tsv")


def read_questions(path: Path) -> list[AskedQuestion]:
    """Return the test questions in a file, none where there is no file; a line without a tab has no text."""
    if not path.is_file():
        return []
    rows = enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
    cut = ((number, *row.partition("\t")) for number, row in rows if row.strip() and not row.startswith("#"))
    return [AskedQuestion(number, place.strip(), text.strip()) for number, place, _, text in cut]

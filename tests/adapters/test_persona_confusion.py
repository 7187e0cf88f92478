"""What only the sentence model can tell of a persona file: questions in other words that mean the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.fakes.persona_texts import persona_text, write_persona
from voicecoach.adapters.persona_confusion import confused_questions
from voicecoach.adapters.persona_files import read_persona


class OneDirectionEach:
    """Each text points its own way, but for those named together."""

    def __init__(self, *alike: str) -> None:
        self._alike = alike

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return unit vectors, one row a text."""
        first = next((n for n, text in enumerate(texts) if text in self._alike), 0)
        rows = [first if text in self._alike else n for n, text in enumerate(texts)]
        return np.eye(len(texts), dtype=np.float32)[rows]


def remarks(folder: Path, text: str, *alike: str) -> list[str]:
    read = read_persona(write_persona(folder, text))
    return [str(finding).replace(f"{folder}/", "") for finding in confused_questions(read, OneDirectionEach(*alike))]


def test_two_topics_with_one_meaning_are_told_with_both_questions(tmp_path: Path) -> None:
    found = remarks(tmp_path, persona_text(), "Hoe loopt het de laatste tijd?", "Wat hoor je van klanten terug?")
    assert found == [
        "jan.yaml:50:9: warning: means the same to the matcher as 'Hoe loopt het de laatste tijd?' in line 36, which "
        "leads to 'work'; so 'Wat hoor je van klanten terug?' may be answered from there: keep it in one, "
        "or name what sets them apart"
    ]


def test_questions_of_one_topic_may_mean_the_same(tmp_path: Path) -> None:
    assert remarks(tmp_path, persona_text(), "Hoe gaat het op je werk?", "Hoe loopt het de laatste tijd?") == []


def test_nothing_is_told_of_a_file_that_does_not_load(tmp_path: Path) -> None:
    assert remarks(tmp_path, "spec: 1\n") == []

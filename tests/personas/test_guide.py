"""The guide for trainers is true: its example loads, and its mistakes are told in the words it promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voicecoach.adapters.persona_checks import check_persona
from voicecoach.adapters.persona_files import find_persona, read_persona
from voicecoach.adapters.persona_names import shipped_folder

GUIDE = (Path(__file__).parents[2] / "docs" / "personas.md").read_text(encoding="utf-8")
CASE, *PIECES = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.M | re.S)
TOM = "".join(PIECES)
TRAPS = re.findall(r"^\| `(- .*?)` \| (.*) \|$", GUIDE, re.M)


def write(folder: Path, text: str = TOM) -> Path:
    path = folder / "tom.yaml"
    path.write_text(text, encoding="utf-8")
    (folder / "cases").mkdir()
    (folder / "cases" / "late_quotes.en.yaml").write_text(CASE, encoding="utf-8")
    return path


def test_the_blocks_of_the_guide_put_end_to_end_are_a_persona(tmp_path: Path) -> None:
    persona = find_persona(str(write(tmp_path)))
    assert (persona.name, persona.case.title) == ("Tom", "The quotes that go out late")
    assert [topic.id for topic in persona.topics] == ["quotes", "van_dam", "team"]


def test_the_example_is_only_too_small_and_weak_in_nothing_else(tmp_path: Path) -> None:
    texts = [finding.text for finding in check_persona(read_persona(write(tmp_path)))]
    assert texts[0].startswith("3 topics; 8 or more")
    assert all("variants; with fewer" in text for text in texts[1:]), texts


def test_tom_needs_as_many_good_turns_as_the_guide_says(tmp_path: Path) -> None:
    temper = find_persona(str(write(tmp_path))).temper
    assert -(-(temper.insight - temper.start) // temper.gain) == 12
    assert "Tom needs twelve" in GUIDE


@pytest.mark.parametrize(("wrong", "words"), TRAPS, ids=[wrong for wrong, _ in TRAPS])
def test_a_mistake_is_told_in_the_words_of_the_guide(tmp_path: Path, wrong: str, words: str) -> None:
    text = TOM.replace("- Fine. There are a few in the pipeline.", wrong)
    found = [finding.text for finding in read_persona(write(tmp_path, text)).findings]
    assert any(finding.startswith(words) for finding in found), found


def test_the_message_that_the_guide_shows_is_the_one_that_comes(tmp_path: Path) -> None:
    path = write(tmp_path, TOM.replace("levels: {", "level: {"))
    (found,) = read_persona(path).findings
    assert f"    {str(found).replace(str(path), 'tom.yaml')}" in GUIDE.splitlines()


def test_the_guide_names_every_case_that_is_shipped() -> None:
    for path in (shipped_folder() / "cases").glob("*.yaml"):
        assert f"`{path.name.split('.')[0]}`" in GUIDE

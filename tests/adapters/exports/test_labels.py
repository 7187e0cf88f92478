from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from praatio import textgrid

from tests.fakes.kept import EMPTY, SHORT, TYPED, says, words
from voicecoach.adapters.exports.labels import as_audacity, as_textgrid
from voicecoach.adapters.session_folder import Session

Tiers = dict[str, list[tuple[object, ...]]]


def read_textgrid(text: str, folder: Path) -> Tiers:
    path = folder / "read.TextGrid"
    path.write_text(text, encoding="utf-8")
    grid = textgrid.openTextgrid(str(path), includeEmptyIntervals=False, reportingMode="error")
    return {name: [tuple(entry) for entry in grid.getTier(name).entries] for name in grid.tierNames}


def read_audacity(text: str) -> list[tuple[float, float, str]]:
    rows = [line.split("\t") for line in text.split("\n")[:-1]]
    return [(float(start), float(end), label) for start, end, label in rows]


def test_a_textgrid_is_read_back_by_praatio_tier_by_tier(tmp_path: Path) -> None:
    assert read_textgrid(as_textgrid(SHORT), tmp_path) == {
        "coach": [(1.0, 3.0, "Wat maakt dat het anders liep?"), (8.0, 9.0, "Ik zou gewoon bellen.")],
        "moves": [(1.0, 1.258, "open_question"), (8.0, 8.136, "advice")],
        "coachee": [
            (3.5, 7.5, "De offertes blijven liggen."),
            (9.4, 10.4, "Tja."),
            (12.8, 13.8, "Wat zei je?"),
            (18.1, 20.1, "Ik kan het Sandra vragen."),
        ],
        "openness": [(0.0, "20"), (3.46, "26"), (9.36, "18"), (18.0, "21")],
    }


def test_a_label_track_has_a_line_for_each_thing_said() -> None:
    assert read_audacity(as_audacity(SHORT))[:3] == [
        (1.0, 3.0, "Coach: Wat maakt dat het anders liep? [open_question]"),
        (3.5, 7.5, "Mark: De offertes blijven liggen."),
        (8.0, 9.0, "Coach: Ik zou gewoon bellen. [advice]"),
    ]


def test_words_without_sound_get_a_millisecond(tmp_path: Path) -> None:
    tiers = read_textgrid(as_textgrid(TYPED), tmp_path)
    assert tiers["coachee"] == [(0.0, 0.001, "Morning."), (0.005, 0.006, "Ja.")]
    assert tiers["coach"] == [(0.005, 0.006, "what now")]


def test_a_session_in_which_nothing_happened_has_empty_tiers(tmp_path: Path) -> None:
    assert read_textgrid(as_textgrid(EMPTY), tmp_path) == {"coach": [], "moves": [], "coachee": [], "openness": []}
    assert as_audacity(EMPTY) == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words, words)
def test_whatever_was_said_comes_back_as_it_was(tmp_path: Path, coach: str, coachee: str) -> None:
    session = says(coach, coachee)
    said = {"coach": " ".join(coach.split()), "coachee": " ".join(coachee.split())}
    tiers = read_textgrid(as_textgrid(session), tmp_path)
    for side, text in said.items():
        assert {label[2] for label in tiers[side]} == ({text} if text else set())
    labels = [label for _, _, label in read_audacity(as_audacity(session))]
    assert len(labels) == (2 if said["coach"] else 0) + (1 if said["coachee"] else 0)
    assert f"Mark: {said['coachee']}" in labels or not said["coachee"]


@pytest.mark.parametrize(("session", "end_s"), [(SHORT, 26.0), (TYPED, 0.006), (EMPTY, 0.001)])
def test_a_textgrid_ends_where_the_session_ends(session: Session, end_s: float, tmp_path: Path) -> None:
    path = tmp_path / "read.TextGrid"
    path.write_text(as_textgrid(session), encoding="utf-8")
    assert textgrid.openTextgrid(str(path), includeEmptyIntervals=True, reportingMode="error").maxTimestamp == end_s

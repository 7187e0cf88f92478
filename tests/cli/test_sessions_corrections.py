from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep, move, responded
from voicecoach.adapters.session_corrections import CORRECTIONS
from voicecoach.adapters.session_folder import HEAD
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main
from voicecoach.domain.events import SessionStarted
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.training.marked_text import read_turns

LATER = replace(head("en"), started_at="2026-11-24T09:00:00+01:00")
TWO = Turn(
    "dat is mooi en nu",
    (move(MoveKind.AFFIRMATION), replace(move(MoveKind.OPEN_QUESTION, 0.3), start=12, end=17)),
)
DOUBTFUL = (SessionStarted(0, PersonaState(20)), responded(5, 1, TWO, PersonaState(20), 20))


def _sessions(root: Path, *words: str) -> int:
    return main(["sessions", *words, "--sessions", str(root)])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return keep(SessionStore(tmp_path / "sessions"), head())


def test_without_a_turn_all_turns_are_shown_with_their_moves(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _sessions(kept.parent, "correct", kept.name) == 0
    assert capsys.readouterr().out.splitlines() == [
        "turn 1: Wat maakt dat het anders liep?",
        "  move 1: open_question 0.90: Wat",
        "turn 2: Ik zou gewoon bellen.",
        "  move 1: advice 0.90: Ik",
    ]


def test_a_correction_is_kept_and_shown_and_counted(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("correct", kept.name, "--turn", "2", "--move", "1", "--kind", "reflection", "--follows-up", "yes")
    assert _sessions(kept.parent, *words) == 0
    assert capsys.readouterr().out.splitlines() == [
        "turn 2: Ik zou gewoon bellen.",
        "  move 1: reflection (corrected), follows up: Ik",
        "Kept beside the session.",
    ]
    assert _sessions(kept.parent, "show", kept.name) == 0
    assert "Samengevat: 1 keer. Advies, aanname, oordeel of sturende vraag: 0 keer." in capsys.readouterr().out


def test_the_same_correction_again_changes_nothing(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("correct", kept.name, "--turn", "2", "--kind", "reflection")
    assert _sessions(kept.parent, *words) == 0
    once = (kept / CORRECTIONS).read_bytes()
    assert _sessions(kept.parent, *words) == 0
    assert (kept / CORRECTIONS).read_bytes() == once
    assert capsys.readouterr().out.endswith("It was corrected to that already.\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--turn", "3", "--kind", "advice"), "turn 3 has no moves"),
        (("--turn", "2", "--move", "2", "--kind", "advice"), "Turn 2 has no move 2. It has one move."),
        (("--turn", "2"), "What kind of move was it?"),
        (("--kind", "advice"), "Which turn?"),
    ],
)
def test_a_correction_of_what_is_not_there_is_one_clear_line(
    kept: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _sessions(kept.parent, "correct", kept.name, *words) == 2
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1
    assert not (kept / CORRECTIONS).exists()


def test_corrections_come_out_as_training_text_in_both_languages(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(SessionStore(kept.parent), LATER)
    for session in ("20261123", "20261124"):
        assert _sessions(kept.parent, "correct", session, "--turn", "2", "--kind", "judgement") == 0
    out = tmp_path / "text"
    for _ in range(2):
        assert _sessions(kept.parent, "export-corrections", "--out", str(out)) == 0
    turns = read_turns(out)
    assert [(turn.language, turn.theme, turn.previous, turn.text) for turn in turns] == [
        (language, "corrected", "De offertes blijven liggen.", "Ik zou gewoon bellen.") for language in ("nl", "en")
    ]
    assert [turn.moves[0].kind for turn in turns] == [MoveKind.JUDGEMENT] * 2
    assert f"{out / 'nl' / 'corrected.tsv'}: 1 line\n" in capsys.readouterr().out


def test_one_language_may_go_to_the_screen_and_two_may_not(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(SessionStore(kept.parent), LATER)
    for session in ("20261123", "20261124"):
        assert _sessions(kept.parent, "correct", session, "--turn", "2", "--kind", "judgement") == 0
    capsys.readouterr()
    assert _sessions(kept.parent, "export-corrections") == 2
    assert "Add --lang nl" in capsys.readouterr().err
    assert _sessions(kept.parent, "export-corrections", "--lang", "nl") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "intent\tprevious\tturn"
    assert second.endswith("\tDe offertes blijven liggen.\t[judgement] Ik zou gewoon bellen.")


def test_a_turn_that_is_half_unsure_is_left_out_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = keep(SessionStore(tmp_path), head(), DOUBTFUL)
    assert _sessions(tmp_path, "correct", folder.name, "--turn", "1", "--kind", "advice") == 2
    assert "Which move? It has the moves 1 to 2" in capsys.readouterr().err
    assert _sessions(tmp_path, "correct", folder.name, "--turn", "1", "--move", "1", "--kind", "advice") == 0
    assert _sessions(tmp_path, "export-corrections") == 0
    assert "turn 1: left out, since move 2 is unsure: correct that too." in capsys.readouterr().err


def test_a_damaged_session_is_named_and_the_others_come_out(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = keep(SessionStore(kept.parent), LATER)
    assert _sessions(kept.parent, "correct", kept.name, "--turn", "2", "--kind", "process") == 0
    (broken / HEAD).write_text("{")
    assert _sessions(kept.parent, "export-corrections") == 1
    out, err = capsys.readouterr()
    assert "[process] Ik zou gewoon bellen." in out
    assert f"damaged, skipped: {broken / HEAD}" in err
    assert _sessions(kept.parent, "export-corrections", broken.name, kept.name) == 1
    assert "[process]" in capsys.readouterr().out


def test_without_corrections_there_is_only_the_header(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _sessions(kept.parent, "export-corrections") == 0
    assert capsys.readouterr() == ("intent\tprevious\tturn\n", "Nothing was corrected.\n")
    assert _sessions(kept.parent, "export-corrections", "nope") == 2
    assert "there is no session 'nope'" in capsys.readouterr().err


def test_where_training_text_cannot_be_written_is_one_clear_line(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _sessions(kept.parent, "correct", kept.name, "--turn", "2", "--kind", "process") == 0
    (kept.parent / "file").write_text("x")
    assert _sessions(kept.parent, "export-corrections", kept.name, "--out", str(kept.parent / "file")) == 2
    assert "cannot be written: Not a directory" in capsys.readouterr().err


def test_a_move_is_split_by_its_words_and_joined_again(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = Turn("wat maakt dat ik zou bellen", (replace(move(MoveKind.OPEN_QUESTION), end=27),))
    root = kept.parent
    session = keep(
        SessionStore(root), LATER, (SessionStarted(0, PersonaState(20)), responded(5, 1, long, PersonaState(20), 20))
    )
    words = ("correct", session.name, "--turn", "1", "--move", "1")
    assert _sessions(root, *words, "--split", "Ik zou", "--kind", "advice") == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "  move 1: open_question 0.90: wat maakt dat",
        "  move 2: advice (corrected): ik zou bellen",
    ]
    assert _sessions(root, *words, "--join-to", "2", "--kind", "leading_question") == 0
    assert capsys.readouterr().out.splitlines()[1:2] == [
        "  move 1: leading_question (corrected): wat maakt dat ik zou bellen"
    ]


@pytest.mark.parametrize(
    ("border", "told"),
    [(("--split", "morgen"), "has no words before and from 'morgen'"), (("--join-to", "2"), "cannot be joined")],
)
def test_a_border_that_cannot_be_is_one_clear_line(
    kept: Path, capsys: pytest.CaptureFixture[str], border: tuple[str, str], told: str
) -> None:
    assert _sessions(kept.parent, "correct", kept.name, "--turn", "2", *border, "--kind", "advice") == 2
    assert told in capsys.readouterr().err
    assert not (kept / CORRECTIONS).exists()

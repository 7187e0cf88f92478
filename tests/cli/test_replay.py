from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.sessions import head, keep
from voicecoach.adapters.session_corrections import add_correction
from voicecoach.adapters.session_folder import EVENTS, HEAD
from voicecoach.adapters.session_store import SessionStore
from voicecoach.cli.main import main
from voicecoach.debrief.corrections import Correction
from voicecoach.domain.moves import MoveKind
from voicecoach.wiring.shipped import round_recordings


def _replay(root: Path, *words: str) -> int:
    return main(["replay", *words, "--sessions", str(root)])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return keep(SessionStore(tmp_path), head())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole round on recorded speech, kept with its sound."""
    root = tmp_path_factory.mktemp("sessions")
    recordings = [str(path) for path in round_recordings("en")[:3]]
    assert main(["practice", "daniel", "--audio", *recordings, "--fast", "--sessions", str(root)]) == 0
    (folder,) = root.iterdir()
    return folder


def test_without_sound_the_words_are_shown_with_the_moves_and_what_they_did(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _replay(kept.parent, kept.name) == 0
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "Van deze sessie is geen geluid bewaard: alleen tekst.",
        " 0:01 U:       Wat maakt dat het anders liep?",
        "               open vraag   20 -> 26  +6: reden 1",
        " 0:04 Mark:    De offertes blijven liggen. (onderbroken)",
        " 0:08 U:       Ik zou gewoon bellen.",
        "               advies   26 -> 18  -8: reden 2",
        " 0:09 Mark:    Tja.",
        " 0:12 U:       (niet verstaan: te onduidelijk)",
        " 0:13 Mark:    Wat zei je?",
        " 0:18 Mark:    Ik kan het Sandra vragen.",
        "               (4,2 s stilte)   18 -> 21  +3: stilte gelaten",
    ]


def test_a_corrected_move_is_shown_as_what_it_was_and_said_to_be_corrected(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_correction(kept, Correction(2, 1, MoveKind.REFLECTION))
    assert _replay(kept.parent, kept.name, "--lang", "en", "--turn", "2") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == [
        " 0:08 You:     Ik zou gewoon bellen.",
        "               reflection (corrected)   26 -> 18  -8: reden 2",
    ]


def test_text_only_says_so_when_there_is_no_loudspeaker(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(demo), "--loudspeaker", "no such device"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Text only: ")
    assert "Daniel:" in out


def test_a_round_verifies_where_it_was_run_and_where_it_was_copied_to(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = shutil.copytree(demo, tmp_path / "elsewhere" / "copied")
    for folder in (demo, copied):
        assert main(["replay", str(folder), "--verify"]) == 0
        assert "all identical to the log" in capsys.readouterr().out


def test_a_log_that_was_tampered_with_does_not_verify(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = shutil.copytree(demo, tmp_path / "copied")
    lines = (copied / EVENTS).read_text(encoding="utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if '"type":"coachee_responded"' in line)
    event = json.loads(lines[place])
    event["state"]["openness"] += 1
    lines[place] = json.dumps(event, ensure_ascii=False)
    (copied / EVENTS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["replay", str(copied), "--verify"]) == 1
    assert f"line {place + 1}, turn 1, state.openness: the log says" in capsys.readouterr().out


def test_heard_again_by_the_same_engines_nothing_differs(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(demo), "--again", "--jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [turn["turn"] for turn in told if turn["silence_ms"] is None] == [1, 2, 3]
    assert [turn["differs"] for turn in told] == [[]] * len(told)


def test_another_coachee_makes_something_else_of_it(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(demo), "--again", "--persona", "chloe"]) == 0
    out = capsys.readouterr().out
    assert "Turns: 3, silences: 0; 3 would go differently (words 0" in out


def test_another_coachee_must_speak_the_language_of_the_session(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(demo), "--again", "--persona", "joris"]) == 2
    assert "'joris' speaks nl, the session is in en." in capsys.readouterr().err


def test_a_moment_is_taken_up_again_as_a_session_of_its_own_that_names_its_parent(
    demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = str(round_recordings("en")[2])
    words = ("--from", "3", "--audio", recording, "--fast", "--sessions", str(tmp_path))
    assert main(["replay", str(demo), *words]) == 0
    (made,) = tmp_path.iterdir()
    new = json.loads((made / HEAD).read_text(encoding="utf-8"))
    old = json.loads((demo / HEAD).read_text(encoding="utf-8"))
    assert (new["parent"], new["persona"], new["persona_hash"]) == (old["id"], old["persona"], old["persona_hash"])
    then, now = (SessionStore().open(str(folder)).events for folder in (demo, made))
    second = next(event for event in then if event.type == "coachee_responded" and event.turn == 2)
    assert (now[0].state, now[0].greeting) == (second.state, second.reply)  # type: ignore[union-attr]
    assert main(["replay", str(made), "--verify"]) == 0
    assert "You take up turn 3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--turn", "9"), "there is no turn 9. It has the turns 1 to 3."),
        (("--from", "0"), "there is no turn 0. It has the turns 1 to 3."),
        (("--speed", "9"), "--speed 9 cannot be followed."),
        (("--speed", "nan"), "--speed nan cannot be followed."),
        (("--persona", "ruud"), "Add --again."),
        (("--audio", "x.wav"), "Add --from N"),
        (("--minutes", "5"), "--minutes is for --from."),
        (("--no-audio",), "--no-audio is for --from."),
        (("--jsonl",), "--jsonl is for --again."),
        (("--from", "1", "--fast"), "--fast is for --audio."),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    kept: Path, words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _replay(kept.parent, kept.name, *words) == 2
    err = capsys.readouterr().err
    assert told in err
    assert len(err.splitlines()) == 1


def test_a_session_in_which_nothing_happened_can_be_replayed_in_every_way(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(SessionStore(tmp_path), replace(head("en"), id="empty"), ())
    for words in ((), ("--verify",), ("--again",)):
        assert _replay(tmp_path, "empty", *words) == 0
    told = capsys.readouterr().out
    assert "Nothing was said." in told
    assert "The log is empty: there is nothing to work out again." in told
    assert _replay(tmp_path, "empty", "--from", "1") == 2
    assert "Nobody spoke in it." in capsys.readouterr().err

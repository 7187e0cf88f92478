from __future__ import annotations

from tests.fakes.group import good_talk
from voicecoach.debrief.observer_notes import ObserverNote, weave
from voicecoach.domain.moves import MoveKind


def test_a_note_stands_beside_the_turn_that_had_begun() -> None:
    before, early, at_start, late_answer = weave(
        [ObserverNote(ms, str(ms)) for ms in (500, 1000, 9000, 29_000)],
        good_talk(),
    )
    assert (before.turn, before.said, before.move, before.before) == (0, "", None, None)
    assert early.move is not None
    assert (early.turn, early.said, early.move.kind) == (1, "Hallo.", MoveKind.OTHER)
    assert (at_start.turn, at_start.before, at_start.after) == (2, 20, 32)
    assert (late_answer.turn, late_answer.said) == (4, "Hoe kijk jij naar je offertes?")


def test_notes_come_in_the_order_of_their_time_and_those_of_one_moment_as_written() -> None:
    notes = [ObserverNote(9000, "b"), ObserverNote(3000, "a"), ObserverNote(9000, "c")]
    assert [woven.note.text for woven in weave(notes, good_talk())] == ["a", "b", "c"]


def test_a_note_after_the_end_is_kept_and_said_to_be_late() -> None:
    assert [woven.is_late for woven in weave([ObserverNote(60_000, "a"), ObserverNote(60_001, "b")], good_talk())] == [
        False,
        True,
    ]


def test_a_note_on_a_talk_without_a_log_stands_alone() -> None:
    (woven,) = weave([ObserverNote(5, "a")], ())
    assert (woven.turn, woven.is_late) == (0, True)

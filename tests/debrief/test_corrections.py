from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.coachees import turns
from tests.fakes.sessions import responded, short_round
from voicecoach.debrief.corrections import Correction, by_move, corrected, unfit
from voicecoach.debrief.measures import measure
from voicecoach.domain.events import CoacheeResponded
from voicecoach.domain.moves import FILLING_IN, MoveKind, Turn
from voicecoach.domain.openness import PersonaState

TIP_WAS_A_REFLECTION = Correction(2, 1, MoveKind.REFLECTION)


def _turn(event: object) -> Turn:
    assert isinstance(event, CoacheeResponded)
    return event.coach


def test_a_corrected_move_is_counted_as_what_it_was() -> None:
    before, after = (measure(log).moves for log in (short_round(), corrected(short_round(), [TIP_WAS_A_REFLECTION])))
    assert (before.filling_in, before.count(MoveKind.REFLECTION)) == (1, 0)
    assert (after.filling_in, after.count(MoveKind.REFLECTION)) == (0, 1)


def test_what_happened_stays_as_it_happened() -> None:
    before, after = measure(short_round()), measure(corrected(short_round(), [TIP_WAS_A_REFLECTION]))
    assert (after.curve, after.talk, after.end) == (before.curve, before.talk, before.end)
    assert (before.first_solution, after.first_solution) == ("coach", "coachee")


def test_the_newest_correction_of_a_move_counts() -> None:
    log = corrected(short_round(), [TIP_WAS_A_REFLECTION, Correction(2, 1, MoveKind.JUDGEMENT, follows_up=True)])
    (move,) = _turn(log[9]).moves
    assert (move.kind, move.follows_up, move.is_certain) == (MoveKind.JUDGEMENT, True, True)


def test_a_correction_that_says_nothing_of_following_up_leaves_that_as_it_was() -> None:
    event = short_round()[4]
    moves = tuple(replace(move, follows_up=True, takes_up="offertes") for move in _turn(event).moves)
    log = [replace(event, coach=replace(_turn(event), moves=moves))]  # type: ignore[arg-type]
    (kept,) = _turn(corrected(log, [Correction(1, 1, MoveKind.REFLECTION)])[0]).moves
    (gone,) = _turn(corrected(log, [Correction(1, 1, MoveKind.REFLECTION, follows_up=False)])[0]).moves
    assert (kept.follows_up, kept.takes_up) == (True, "offertes")
    assert (gone.follows_up, gone.takes_up) == (False, "")


@pytest.mark.parametrize("elsewhere", [Correction(3, 1, MoveKind.ADVICE), Correction(2, 2, MoveKind.ADVICE)])
def test_a_correction_of_a_move_that_is_not_there_changes_nothing(elsewhere: Correction) -> None:
    assert corrected(short_round(), [elsewhere]) == short_round()


@pytest.mark.parametrize(("turn", "move"), [(0, 1), (1, 0), (-1, 1)])
def test_turns_and_moves_count_from_one(turn: int, move: int) -> None:
    with pytest.raises(ValueError, match="count from 1"):
        Correction(turn, move, MoveKind.ADVICE)


CORRECTIONS = st.lists(
    st.builds(
        Correction,
        st.integers(1, 3),
        st.integers(1, 5),
        st.sampled_from(MoveKind),
        st.sampled_from([None, True, False]),
    ),
    max_size=4,
)


@given(turns, CORRECTIONS)
def test_laying_corrections_over_a_second_time_changes_nothing_more(turn: Turn, given_: list[Correction]) -> None:
    log = (responded(5, 1, turn, PersonaState(20), 20),)
    once = corrected(log, given_)
    assert corrected(once, given_) == once


@given(turns, st.sampled_from(MoveKind))
def test_a_turn_whose_every_move_is_corrected_is_certain_and_is_free_of_filling_in_by_its_kinds(
    turn: Turn, kind: MoveKind
) -> None:
    log = (responded(5, 1, turn, PersonaState(20), 20),)
    right = _turn(corrected(log, [Correction(1, n, kind) for n in range(1, 9)])[0])
    assert right.is_certain
    assert right.fills_in == (bool(turn.moves) and kind in FILLING_IN)


TIP_IN_A_QUESTION = Correction(1, 1, MoveKind.ADVICE, split_at=9)


def _kinds_and_words(*corrections: Correction) -> list[tuple[MoveKind, str]]:
    event = short_round()[4]
    whole = tuple(replace(move, end=len(_turn(event).text)) for move in _turn(event).moves)
    log = corrected([replace(event, coach=replace(_turn(event), moves=whole))], corrections)  # type: ignore[arg-type]
    turn = _turn(log[0])
    return [(move.kind, turn.text[move.start : move.end]) for move in turn.moves]


def test_a_move_that_hid_another_is_split_and_the_first_stays_what_it_was() -> None:
    assert _kinds_and_words(TIP_IN_A_QUESTION) == [
        (MoveKind.OPEN_QUESTION, "Wat maakt"),
        (MoveKind.ADVICE, " dat het anders liep?"),
    ]


def test_moves_that_are_one_are_joined_and_later_corrections_count_from_there() -> None:
    joined = Correction(1, 1, MoveKind.JUDGEMENT, joined_to=2)
    whole = "Wat maakt dat het anders liep?"
    assert _kinds_and_words(TIP_IN_A_QUESTION, joined) == [(MoveKind.JUDGEMENT, whole)]
    assert _kinds_and_words(TIP_IN_A_QUESTION, joined, Correction(1, 1, MoveKind.PROCESS)) == [
        (MoveKind.PROCESS, whole)
    ]


@pytest.mark.parametrize("border", [{"split_at": 0}, {"split_at": 500}, {"joined_to": 2}])
def test_a_border_that_cannot_be_changes_nothing(border: dict[str, int]) -> None:
    assert _kinds_and_words(Correction(1, 1, MoveKind.ADVICE, **border)) == _kinds_and_words()  # type: ignore[arg-type]


def test_corrected_moves_are_found_at_their_place_after_splits_and_joins() -> None:
    third = Correction(1, 3, MoveKind.PROCESS)
    assert by_move([third, TIP_IN_A_QUESTION]) == {(1, 2): TIP_IN_A_QUESTION, (1, 4): third}
    joined = Correction(1, 1, MoveKind.JUDGEMENT, joined_to=2)
    assert by_move([third, TIP_IN_A_QUESTION, joined]) == {(1, 1): joined, (1, 3): third}


def test_a_move_is_joined_to_a_later_one_only() -> None:
    with pytest.raises(ValueError, match="cannot be joined"):
        Correction(1, 2, MoveKind.ADVICE, joined_to=2)


@pytest.mark.parametrize(
    "wrong",
    [
        Correction(9, 1, MoveKind.REFLECTION),
        Correction(2, 7, MoveKind.REFLECTION),
        Correction(2, 1, MoveKind.ADVICE, split_at=999),
        Correction(2, 1, MoveKind.ADVICE, joined_to=2),
    ],
)
def test_a_correction_that_fits_no_move_is_found(wrong: Correction) -> None:
    assert unfit(short_round(), [TIP_WAS_A_REFLECTION, wrong]) == (wrong,)
    assert unfit(short_round(), [TIP_WAS_A_REFLECTION]) == ()

"""Planning a circle: who talks to whom in which round."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.debrief.circle import Circle, seated, slug, stations

FOUR = Circle("joris", ("Anna", "Cor"), ("Bram", "Dirk"))


def _talks(circle: Circle) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(station.round, station.talker, station.observers) for station in stations(circle)]


def test_after_the_first_round_the_pairs_swap() -> None:
    assert _talks(FOUR) == [
        (1, "Anna", ("Bram",)),
        (1, "Cor", ("Dirk",)),
        (2, "Bram", ("Anna",)),
        (2, "Dirk", ("Cor",)),
    ]


def test_after_each_swap_the_outer_ring_moves_one_place_on() -> None:
    assert _talks(replace(FOUR, rounds=4))[4:] == [
        (3, "Anna", ("Dirk",)),
        (3, "Cor", ("Bram",)),
        (4, "Bram", ("Cor",)),
        (4, "Dirk", ("Anna",)),
    ]


def test_without_swapping_the_inner_ring_keeps_the_talk_and_the_outer_moves_on() -> None:
    assert _talks(replace(FOUR, swap=False)) == [
        (1, "Anna", ("Bram",)),
        (1, "Cor", ("Dirk",)),
        (2, "Anna", ("Dirk",)),
        (2, "Cor", ("Bram",)),
    ]


def test_who_is_over_watches_first_and_has_a_talk_of_his_own_after_the_swap() -> None:
    assert _talks(Circle("joris", ("Anna",), ("Bram", "Cor"))) == [
        (1, "Anna", ("Bram", "Cor")),
        (2, "Bram", ("Anna",)),
        (2, "Cor", ()),
    ]


names = st.lists(st.from_regex(r"[A-Z][a-z]{1,6}", fullmatch=True), min_size=2, max_size=21, unique_by=slug)


@given(names, st.integers(1, 6))
def test_in_two_rounds_everyone_talks_once_and_nobody_is_in_two_places(people: list[str], rounds: int) -> None:
    circle = Circle("joris", *seated(people), rounds=rounds)
    plan = stations(circle)
    assert plan == stations(circle)
    assert len({station.folder for station in plan}) == len(plan)
    for number in range(1, rounds + 1):
        busy = [name for s in plan if s.round == number for name in (s.talker, *s.observers)]
        assert sorted(busy) == sorted(people)
    if rounds >= 2:
        assert Counter(s.talker for s in plan if s.round <= 2) == Counter(people)


@given(names)
def test_pairs_that_watched_each_other_swap_exactly(people: list[str]) -> None:
    plan = stations(Circle("joris", *seated(people), rounds=4))
    for first, second in ((1, 2), (3, 4)):
        watched = {(s.talker, name) for s in plan if s.round == first for name in s.observers}
        swapped = {(name, s.talker) for s in plan if s.round == second for name in s.observers}
        assert swapped <= watched


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"inner": ()}, "at least one"),
        ({"outer": ("Bram", "Dirk", "Els", "Finn")}, "one more, not 4 to 2"),
        ({"outer": ("Bram",)}, "one more, not 1 to 2"),
        ({"outer": ("Bram", "anna")}, "'Anna' and 'anna' cannot be told apart"),
        ({"outer": ("Bram", " ")}, "has a name"),
        ({"minutes": 0}, "more than 0 minutes"),
        ({"rounds": 0}, "at least one round"),
    ],
)
def test_a_plan_that_cannot_be_played_is_refused(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(FOUR, **change)  # type: ignore[arg-type]


def test_folders_bear_names_that_any_system_takes() -> None:
    assert slug("Zoë de Wit / CON") == "zoe-de-wit-con"
    assert [s.folder for s in stations(FOUR)][:2] == ["round-1/01-anna", "round-1/02-cor"]
    assert stations(Circle("joris", ("李",), ("Bram",)))[0].folder == "round-1/01-seat"


def test_twenty_people_make_ten_pairs() -> None:
    people = [f"P{n}" for n in range(20)]
    assert len(stations(Circle("joris", *seated(people)))) == 20

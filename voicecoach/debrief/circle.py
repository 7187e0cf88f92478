"""The circle exercise: an inner and an outer ring, one-on-one in pairs, all on the same case, then swapped.

round 1   inner ring has the talk    outer ring watches and notes     Anna . Bram    Cor . Dirk
round 2   outer ring has the talk    inner ring watches and notes     Bram . Anna    Dirk . Cor
round 3   as round 1, the outer ring one place on                     Anna . Dirk    Cor . Bram
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.audio import Language


@dataclass(frozen=True, slots=True)
class Circle:
    """A trainer's plan. Raises ValueError, in words for the trainer, for a plan that cannot be played.

    persona: the coachee for all, whose case is the case. minutes: length of each talk.
    seed: what the seats were drawn with. inner, outer: names by seat; the outer ring may hold one more.
    swap: every other round the outer ring has the talk.
    """

    persona: str
    inner: tuple[str, ...]
    outer: tuple[str, ...]
    title: str = ""
    language: Language = "nl"
    minutes: float = 10
    seed: int = 1
    swap: bool = True
    rounds: int = 2

    def __post_init__(self) -> None:
        if not self.inner or not self.outer:
            raise ValueError("both rings hold at least one person")
        if len(self.outer) - len(self.inner) not in {0, 1}:
            raise ValueError(
                f"the outer ring holds as many as the inner ring or one more, not {len(self.outer)} to "
                f"{len(self.inner)}"
            )
        if self.minutes <= 0 or self.rounds < 1:
            raise ValueError("a circle has at least one round, of more than 0 minutes")
        _refuse_doubles((*self.inner, *self.outer))


@dataclass(frozen=True, slots=True)
class Station:
    """One talk of the plan. round, number: from 1. observers: who watch it, none where one person is over.

    folder: where its sessions and notes are collected, relative to the circle's folder, with "/" between.
    """

    round: int
    number: int
    talker: str
    observers: tuple[str, ...]
    folder: str


def stations(circle: Circle) -> tuple[Station, ...]:
    """All talks of the plan, round by round, seat by seat; the same plan always gives the same."""
    return tuple(station for number in range(1, circle.rounds + 1) for station in _round(circle, number))


def seated(people: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Seat people in the order given, first on the inner ring and then opposite: (inner, outer)."""
    return tuple(people[: len(people) // 2]), tuple(people[len(people) // 2 :])


def slug(name: str) -> str:
    """A name as it can stand in a folder's name on any system: `Zoë de Wit` gives `zoe-de-wit`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _round(circle: Circle, number: int) -> list[Station]:
    is_swapped = circle.swap and number % 2 == 0
    moves = (number - 1) // 2 if circle.swap else number - 1
    talkers, watchers = (circle.outer, circle.inner) if is_swapped else (circle.inner, circle.outer)
    found: list[Station] = []
    for seat, talker in enumerate(talkers):
        folder = f"round-{number}/{seat + 1:02d}-{slug(talker) or 'seat'}"
        found.append(
            Station(number, seat + 1, talker, _watching(seat, moves, talkers, watchers, circle, is_swapped), folder)
        )
    return found


def _watching(
    seat: int, moves: int, talkers: Sequence[str], watchers: Sequence[str], circle: Circle, is_swapped: bool
) -> tuple[str, ...]:
    """Who watches a seat: the one opposite, and at the last seat whoever is over."""
    size = len(circle.outer)
    if is_swapped:
        opposite = (seat - moves) % size
        return (watchers[opposite],) if opposite < len(watchers) else ()
    first = watchers[(seat + moves) % size]
    is_last = seat == len(talkers) - 1 and size > len(talkers)
    return (first, watchers[(seat + 1 + moves) % size]) if is_last else (first,)


def _refuse_doubles(names: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for name in names:
        if not name.strip():
            raise ValueError("everyone has a name")
        key = slug(name) or name
        if key in seen:
            raise ValueError(f"'{seen[key]}' and '{name}' cannot be told apart; add a letter")
        seen[key] = name

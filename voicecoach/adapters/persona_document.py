"""A YAML document as plain values that know at which line and column they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Loc = tuple[str | int, ...]
"""Where a value stands in its document: keys and list positions, from the outside in."""


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Problem(NamedTuple):
    """Something wrong with the YAML itself, where it stands."""

    place: Place
    text: str


@dataclass(slots=True)
class Document:
    """A YAML document as plain values with their places.

    value: dicts, lists, texts, numbers, booleans and None; None as well when nothing could be read.
    values, keys: the place of each value, and of the key before it.
    problems: what is wrong with the YAML; where it is a whole value, `broken` holds it, and its value says nothing.
    is_complete: False when reading stopped at a mistake in the YAML.
    """

    value: object = None
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: set[Loc] = field(default_factory=set)
    is_complete: bool = True

    def place_of(self, loc: Loc) -> Place:
        """Return where a value stands, or the nearest thing around it that is there."""
        for end in range(len(loc), -1, -1):
            if loc[:end] in self.values:
                return self.values[loc[:end]]
        return Place(1, 1)

    def key_place_of(self, loc: Loc) -> Place:
        """Return where the key of a value stands, or the value where it has none."""
        return self.keys.get(loc) or self.place_of(loc)

    def is_broken(self, loc: Loc) -> bool:
        """Whether a value, or one around it, is not what the author meant because of a mistake in the YAML."""
        return any(loc[:end] in self.broken for end in range(len(loc) + 1))

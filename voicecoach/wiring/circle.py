"""A trainer's circle: drawn, collected, and laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from voicecoach.adapters.circle_collection import CircleCollection, Collected, collect
from voicecoach.adapters.circle_files import PLAN, make_stations, read_circle, write_circle
from voicecoach.adapters.trainer_words import duration
from voicecoach.debrief.circle import Circle, seated
from voicecoach.wiring.comparison import ComparisonFiles, PageSettings, talk_of, write_group
from voicecoach.wiring.engines import load_persona

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

__all__ = [
    "PLAN",
    "CircleCollection",
    "Collected",
    "collected_in",
    "duration",
    "language_of_persona",
    "make_stations",
    "read_circle",
    "seats",
    "write_circle",
    "write_evaluation",
]


def seats(people: Sequence[str], seed: int, *, in_order: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (inner, outer): drawn with the seed, the same every time, or in the order given."""
    order = list(people)
    if not in_order:
        Random(seed).shuffle(order)
    return seated(order)


def language_of_persona(name: str) -> Language:
    """The language of a coachee; raise PersonaError when there is none by that name."""
    return load_persona(name).language


def collected_in(circle: Circle, folder: Path) -> CircleCollection:
    """All that the circle brought in so far; raise PersonaError when its coachee is gone."""
    return collect(circle, folder, load_persona(circle.persona).id)


def write_evaluation(collection: CircleCollection, settings: PageSettings, files: ComparisonFiles) -> int:
    """Write the comparison of the talks that are there, notes woven in; return how many there are."""
    talks = [
        talk_of(each.station.talker, each.session, each.notes)
        for each in collection.collected
        if each.session is not None
    ]
    write_group(talks, settings, files)
    return len(talks)

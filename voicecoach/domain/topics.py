"""What a coach turn is about, as seen from a persona's file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What a turn leads to."""

    TOPIC = "topic"
    SOLUTION = "solution"
    DETAIL = "detail"
    SUGGESTION = "suggestion"
    MORE = "more"
    AGAIN = "again"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LineFit:
    """How near a line of the persona's file is in meaning to a turn, as an answer to it.

    topic: the topic's id. line: its place among the topic's lines, from 0. percent: 0-100.
    """

    topic: str
    line: int
    percent: int


@dataclass(frozen=True, slots=True)
class TopicMatch:
    """The place in the persona's file that a turn leads to.

    about: NOTHING when nothing in the file is near enough.
    topic: id of the topic, or of the detail of the solution; empty for the other kinds.
    is_sure: so near that it leads there even from the middle of another topic.
    relates: the turn is near in meaning to the coachee's last lines.
    strays: it is near a question beside the case, and far from his last lines.
    asked_before: how many earlier questions asked the same, in these or other words.
    fits: the lines of the topics that fit the turn best, the nearest first; none in older logs.
    """

    about: About = About.NOTHING
    topic: str = ""
    is_sure: bool = False
    relates: bool = False
    strays: bool = False
    asked_before: int = 0
    fits: tuple[LineFit, ...] = ()

"""Coachees whose lines carry their level in their text, arbitrary ones for hypothesis, and a matcher that is told."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from voicecoach.domain.moves import FILLING_IN, Move, MoveKind, Turn
from voicecoach.domain.persona import (
    Case,
    Level,
    Line,
    Persona,
    Reactions,
    Solution,
    Temper,
    Topic,
    VoiceChoice,
)
from voicecoach.domain.topics import About, LineFit, TopicMatch

CASE = Case("target", "nl", "Onder target", "De verkoper mist zijn target.")
KEYS = (
    "avoid",
    "silence",
    "not_understood",
    "interrupted",
    "nothing_new",
    "lip_service",
    "greeting",
    "farewell",
    "corrects",
    "repeats",
)


def lines(name: str, *levels: Level) -> tuple[Line, ...]:
    """Lines like "silence 3 @2": a name, a number, and the level it is placed at."""
    return tuple(
        Line(f"{name} {i} @{level:d}", level, f"{name} {i} short @{level:d}") for i, level in enumerate(levels)
    )


def coachee(temper: Temper | None = None) -> Persona:
    """A coachee with three topics that hold two lines at each level."""
    levels = [level for level in Level for _ in range(2)]
    reactions = {key: lines(key, *levels[:6]) for key in KEYS}
    reactions["repeats"] = (Line("again: {line}"),)
    losses = {MoveKind.ADVICE: 8, MoveKind.LEADING_QUESTION: 7, MoveKind.ASSUMPTION: 9, MoveKind.JUDGEMENT: 14}
    return Persona(
        "mark",
        "1",
        "trainer",
        "Mark",
        "nl",
        CASE,
        VoiceChoice(),
        temper or Temper(start=20, gain=7, loss=losses),
        tuple(Topic(name, (), lines(name, *levels)) for name in ("quotes", "target", "team")),
        Reactions({kind: lines(f"on {kind}", *levels[:6]) for kind in MoveKind}, **reactions),
        Solution(
            lines("solution", Level.INSIGHT, Level.INSIGHT),
            (),
            lines("commitment", Level.INSIGHT),
            details=tuple(Topic(name, (), lines(name, Level.INSIGHT)) for name in ("what", "when", "obstacle")),
        ),
    )


def says(kind: MoveKind, text: str = "wat maakt dat", *, follows_up: bool = False, probability: float = 0.9) -> Turn:
    """A turn of one move."""
    filling_in = probability if kind in FILLING_IN else 0.05
    move = Move(kind, probability, 0, len(text), follows_up, (), filling_in, "offertes" if follows_up else "")
    return Turn(text, (move,))


class ToldMatcher:
    """Matches whatever it was told to; knows no file."""

    def __init__(self, match: TopicMatch | None = None) -> None:
        self.found = match or TopicMatch()

    def match(
        self,
        text: str,
        last_lines: Sequence[str],
        asked: Sequence[str],
        *,
        has_solution: bool | None = None,
        readings: Sequence[str] = (),
    ) -> TopicMatch:
        return self.found


probabilities = st.floats(0, 1)


@st.composite
def moves(draw: st.DrawFn) -> Move:
    """Any move over the first words."""
    start = draw(st.integers(0, 10))
    return Move(
        draw(st.sampled_from(MoveKind)),
        draw(probabilities),
        start,
        start + draw(st.integers(0, 30)),
        draw(st.booleans()),
        (),
        draw(probabilities),
        draw(st.sampled_from(["", "offertes"])),
        draw(st.booleans()),
    )


turns = st.builds(
    Turn,
    st.sampled_from(["wat maakt dat zo", "quotes 1 @0", "vertel eens verder over quotes"]),
    st.lists(moves(), max_size=4).map(tuple),
    st.booleans(),
    st.integers(0, 9000),
)
topic_ids = st.sampled_from(["quotes", "target", "team", "what", "when", "", "gone"])
matches = st.builds(
    TopicMatch,
    about=st.sampled_from(About),
    topic=topic_ids,
    is_sure=st.booleans(),
    relates=st.booleans(),
    strays=st.booleans(),
    asked_before=st.integers(0, 4),
    fits=st.lists(st.builds(LineFit, topic_ids, st.integers(-1, 9), st.integers(0, 100)), max_size=5).map(tuple),
)


@st.composite
def tempers(draw: st.DrawFn) -> Temper:
    """Any temper with levels in order."""
    careful, open_, insight = sorted(draw(st.lists(st.integers(1, 100), min_size=3, max_size=3, unique=True)))
    return Temper(
        draw(st.integers(0, 100)),
        draw(st.integers(0, 30)),
        draw(st.dictionaries(st.sampled_from(sorted(FILLING_IN)), st.integers(0, 40))),
        draw(st.integers(0, 20)),
        draw(st.integers(0, 5)),
        draw(st.integers(0, 100)),
        careful,
        open_,
        insight,
    )


personas = tempers().map(coachee)
silences = st.integers(0, 20_000)

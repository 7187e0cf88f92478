"""Kept sessions in memory, with the words that a test wants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from tests.fakes.sessions import head, move, responded, short_round, transcript
from voicecoach.adapters.session_folder import Session
from voicecoach.domain.events import ReplyEnded, ReplyStarted, SessionEnded, SessionStarted, TurnHeard, TurnRecognised
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import SpeechSpan

SHORT = Session(Path("short"), replace(head(), id="short"), short_round())
EMPTY = Session(Path("empty"), replace(head(), id="empty"), ())
TYPED = Session(
    Path("typed"),
    replace(head("en"), id="typed"),
    (
        SessionStarted(0, PersonaState(20), Reply("Morning.", ReplyKind.GREETING, Level.CLOSED)),
        responded(5, 1, Turn("what now", (move(MoveKind.OPEN_QUESTION),)), PersonaState(26), 20),
    ),
)
"""A log without sound: words that take no time."""


def says(coach: str, coachee: str, name: str = "Mark") -> Session:
    """A session in which each says this, at once and over one another."""
    turn = Turn(coach, (replace(move(MoveKind.OPEN_QUESTION), end=len(coach)),) if coach else ())
    log = (
        SessionStarted(0, PersonaState(20)),
        TurnHeard(3000, 1, SpeechSpan(1000, 2600)),
        TurnRecognised(3000, 1, transcript(coach)),
        responded(3000, 1, turn, PersonaState(26), 20, coachee),
        ReplyStarted(3100, 1),
        TurnHeard(4500, 2, SpeechSpan(3500, 4000), during_reply=True),
        TurnRecognised(4500, 2, transcript(coach)),
        ReplyEnded(4600, 1, was_interrupted=True),
        responded(4700, 2, turn, PersonaState(26), 26, ""),
        SessionEnded(9000, "stopped"),
    )
    return Session(Path("says"), head(name=name), log)


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
"""Whatever a recogniser, or a persona's author, may come up with."""

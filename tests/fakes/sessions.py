"""A small persona and hand-made session logs, as plain as the tests that use them."""

from __future__ import annotations

from pathlib import Path

from voicecoach.adapters.session_folder import SessionFolder, SessionHead
from voicecoach.adapters.session_store import SessionStore
from voicecoach.domain.audio import Language
from voicecoach.domain.events import (
    CoacheeResponded,
    GoalSet,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import FILLING_IN, Move, MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Case, Level, Line, Persona, Reactions, Solution, Temper, Topic, VoiceChoice
from voicecoach.domain.speech import Doubt, SpeechSpan, Transcript

STARTED_AT = "2026-11-23T18:26:05+01:00"


def persona(language: Language = "nl", name: str = "Mark") -> Persona:
    """A coachee with one topic."""
    line = (Line("Gaat wel.", Level.CLOSED),)
    reactions = Reactions(dict.fromkeys(MoveKind, line), line, line, line, line, line, line, line, line)
    case = Case("target", language, "Onder target", "De verkoper mist zijn target.")
    topic = Topic("quotes", ("Hoe gaat het met de offertes?",), line)
    temper = Temper(loss={MoveKind.ADVICE: 8})
    solution = Solution(line, (), line)
    return Persona("mark", "1", "trainer", name, language, case, VoiceChoice(), temper, (topic,), reactions, solution)


def head(language: Language = "nl", goal: str = "", name: str = "Mark") -> SessionHead:
    """What is known before the first word."""
    who = persona(language, name)
    settings: dict[str, object] = {"model": "base", "minutes": 15}
    return SessionHead("", STARTED_AT, language, who, "sha256:0", 7, goal, settings, {"whisper": "1.2.1"})


def move(kind: MoveKind, probability: float = 0.9, follows_up: bool = False) -> Move:
    """A move over the first word, its filling-in reading in line with its kind."""
    filling_in = probability if kind in FILLING_IN else 0.05
    return Move(kind, probability, 0, 3, follows_up, (), filling_in)


def transcript(text: str, doubt: Doubt = Doubt.NONE) -> Transcript:
    """Words as recognised."""
    return Transcript(text, "nl", 2.0, 0.3, -0.25, 0.01, 10.0, False, doubt)


def responded(at_ms: int, turn: int, coach: Turn, after: PersonaState, before: int, text: str = "Ja.") -> SessionEvent:
    """The coachee took a turn in."""
    level = Temper().level_of(after.openness)
    change = OpennessChange(before, after.openness, level, f"{after.openness - before:+d}: reden {turn}")
    return CoacheeResponded(at_ms, turn, coach, change, Reply(text, ReplyKind.TOPIC, Level.CLOSED, "quotes"), after)


def short_round() -> tuple[SessionEvent, ...]:
    """Twenty-six seconds: a good question, a tip, something not understood, a kept silence, and his own solution."""
    question = Turn("Wat maakt dat het anders liep?", (move(MoveKind.OPEN_QUESTION),), wait_ms=0)
    tip = Turn("Ik zou gewoon bellen.", (move(MoveKind.ADVICE),), interrupted=True, wait_ms=500)
    asked = PersonaState(26, turns=1)
    tipped = PersonaState(18, turns=2, coach_solution=True)
    found = PersonaState(21, turns=2, coach_solution=True, own_solution=True)
    silence = OpennessChange(18, 21, Level.CLOSED, "+3: stilte gelaten")
    return (
        SessionStarted(0, PersonaState(20)),
        GoalSet(0, "Hij noemt zelf een volgende stap."),
        TurnHeard(3400, 1, SpeechSpan(1000, 3000)),
        TurnRecognised(3450, 1, transcript(question.text)),
        responded(3460, 1, question, asked, 20, "De offertes blijven liggen."),
        ReplyStarted(3500, 1),
        ReplyEnded(7500, 1, was_interrupted=True),
        TurnHeard(9300, 2, SpeechSpan(8000, 9000), during_reply=True),
        TurnRecognised(9350, 2, transcript(tip.text)),
        responded(9360, 2, tip, tipped, 26, "Tja."),
        ReplyStarted(9400, 2),
        ReplyEnded(10400, 2),
        TurnHeard(12600, 3, SpeechSpan(12000, 12300)),
        TurnRecognised(12700, 3, transcript("", Doubt.LOW_CONFIDENCE)),
        NotUnderstood(12710, 3, Reply("Wat zei je?", ReplyKind.NOT_UNDERSTOOD, Level.CLOSED)),
        ReplyStarted(12800, 3),
        ReplyEnded(13800, 3),
        SilenceKept(
            18000, 4, 4200, silence, Reply("Ik kan het Sandra vragen.", ReplyKind.SOLUTION, Level.CLOSED), found
        ),
        ReplyStarted(18100, 4),
        ReplyEnded(20100, 4),
        SessionEnded(26000, "stopped"),
    )


def keep(store: SessionStore, session: SessionHead, events: tuple[SessionEvent, ...] = short_round()) -> Path:
    """Write a session without sound; return its folder."""
    log: SessionFolder = store.create(session, record_audio=False)
    for event in events:
        log.append(event)
    log.close()
    return log.path

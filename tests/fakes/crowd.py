"""Synthetic rounds for a group: managers of any skill against a shipped coachee, the same every time for one seed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

from voicecoach.adapters.session_folder import SessionHead
from voicecoach.adapters.session_store import SessionStore
from voicecoach.dialogue.persona_engine import Response, keep_silence, opening, respond
from voicecoach.domain.events import (
    CoacheeResponded,
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
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Persona
from voicecoach.domain.speech import SpeechSpan, Transcript
from voicecoach.domain.topics import About, TopicMatch

ROUND_MS = 15 * 60_000
_LISTENS = (MoveKind.OPEN_QUESTION, MoveKind.OPEN_QUESTION, MoveKind.REFLECTION, MoveKind.CLOSED_QUESTION)
_FILLS_IN = (MoveKind.ADVICE, MoveKind.ASSUMPTION, MoveKind.LEADING_QUESTION, MoveKind.JUDGEMENT)
_REFLECTIONS = ("Dus dat zit je dwars.", "Je zegt dat het blijft liggen.", "Als ik je goed hoor wil je het anders.")


def keep_crowd(root: Path, persona: Persona, count: int, seed: int = 7, round_ms: int = ROUND_MS) -> None:
    """Write `count` rounds of `round_ms`, each in a folder of its own manager: root/manager-01/..."""
    for number in range(1, count + 1):
        started_at = f"2026-11-23T19:{number % 60:02d}:00+01:00"
        head = SessionHead("", started_at, persona.language, persona, "sha256:0", seed)
        log = SessionStore(root / f"manager-{number:02d}").create(head, record_audio=False)
        for event in synthetic_round(persona, Random(seed * 1000 + number), round_ms):
            log.append(event)
        log.close()


def synthetic_round(persona: Persona, random: Random, round_ms: int = ROUND_MS) -> list[SessionEvent]:
    """One round by a manager whose skill is drawn; turns of some seven seconds and answers of some eight."""
    skill = random.random()
    state, greeting = opening(persona)
    events: list[SessionEvent] = [SessionStarted(0, state, greeting)]
    at_ms, turn = 3000, 0
    while at_ms < round_ms - 25_000:
        turn += 1
        if turn > 1 and random.random() < skill * 0.12:
            response = keep_silence(persona, state, 4000)
            at_ms += 4000
            events.append(SilenceKept(at_ms, turn, 4000, response.change, response.reply, response.state))
        else:
            end_ms = at_ms + random.randint(2000, 9000)
            coach, match = _turn(persona, random, skill, state)
            response = respond(persona, state, coach, match)
            heard = Transcript(coach.text, persona.language, 2.0, 0.3, -0.25, 0.01, 10.0, False)
            events += [
                TurnHeard(end_ms + 600, turn, SpeechSpan(at_ms, end_ms)),
                TurnRecognised(end_ms + 650, turn, heard),
                CoacheeResponded(
                    end_ms + 700, turn, coach, response.change, response.reply, response.state, match=match
                ),
            ]
            at_ms = end_ms + 800
        at_ms = _answered(events, response, at_ms, turn, random)
        state = response.state
        if state.committed:
            return [*events, SessionEnded(at_ms, "committed")]
    return [*events, SessionEnded(round_ms, "time_up")]


def _answered(events: list[SessionEvent], response: Response, at_ms: int, turn: int, random: Random) -> int:
    if response.reply.text:
        events += [ReplyStarted(at_ms, turn), ReplyEnded(at_ms + 70 * len(response.reply.text), turn)]
        at_ms += 70 * len(response.reply.text)
    return at_ms + random.randint(400, 3500)


def _turn(persona: Persona, random: Random, skill: float, state: PersonaState) -> tuple[Turn, TopicMatch]:
    kind = random.choice(_LISTENS if random.random() < 0.25 + 0.72 * skill else _FILLS_IN)
    topic = random.choice(persona.topics)
    match = TopicMatch(About.TOPIC, topic.id, is_sure=random.random() < 0.4, relates=random.random() < skill)
    text = random.choice(topic.asks)
    if kind is MoveKind.REFLECTION:
        text = random.choice(_REFLECTIONS)
    elif kind in FILLING_IN:
        text = random.choice(persona.solution.suggestions)
        match = TopicMatch(About.SUGGESTION, "", random.random() < 0.6)
    elif state.own_solution and random.random() < 0.5:
        detail = random.choice(persona.solution.details)
        text, match = random.choice(detail.asks), TopicMatch(About.DETAIL, detail.id, True)
    return Turn(text, (_move(kind, text, match, random),), wait_ms=random.randint(200, 4000)), match


def _move(kind: MoveKind, text: str, match: TopicMatch, random: Random) -> Move:
    move = Move(kind, random.uniform(0.55, 0.98), 0, len(text), match.relates)
    return replace(move, filling_in=0.9) if kind in FILLING_IN else replace(move, filling_in=0.05)

"""Statements for a learning record store, after the Experience API 1.0.3; the actor goes by a pseudonym.

The IRIs lie under a name that the standards keep free (RFC 2606), so that they belong to nobody.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from voicecoach import __version__
from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.measures import Measures, measure
from voicecoach.debrief.swapped import swap_figures
from voicecoach.debrief.timeline import Utterance, timeline
from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import FeltAnswered, SessionEnded
from voicecoach.domain.moves import Turn

BASE = "https://voicecoach.invalid"
_VERBS = {name: f"http://adlnet.gov/expapi/verbs/{name}" for name in ("initialized", "responded", "terminated")}
_SIMULATION = "http://adlnet.gov/expapi/activities/simulation"
_INTERACTION = "http://adlnet.gov/expapi/activities/interaction"
_BROKEN_OFF = {"failed", "device_lost", ""}


def as_xapi(session: Session, actor: str = "") -> str:
    """Return a JSON list of statements: the round began, each turn that was understood, the round ended.

    actor: a pseudonym; without one it is drawn from the session's id, the same each time. Each statement keeps its id,
    so that a store that is given them twice keeps them once. Raises SessionError when the session has no date.
    """
    statements = _Statements(session, actor or pseudonym(session)).all()
    return json.dumps(statements, ensure_ascii=False, indent=1) + "\n"


def pseudonym(session: Session) -> str:
    """A name that tells nothing: what the manager was in the talk, and ten figures drawn from the session's id."""
    played = "coach" if session.head.coach is None else "seller"
    return f"{played}-{hashlib.sha256(session.head.id.encode()).hexdigest()[:10]}"


class _Statements:
    def __init__(self, session: Session, actor: str) -> None:
        self._session = session
        self._coach = session.head.coach
        self._on_how_it_felt = {event.turn for event in session.events if isinstance(event, FeltAnswered)}
        self._started = _started(session)
        self._actor = {"objectType": "Agent", "account": {"homePage": BASE, "name": actor}}
        self._registration = uuid.uuid5(uuid.NAMESPACE_URL, f"{BASE}/sessions/{_part(session.head.id)}")

    def all(self) -> list[dict[str, Any]]:
        figures = measure(self._session.corrected)
        told = self._outcome(figures) if self._coach is None else self._swapped_outcome()
        turns = [each for each in timeline(self._session.corrected) if self._is_turn(each)]
        return [
            self._statement("initialized", 0, "begin", self._simulation()),
            *(self._turn(each) for each in turns),
            self._statement("terminated", figures.duration_ms, "end", self._simulation(), self._ended(figures, told)),
        ]

    def _is_turn(self, said: Utterance) -> bool:
        """Whether it is something that the manager said in the talk and that was understood."""
        if self._coach is None:
            return said.coach is not None
        is_said = said.side == "coach" and said.doubt is said.doubt.NONE and bool(said.text)
        return is_said and said.turn not in self._on_how_it_felt

    def _turn(self, said: Utterance) -> dict[str, Any]:
        result: dict[str, Any] = {"response": said.text}
        if said.coach is not None:
            result["extensions"] = self._understood(said, said.coach)
        if said.span.duration_ms:
            result["duration"] = _duration(said.span.duration_ms)
        return self._statement("responded", said.span.end_ms, f"turn-{said.turn}", self._partner(), result)

    def _understood(self, said: Utterance, coach: Turn) -> dict[str, Any]:
        extensions: dict[str, Any] = {
            _extension("moves"): [
                {
                    "kind": str(move.kind),
                    "follows_up": move.follows_up,
                    "probability": move.probability,
                    "certain": move.is_certain,
                }
                for move in coach.moves
            ],
            _extension("assumption-free"): coach.is_assumption_free,
            _extension("interrupted"): coach.interrupted,
        }
        if said.change is not None:
            extensions[_extension("openness")] = {"before": said.change.before, "after": said.change.after}
        return extensions

    def _statement(
        self, verb: str, at_ms: int, name: str, about: dict[str, Any], result: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        head = self._session.head
        context: dict[str, Any] = {
            "registration": str(self._registration),
            "platform": f"voicecoach {__version__}",
            "language": head.language,
        }
        if about["definition"]["type"] != _SIMULATION:
            context["contextActivities"] = {"parent": [self._simulation()]}
        statement: dict[str, Any] = {
            "id": str(uuid.uuid5(self._registration, name)),
            "actor": self._actor,
            "verb": {"id": _VERBS[verb], "display": {"en": verb}},
            "object": about,
            "context": context,
            "timestamp": (self._started + timedelta(milliseconds=at_ms)).isoformat(timespec="milliseconds"),
            "version": "1.0.3",
        }
        return statement if result is None else {**statement, "result": result}

    def _simulation(self) -> dict[str, Any]:
        case = self._session.head.persona.case
        return _activity(f"cases/{_part(case.id)}", _SIMULATION, case.title, case.language)

    def _partner(self) -> dict[str, Any]:
        """Whom the manager spoke with: the coachee, or the coach where the chairs were swapped."""
        if self._coach is not None:
            coach = self._coach
            return _activity(f"coaches/{_part(coach.id)}", _INTERACTION, coach.name, coach.language)
        persona = self._session.head.persona
        return _activity(f"personas/{_part(persona.id)}", _INTERACTION, persona.name, persona.language)

    def _outcome(self, figures: Measures) -> dict[str, Any]:
        return {
            "openness": {"before": figures.start, "after": figures.end},
            "own-solution": figures.own_solution,
            "committed": figures.committed,
            "coach-share": figures.talk.coach_share,
        }

    def _swapped_outcome(self) -> dict[str, Any]:
        """What a round in the swapped chair tells; there is no openness in it."""
        figures = swap_figures(self._session.corrected)
        answers = [{"number": each.number, "answer": each.answer} for each in figures.felt]
        return {"solution-from": figures.brought_by, "seller-share": figures.seller_share, "felt": answers}

    def _ended(self, figures: Measures, told: dict[str, Any]) -> dict[str, Any]:
        why = next((e.why for e in reversed(self._session.events) if isinstance(e, SessionEnded)), "")
        extensions = {_extension(name): value for name, value in {**told, "ending": why}.items()}
        duration = _duration(figures.duration_ms)
        return {"completion": why not in _BROKEN_OFF, "duration": duration, "extensions": extensions}


def _activity(path: str, kind: str, name: str, language: str) -> dict[str, Any]:
    definition = {"type": kind, "name": {language: name}}
    return {"objectType": "Activity", "id": f"{BASE}/{path}", "definition": definition}


def _started(session: Session) -> datetime:
    try:
        started = datetime.fromisoformat(session.head.started_at)
    except ValueError:
        raise SessionError(
            f"{session.folder}: started_at is no date: '{session.head.started_at}'.", "Mend it in session.json."
        ) from None
    return started if started.tzinfo else started.astimezone()


def _extension(name: str) -> str:
    return f"{BASE}/extensions/{name}"


def _part(text: str) -> str:
    return quote(text, safe="")


def _duration(ms: int) -> str:
    """ISO 8601, to the hundredth of a second that the standard compares by."""
    return f"PT{ms / 1000:.2f}S"

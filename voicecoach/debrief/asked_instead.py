"""What the coach could have asked at a moment that closed the coachee: a question from the persona's own file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voicecoach.debrief.replay import state_after
from voicecoach.domain.audio import Language
from voicecoach.domain.events import CoacheeResponded, SessionEvent, SessionStarted, SilenceKept
from voicecoach.domain.openness import PersonaState, Reply
from voicecoach.domain.persona import Level, Persona
from voicecoach.domain.topics import About

_OPENERS: dict[Language, str] = {
    "nl": r"(?:wat|hoe(?! vaak| lang| laat| veel)|waaraan|waardoor|waarin|welke|vertel|als het aan jou)\b",
    "en": r"(?:what|how(?! many| much| often| long)|which|where|tell|describe|if it were up to you)\b",
}


@dataclass(frozen=True, slots=True)
class AskedInstead:
    """A question for one moment. heard: what the coachee had said just before, empty at the start of the talk.

    asks_for_solution: it asks for his own solution rather than about a topic.
    """

    turn: int
    at_ms: int
    heard: str
    question: str
    asks_for_solution: bool


def asked_instead(events: Sequence[SessionEvent], persona: Persona) -> tuple[AskedInstead, ...]:
    """A question for each turn that closed the coachee, none twice while the file has others; those he asked are out.

    A turn for which the file has no open question gets none.
    """
    found: list[AskedInstead] = []
    before: PersonaState | None = None
    heard = ""
    for event in events:
        if isinstance(event, CoacheeResponded) and event.change.after < event.change.before:
            state = before or PersonaState(event.change.before)
            taken = {_plain(each.question) for each in found} | {_plain(text) for text in state.asked}
            found += _question(event, state, heard, persona, taken)
        before, heard = state_after(event) or before, _told(event) or heard
    return tuple(found)


def _told(event: SessionEvent) -> str:
    """What the coachee says in it; that he did not catch something tells nothing."""
    match event:
        case SessionStarted(greeting=Reply(text=text)):
            return text
        case CoacheeResponded(reply=reply) | SilenceKept(reply=reply):
            return reply.text
        case _:
            return ""


def _question(
    event: CoacheeResponded, state: PersonaState, heard: str, persona: Persona, taken: set[str]
) -> Iterable[AskedInstead]:
    wants_solution = persona.temper.level_of(state.openness) >= Level.INSIGHT
    pools = [persona.solution.asks] if wants_solution else []
    pools += _topic_asks(event, state, persona, heard)
    for number, asks in enumerate(pools):
        open_ones = [ask for ask in asks if _is_open(ask, persona.language) and _plain(ask) not in taken]
        if open_ones:
            best = max(open_ones, key=lambda ask: len(_content(ask) & _content(heard)))
            return [AskedInstead(event.turn, event.at_ms, heard, best, wants_solution and number == 0)]
    return []


def _topic_asks(event: CoacheeResponded, state: PersonaState, persona: Persona, heard: str) -> list[tuple[str, ...]]:
    """The topics' questions: what the turn touched, what his words come near, the rest; what he told of goes last.

    A question on what he has just told asks for it again, and shows that nobody listened.
    """
    touched = event.match.topic if event.match is not None and event.match.about is About.TOPIC else ""
    level = persona.temper.level_of(state.openness)

    def nearness(place: int) -> tuple[bool, bool, bool, bool, int, int]:
        topic = persona.topics[place]
        said = [line for line in topic.lines if {line.text, line.short} & set(state.said)]
        has_more = any(line.level <= level and line not in said for line in topic.lines)
        shared = sum(len(_content(ask) & _content(heard)) for ask in topic.asks)
        return (not has_more, bool(said), topic.id != state.topic, topic.id != touched, -shared, place)

    return [persona.topics[place].asks for place in sorted(range(len(persona.topics)), key=nearness)]


def _is_open(ask: str, language: Language) -> bool:
    return re.match(_OPENERS[language], ask, re.IGNORECASE) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _content(text: str) -> set[str]:
    return {word for word in _plain(text).split() if len(word) > 4}

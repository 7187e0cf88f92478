"""What the coach could have asked at a moment that closed the coachee: a question from the persona's own file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from voicecoach.debrief.replay import state_after
from voicecoach.domain.audio import Language
from voicecoach.domain.events import CoacheeResponded, SessionEvent, SessionStarted, SilenceKept
from voicecoach.domain.openness import PersonaState, Reply
from voicecoach.domain.persona import Level, Persona, Topic
from voicecoach.domain.topics import About

_OPENERS: dict[Language, str] = {
    "nl": r"(?:wat|hoe(?! vaak| lang| laat| veel)|waaraan|waardoor|waarin|welke|vertel|als het aan jou)\b",
    "en": r"(?:what|how(?! many| much| often| long)|which|where|tell|describe|if it were up to you)\b",
}


@dataclass(frozen=True, slots=True)
class AskedInstead:
    """A question for one moment. heard: what the coachee had said just before, empty at the start of the talk.

    topic: what it asks about; empty where it asks for his own solution.
    """

    turn: int
    at_ms: int
    heard: str
    question: str
    topic: str

    @property
    def asks_for_solution(self) -> bool:
        """Whether it asks for his own solution rather than about a topic."""
        return not self.topic


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
            found += _question(event, state, heard, persona, found)
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
    event: CoacheeResponded, state: PersonaState, heard: str, persona: Persona, before: Sequence[AskedInstead]
) -> Iterable[AskedInstead]:
    taken = {_plain(each.question) for each in before} | {_plain(text) for text in state.asked}
    wants_solution = persona.temper.level_of(state.openness) >= Level.INSIGHT
    pools = [("", persona.solution.asks)] if wants_solution else []
    pools += [(topic.id, topic.asks) for topic in _topics(event, state, persona, heard, before)]
    for topic, asks in pools:
        open_ones = [ask for ask in asks if _is_open(ask, persona.language) and _plain(ask) not in taken]
        if open_ones:
            best = max(open_ones, key=lambda ask: len(_content(ask) & _content(heard)))
            return [AskedInstead(event.turn, event.at_ms, heard, best, topic)]
    return []


def _topics(
    event: CoacheeResponded, state: PersonaState, persona: Persona, heard: str, before: Sequence[AskedInstead]
) -> list[Topic]:
    """The topics, nearest first: what he was on, what the turn touched, what his words come near, the rest.

    What he told of goes last: to ask for it again shows that nobody listened. So does what was proposed before.
    """
    touched = event.match.topic if event.match is not None and event.match.about is About.TOPIC else ""
    level = persona.temper.level_of(state.openness)

    def nearness(place: int) -> tuple[bool, bool, int, bool, bool, int, int]:
        topic = persona.topics[place]
        said = [line for line in topic.lines if {line.text, line.short} & set(state.said)]
        has_more = any(line.level <= level and line not in said for line in topic.lines)
        shared = sum(len(_content(ask) & _content(heard)) for ask in topic.asks)
        proposed = sum(each.topic == topic.id for each in before)
        return (not has_more, bool(said), proposed, topic.id != state.topic, topic.id != touched, -shared, place)

    return [persona.topics[place] for place in sorted(range(len(persona.topics)), key=nearness)]


def _is_open(ask: str, language: Language) -> bool:
    return re.match(_OPENERS[language], ask, re.IGNORECASE) is not None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _content(text: str) -> set[str]:
    return {word for word in _plain(text).split() if len(word) > 4}

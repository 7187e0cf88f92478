"""What a reply is chosen from, and what saying it leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.dialogue.lines import reaction_line, topic_line
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Line, Persona, Topic
from voicecoach.domain.topics import LineFit


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply, and what saying it leaves in his state.

    lines: the lines of his file it is made of, where that is not just the reply.
    tells: it gives the coach something to give back or wait for.
    puts_off: he would have brought his own solution, and answers something else first.
    """

    reply: Reply
    lines: tuple[str, ...] = ()
    tells: bool = True
    own_solution: bool = False
    coach_solution: bool = False
    committed: bool = False
    puts_off: bool = False


@dataclass(frozen=True, slots=True)
class Floor:
    """What a reply is chosen from: the persona, his state with the turn's openness in it, and the level it opens.

    fits: the lines that fit the turn best.
    """

    persona: Persona
    state: PersonaState
    level: Level
    fits: tuple[LineFit, ...] = ()

    def reaction(self, lines: Sequence[Line], kind: ReplyKind = ReplyKind.REACTION, *, tells: bool = True) -> Spoken:
        """Return a stock line; an empty reply where the file has none that may be said."""
        line = reaction_line(lines, self.state, self.level)
        if line is None:
            return Spoken(Reply("", kind, Level.CLOSED), tells=False)
        return Spoken(Reply(line.text, kind, line.level, line.topic), tells=tells)

    def topic(self, topic_id: str) -> Topic | None:
        """Return a topic of the file by its id."""
        return next((topic for topic in self.persona.topics if topic.id == topic_id), None)

    def next_of(self, topic_id: str) -> Line | None:
        """Return the line of a topic that is said next; None where it has none left, or is no topic."""
        topic = self.topic(topic_id)
        return None if topic is None else topic_line(topic, self.state, self.level, self.fits)

    def may_find_solution(self) -> bool:
        """Whether the moment is there: insight, and nobody has brought the solution yet."""
        return self.level is Level.INSIGHT and not self.state.own_solution and not self.state.coach_solution

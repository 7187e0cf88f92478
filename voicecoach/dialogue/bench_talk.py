"""A talk of a scripted manager or a trainer's script with a persona, as it went: the curve, and what was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.dialogue.script_lines import ScriptLine
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level


@dataclass(frozen=True, slots=True)
class BenchTurn:
    """One line of the manager and what it did; `level` is what the openness after it opens."""

    line: ScriptLine
    openness: int
    level: Level
    reason: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class BenchTalk:
    """A whole talk. name: of the manager or script. start: openness before the first word. end: the state it left."""

    name: str
    start: int
    turns: tuple[BenchTurn, ...]
    end: PersonaState

    @property
    def curve(self) -> tuple[int, ...]:
        """Openness before the first line and after each."""
        return (self.start, *(turn.openness for turn in self.turns))

    @property
    def insight_turn(self) -> int | None:
        """The coach turn, from 1, with which insight came; a silence belongs to the turn before it. None for never."""
        at = next((n for n, turn in enumerate(self.turns) if turn.level is Level.INSIGHT), None)
        return None if at is None else max(1, sum(t.line.silence_ms is None for t in self.turns[: at + 1]))

    @property
    def deepest(self) -> Mapping[str, Level]:
        """The topics that he spoke about, each with the level of the deepest line told."""
        found: dict[str, Level] = {}
        for turn in self.turns:
            if turn.reply.kind is ReplyKind.TOPIC and turn.reply.topic:
                found[turn.reply.topic] = max(turn.reply.level, found.get(turn.reply.topic, Level.CLOSED))
        return found

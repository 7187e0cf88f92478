"""What is different in a persona's behaviour between two versions: the same managers, talk by talk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.dialogue.bench_talk import BenchTalk
from voicecoach.domain.openness import ReplyKind
from voicecoach.domain.persona import Level


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Something he told, and the level it is placed at."""

    text: str
    level: Level


@dataclass(frozen=True, slots=True)
class TalkChange:
    """How one manager fares otherwise with the new version; equal pairs mean no change.

    openness: where he ends, old and new. insight: the coach turn of insight, None for never.
    own_solution, committed: whether he came to that.
    topics: the topics that changed, with the deepest level told, None for not at all.
    said, unsaid: what he says only in the new version, only in the old one, or at another level than there.
    """

    manager: str
    openness: tuple[int, int]
    insight: tuple[int | None, int | None]
    own_solution: tuple[bool, bool]
    committed: tuple[bool, bool]
    topics: tuple[tuple[str, Level | None, Level | None], ...]
    said: tuple[SaidLine, ...]
    unsaid: tuple[SaidLine, ...]

    @property
    def is_any(self) -> bool:
        """Whether anything changed."""
        pairs: tuple[tuple[object, object], ...] = (self.openness, self.insight, self.own_solution, self.committed)
        return any(old != new for old, new in pairs) or bool(self.topics or self.said or self.unsaid)


def talk_change(old: BenchTalk, new: BenchTalk) -> TalkChange:
    """Compare the talks of one manager with two versions of a persona."""
    before, after = _said(old), _said(new)
    return TalkChange(
        new.name,
        (old.curve[-1], new.curve[-1]),
        (old.insight_turn, new.insight_turn),
        (old.end.own_solution, new.end.own_solution),
        (old.end.committed, new.end.committed),
        tuple(_topics(old, new)),
        tuple(line for line in after if line not in before),
        tuple(line for line in before if line not in after),
    )


def _topics(old: BenchTalk, new: BenchTalk) -> Iterator[tuple[str, Level | None, Level | None]]:
    before, after = old.deepest, new.deepest
    for topic in dict.fromkeys((*before, *after)):
        if before.get(topic) != after.get(topic):
            yield topic, before.get(topic), after.get(topic)


def _said(talk: BenchTalk) -> tuple[SaidLine, ...]:
    """What he told, each once, at the level it is placed at; what he only reacts with is left out."""
    tells = {ReplyKind.TOPIC, ReplyKind.SOLUTION, ReplyKind.COMMITMENT, ReplyKind.LIP_SERVICE}
    lines = (SaidLine(t.reply.text, t.reply.level) for t in talk.turns if t.reply.kind in tells and t.reply.text)
    return tuple(dict.fromkeys(lines))

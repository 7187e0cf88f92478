"""What a scripted manager has to go on: the talk so far, and what he can ask after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.dialogue.manager_material import Material
from voicecoach.dialogue.script_lines import ScriptLine
from voicecoach.domain.openness import Reply, ReplyKind


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the manager said, None before his first word, and what he heard then; an empty text is silence."""

    line: ScriptLine | None
    reply: Reply


@dataclass(frozen=True, slots=True)
class TalkSoFar:
    """All that a manager has to go on.

    exchanges: oldest first; the first holds the greeting, or an empty reply. seed: for the one who talks at random.
    """

    material: Material
    exchanges: Sequence[Exchange]
    seed: int = 0

    @property
    def turns(self) -> int:
        """How many lines he has said, silences counted."""
        return len(self.exchanges) - 1

    @property
    def heard(self) -> Reply:
        """What he heard last."""
        return self.exchanges[-1].reply

    def count(self, kind: ReplyKind) -> int:
        """How many replies of a kind he heard."""
        return sum(exchange.reply.kind is kind for exchange in self.exchanges)

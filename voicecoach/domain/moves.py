"""What the coach did with his words: the move kinds of the annotation guide, and a turn made of moves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MoveKind(StrEnum):
    """The ten kinds (after MITI 4.2 and AnnoMI; OMA, LSD, ANNA, NIVEA in Dutch training)."""

    OPEN_QUESTION = "open_question"
    CLOSED_QUESTION = "closed_question"
    LEADING_QUESTION = "leading_question"
    ADVICE = "advice"
    ASSUMPTION = "assumption"
    JUDGEMENT = "judgement"
    REFLECTION = "reflection"
    AFFIRMATION = "affirmation"
    PROCESS = "process"
    OTHER = "other"


LISTENING = frozenset(
    {
        MoveKind.OPEN_QUESTION,
        MoveKind.CLOSED_QUESTION,
        MoveKind.REFLECTION,
        MoveKind.AFFIRMATION,
        MoveKind.PROCESS,
    }
)
FILLING_IN = frozenset({MoveKind.LEADING_QUESTION, MoveKind.ADVICE, MoveKind.ASSUMPTION, MoveKind.JUDGEMENT})

CERTAIN = 0.45
"""A listening move below this probability is unsure: it opens nothing."""

CERTAIN_TO_CLOSE = 0.60
"""A filling-in move below this probability is unsure: it closes nothing. Blame takes more than credit."""

SUSPECT = 0.60
"""A filling-in reading above this probability keeps a turn from counting as assumption-free."""


@dataclass(frozen=True, slots=True)
class Move:
    """One clause of a turn, with exactly one kind.

    probability: calibrated, of `kind` being right.
    filling_in: probability that the clause is of any filling-in kind.
    start, end: character offsets in the turn's text, end exclusive.
    follows_up: it takes up a word, topic or feeling of the coachee's last lines.
    cues: the words that decided, as they stand in the text.
    takes_up: the words of the coachee that it takes up; empty when it does not follow up.
    names_feeling: it gives back or asks after a feeling.
    """

    kind: MoveKind
    probability: float
    start: int
    end: int
    follows_up: bool = False
    cues: tuple[str, ...] = ()
    filling_in: float = 0.0
    takes_up: str = ""
    names_feeling: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0 or not 0.0 <= self.filling_in <= 1.0:
            raise ValueError(f"probabilities lie in [0, 1], got {self.probability}, {self.filling_in}")
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a move's span runs forward, got {self.start}..{self.end}")

    @property
    def is_certain(self) -> bool:
        """Whether the kind is certain enough to act on."""
        return self.probability >= (CERTAIN_TO_CLOSE if self.kind in FILLING_IN else CERTAIN)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the coach, as understood.

    text: the words.
    moves: clause by clause, in order; empty for a kept silence.
    interrupted: it began while the coachee was still speaking, and was no backchannel.
    wait_ms: silence the coach kept after the coachee's last line, before he spoke (or was spoken to again).
    """

    text: str
    moves: tuple[Move, ...]
    interrupted: bool = False
    wait_ms: int = 0

    @property
    def is_assumption_free(self) -> bool:
        """At least one certain listening move, nothing that may be filling in, and no interruption."""
        listens = any(m.kind in LISTENING and m.is_certain for m in self.moves)
        return listens and not self.fills_in and not self.interrupted

    @property
    def fills_in(self) -> bool:
        """Whether any move is, or may well be, the coach's own content."""
        return any(m.filling_in >= SUSPECT or (m.kind in FILLING_IN and m.probability >= SUSPECT) for m in self.moves)

    @property
    def is_certain(self) -> bool:
        """Whether every move is certain."""
        return all(m.is_certain for m in self.moves)

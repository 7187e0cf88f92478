"""The lines of a coach: which one is said, with the seller's words in its blank, and what is remembered of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.domain.coach import BLANKS, Coach, CoachAct

Allowed = Callable[[str], bool]
"""Whether a line may be said."""


@dataclass(frozen=True, slots=True)
class CoachState:
    """What the coach carries from turn to turn.

    turns: of the seller, so far. acts: what the coach did, in order. said: his lines, in order.
    named: the seller's words he has taken up. solution: who brought a solution first.
    """

    turns: int = 0
    acts: tuple[CoachAct, ...] = ()
    said: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    solution: Literal["nobody", "coach", "seller"] = "nobody"

    @property
    def is_over(self) -> bool:
        """Whether the coach has said goodbye."""
        return bool(self.acts) and self.acts[-1] is CoachAct.FAREWELL


@dataclass(frozen=True, slots=True)
class CoachReply:
    """What the coach does: his line, empty when he keeps silent for `wait_ms`.

    takes_up: the seller's own words in it, turned to him; empty for none.
    """

    act: CoachAct
    line: str
    state: CoachState
    takes_up: str = ""
    wait_ms: int = 0


def allowed_line(coach: Coach, state: CoachState, act: CoachAct, words: str, allowed: Allowed) -> CoachReply | None:
    """The least said line for an act that may be said with these words in it; None where none may."""
    filled = (_filled_in(state, act, line, words) for line in _by_use(coach, state, act))
    return next((reply for reply in filled if allowed(reply.line)), None)


def say(coach: Coach, state: CoachState, act: CoachAct) -> CoachReply:
    """The least said line for an act that takes nothing up."""
    return _filled_in(state, act, _by_use(coach, state, act)[0], "")


def _by_use(coach: Coach, state: CoachState, act: CoachAct) -> list[str]:
    """The lines for an act, those said least first, else in the order of the file."""
    return sorted(coach.lines[act], key=state.said.count)


def _filled_in(state: CoachState, act: CoachAct, line: str, words: str) -> CoachReply:
    state = replace(
        state,
        acts=(*state.acts, act),
        said=(*state.said, line),
        named=(*state.named, words) if words else state.named,
    )
    return CoachReply(act, _filled(line, act, words), state, words)


def _filled(line: str, act: CoachAct, words: str) -> str:
    """The line with the words in its blank, a capital where they begin it."""
    filled = line.replace(BLANKS[act], words) if act in BLANKS else line
    return filled[:1].upper() + filled[1:]

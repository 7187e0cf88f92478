"""A turn of an earlier session -> the moment at which a new round may take it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from voicecoach.debrief.replay import moment_before
from voicecoach.domain.errors import InputError
from voicecoach.domain.events import TurnHeard, TurnRecognised
from voicecoach.wiring.engines import Difficulty

if TYPE_CHECKING:
    from voicecoach.adapters.session_folder import Session
    from voicecoach.runtime.conversation import Moment


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A moment of an earlier session that a round takes up again.

    session: that session's id. persona_hash: of the file that its persona came from.
    """

    session: str
    persona_hash: str
    moment: Moment


def take_up(session: Session, turn: int) -> TakenUp:
    """Return the moment just before a turn of the coach; raise InputError, with the turns there are, for another."""
    from voicecoach.runtime.conversation import Moment  # noqa: PLC0415 - numpy

    found = moment_before(session.events, turn)
    if found is None:
        raise no_such_turn(session, turn)
    return TakenUp(session.head.id, session.head.persona_hash, Moment(*found))


def difficulty_of(session: Session) -> Difficulty:
    """Return at which difficulty the session was run; its persona is kept as that made him."""
    kept = session.head.settings.get("difficulty")
    return next((each for each in get_args(Difficulty) if each == kept), "normal")


def no_such_turn(session: Session, turn: int) -> InputError:
    """Return the error for a turn that the session does not have."""
    turns = sorted({event.turn for event in session.events if isinstance(event, TurnHeard | TurnRecognised)})
    there = f"It has {_counted(turns)}." if turns else "Nobody spoke in it."
    return InputError(f"{session.head.id}: there is no turn {turn}.", there)


def _counted(turns: Sequence[int]) -> str:
    return f"the turns {turns[0]} to {turns[-1]}" if len(turns) > 1 else f"one turn, {turns[0]}"

"""What the exports have in common: who spoke, in pieces that fit on a line, and what kind of moves they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.timeline import TimedWord, Utterance, timeline, words_of
from voicecoach.domain.speech import SpeechSpan

COACH = "Coach"
_MOST_LETTERS = 84
"""Two lines of a subtitle."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what somebody said, short enough to be read at a glance."""

    speaker: str
    span: SpeechSpan
    text: str


def spoken(session: Session) -> tuple[Utterance, ...]:
    """Everything that was said in words, by when it began, the moves as corrected."""
    return tuple(each for each in timeline(session.corrected) if each.text.split())


def speaker(session: Session, said: Utterance) -> str:
    """Who said it: the coach, or the coachee by name; with the chairs swapped the machine is the coach, by name."""
    if session.head.coach is not None:
        machine, seller = session.head.coach.name, session.head.persona.name
        return plain(seller) or "Coachee" if said.side == "coach" else f"{COACH} {plain(machine)}".strip()
    return COACH if said.side == "coach" else plain(session.head.answers_as) or "Coachee"


def role(session: Session, said: Utterance) -> str:
    """What he was in the talk, "coach" or "coachee"; the log's sides are the manager's and the machine's."""
    if session.head.coach is None:
        return said.side
    return "coachee" if said.side == "coach" else "coach"


def pieces(session: Session) -> Iterator[Piece]:
    """Yield what was said in pieces of at most 84 letters, a longer word alone."""
    for said in spoken(session):
        held: list[TimedWord] = []
        for word in words_of(said):
            if held and len(" ".join([*(each.text for each in held), word.text])) > _MOST_LETTERS:
                yield _piece(speaker(session, said), held)
                held = []
            held.append(word)
        yield _piece(speaker(session, said), held)


def kinds(said: Utterance) -> tuple[str, ...]:
    """The kinds of the coach's moves, in order, with a question mark where not certain; none for the coachee."""
    moves = said.coach.moves if said.coach is not None else ()
    return tuple(str(move.kind) + ("" if move.is_certain else "?") for move in moves)


def plain(text: str) -> str:
    """The words apart by single spaces, on one line."""
    return " ".join(text.split())


def _piece(who: str, words: list[TimedWord]) -> Piece:
    span = SpeechSpan(words[0].span.start_ms, words[-1].span.end_ms)
    return Piece(who, span, " ".join(word.text for word in words))

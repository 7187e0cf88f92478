"""The swapped chair: its coaches, and the answers by key that are added to a session after the round."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.dialogue.felt_questions import FELT_QUESTIONS
from voicecoach.domain.events import FeltAnswered

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language
    from voicecoach.domain.coach import Coach

__all__ = ["add_felt_answers", "felt_left", "find_coach"]


def find_coach(name: str, language: Language) -> Coach:
    """Return the shipped coach with this id, or the coach in a file; raise PersonaError with what is wrong."""
    from voicecoach.adapters.coach_files import find_coach as found  # noqa: PLC0415 - heavy

    return found(name, language)


def felt_left(folder: Path) -> tuple[int, ...]:
    """Return the numbers of the questions on how it felt that a session has no answer to; none where nobody coached."""
    from voicecoach.adapters.session_folder import read_session  # noqa: PLC0415 - heavy

    session = read_session(folder)
    if session.head.coach is None:
        return ()
    answered = {event.number for event in session.events if isinstance(event, FeltAnswered)}
    return tuple(n for n in range(1, len(FELT_QUESTIONS[session.head.language]) + 1) if n not in answered)


def add_felt_answers(folder: Path, answers: Mapping[int, str]) -> None:
    """Add answers by key, by the number of their question, to a session whose round is over; empty ones are left out.

    Raises StorageError when the disk refuses; the session stays as it was then.
    """
    from voicecoach.adapters.event_codec import encode_event  # noqa: PLC0415 - heavy
    from voicecoach.adapters.session_files import write_private  # noqa: PLC0415 - heavy
    from voicecoach.adapters.session_folder import EVENTS, read_session  # noqa: PLC0415 - heavy

    session = read_session(folder)
    at_ms = session.events[-1].at_ms if session.events else 0
    questions = FELT_QUESTIONS[session.head.language]
    told = [FeltAnswered(at_ms, 0, n, questions[n - 1], a, by="key") for n, a in sorted(answers.items()) if a]
    if told:
        kept = (folder / EVENTS).read_bytes()
        kept = kept[: kept.rfind(b"\n") + 1]
        write_private(folder / EVENTS, kept + b"".join(encode_event(event) for event in told))

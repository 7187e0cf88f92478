"""Pages made of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.adapters.session_folder import Session


def write_report(session: Session, path: Path) -> None:
    """Write the page of one session, of the swapped chair too; raise StorageError when the disk refuses."""
    from voicecoach.adapters.html_report import write_report as write  # noqa: PLC0415 - heavy
    from voicecoach.adapters.swap_page import is_swapped, write_swap_page  # noqa: PLC0415 - heavy

    if is_swapped(session):
        write_swap_page([session], path)
    else:
        write(session, path)


def write_side_by_side(sessions: Sequence[Session], path: Path) -> None:
    """Write rounds in the swapped chair side by side; raise InputError for other sessions, StorageError."""
    from voicecoach.adapters.swap_page import is_swapped, write_swap_page  # noqa: PLC0415 - heavy

    for session in sessions:
        if not is_swapped(session):
            raise InputError(
                f"{session.head.id} is no round in the swapped chair.",
                "Several sessions of one case go to 'voicecoach compare'; one page each comes from one session.",
            )
    languages = {session.head.language for session in sessions}
    if len(languages) > 1:
        raise InputError("These rounds are in different languages.", "Lay rounds in one language side by side.")
    personas = {session.head.persona.id for session in sessions}
    if len(personas) > 1:
        told = ", ".join(sorted(personas))
        raise InputError(
            f"You played several sellers in these rounds: {told}.", "Lay rounds as one seller side by side."
        )
    if len({session.folder.resolve() for session in sessions}) < len(sessions):
        raise InputError("A round is named twice.", "Name each once.")
    write_swap_page(sessions, path)

"""How long sessions are kept, and in what state: the old ones found, one made anonymous."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from voicecoach.adapters.event_codec import encode_event, to_json
from voicecoach.adapters.session_corrections import CORRECTIONS
from voicecoach.adapters.session_files import storage_errors, write_private
from voicecoach.adapters.session_folder import EVENTS, HEAD, MADE_FROM_IT, Session, SessionHead
from voicecoach.debrief.names import masked, names_in, own_words, without_names

_KEPT = frozenset({HEAD, EVENTS, CORRECTIONS})
_DEVICES = ("microphone", "loudspeaker")


@dataclass(frozen=True, slots=True)
class Anonymised:
    """What was taken out of a session.

    names: those crossed out. removed: files that are gone. left: files that voicecoach does not know and left alone.
    """

    names: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]


def started_before(sessions: Iterable[Session], moment: datetime) -> tuple[tuple[Session, ...], tuple[str, ...]]:
    """Return the sessions that began before a moment, which has its time zone, and a remark for each without a date."""
    old: list[Session] = []
    remarks: list[str] = []
    for session in sessions:
        try:
            started = datetime.fromisoformat(session.head.started_at)
        except ValueError:
            remarks.append(f"{session.folder / HEAD}: started_at is no date: '{session.head.started_at}'.")
            continue
        if started.astimezone(moment.tzinfo) < moment:
            old.append(session)
    return tuple(old), tuple(remarks)


def anonymise(session: Session, names: Sequence[str] = ()) -> Anonymised:
    """Take sound and names out of a session on disk, for good; its words, moves and states stay.

    names: to cross out besides those that look like names. Doing it again takes out what was left, or nothing.
    Raises StorageError when the disk refuses; the session is readable then, and not yet anonymous.
    """
    texts = [session.head.goal, *own_words(session.events)]
    found = tuple(sorted({*names_in(texts, session.head.persona), *(name for name in names if name.strip())}))
    events = b"".join(encode_event(without_names(event, found)) for event in session.events)
    head = _without_names(session.head, found)
    if events != b"".join(map(encode_event, session.events)) or session.remarks:
        write_private(session.folder / EVENTS, events)
    if head != session.head:
        write_private(session.folder / HEAD, to_json(asdict(head)) + b"\n")
    crossed_out = tuple(name for name in found if any(masked(text, [name]) != text for text in texts))
    return Anonymised(crossed_out, *_cleared(session.folder))


def _without_names(head: SessionHead, names: Sequence[str]) -> SessionHead:
    settings = {key: None if key in _DEVICES else _without_folder(value) for key, value in head.settings.items()}
    if "record_audio" in settings:
        settings["record_audio"] = False
    engines = {key: str(_without_folder(value)) for key, value in head.engines.items()}
    persona = replace(head.persona, author="")
    return replace(head, goal=masked(head.goal, names), settings=settings, engines=engines, persona=persona)


def _without_folder(told: object) -> object:
    """Without the folders of a path, whose names may name their owner; anything else as it was."""
    return re.sub(r"(?<!\S)(?:[A-Za-z]:|~)?[\\/](?:.*[\\/])?", "", told) if isinstance(told, str) else told


def _cleared(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    removed, left = [], []
    with storage_errors(folder):
        for path in sorted(folder.iterdir()):
            if path.name in MADE_FROM_IT or path.suffix == ".part":
                path.unlink()
                removed.append(path.name)
            elif path.name not in _KEPT:
                left.append(path.name)
    return tuple(removed), tuple(left)

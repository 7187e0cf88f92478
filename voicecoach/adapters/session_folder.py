"""One session as one folder: session.json (what was set), events.jsonl (what happened), audio.wav (what was heard).

A trainer's corrections.jsonl may lie beside them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from voicecoach.adapters.event_codec import decode_event, encode_event, from_json, to_json
from voicecoach.adapters.session_corrections import CORRECTIONS, read_corrections
from voicecoach.adapters.session_files import CrashSafeFile, write_private
from voicecoach.debrief.corrections import Correction, corrected, unfit
from voicecoach.domain.audio import Language, Samples
from voicecoach.domain.coach import Coach
from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import GoalSet, ReplyEnded, SessionEnded, SessionEvent, SessionStarted
from voicecoach.domain.persona import Persona

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from voicecoach.adapters.session_audio import StereoRecording

FORMAT = 1
"""Version of the folder's layout; a reader refuses newer ones and goes on reading older ones."""

HEAD, EVENTS, AUDIO = "session.json", "events.jsonl", "audio.wav"
MADE_FROM_IT = frozenset({AUDIO, "report.html", "side_by_side.html"})
"""Files that hold the sound, or pages that were made of the session."""
MADE_HERE = MADE_FROM_IT | {HEAD, EVENTS, CORRECTIONS}
"""All that voicecoach writes into a session's folder."""


@dataclass(frozen=True, slots=True)
class SessionHead:
    """What is known before the first word.

    id: the folder's name. started_at: ISO 8601 with its offset from UTC.
    persona: a whole copy, its case inside, so that the session replays where the file is gone.
    persona_hash: of the file it came from. seed: what chance was drawn from.
    settings: what the round was run with. engines: name to version of what heard and spoke.
    goal: what the manager set out to reach, empty when he skipped it.
    parent: id of the session whose moment this one takes up again; empty for a round of its own.
    coach: who coached, a whole copy, when the chairs were swapped and the manager played the persona; else None.
    """

    id: str
    started_at: str
    language: Language
    persona: Persona
    persona_hash: str = ""
    seed: int = 0
    goal: str = ""
    settings: dict[str, object] = field(default_factory=dict)
    engines: dict[str, str] = field(default_factory=dict)
    parent: str = ""
    coach: Coach | None = None
    format: int = FORMAT

    @property
    def answers_as(self) -> str:
        """The name of whom the manager spoke with: the coachee, or the coach when the chairs were swapped."""
        return self.coach.name if self.coach is not None else self.persona.name


@dataclass(frozen=True, slots=True)
class Session:
    """A session read back.

    events: what happened, as it was logged. corrections: what a trainer made of the moves in it since.
    remarks: what the reader had to mend or leave out, a line each; empty for a whole session.
    audio: the recording, None when none was made.
    """

    folder: Path
    head: SessionHead
    events: tuple[SessionEvent, ...]
    audio: Path | None = None
    remarks: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()

    @property
    def corrected(self) -> tuple[SessionEvent, ...]:
        """The log with the trainer's corrections in it: what measures and pages show."""
        return corrected(self.events, self.corrections)

    @property
    def goal(self) -> str:
        """What the manager set out to reach: the last goal he set, empty when he set none."""
        spoken = [event.goal for event in self.events if isinstance(event, GoalSet)]
        return spoken[-1] if spoken else self.head.goal


class SessionFolder:
    """Keeps a session as it happens; a SessionLog.

    Each event is with the system when `append` returns, so a kill loses none; it is on the disk itself at the end of
    each reply. Of the sound a kill loses half a second. Raises StorageError when the disk refuses; the session up to
    then stays readable.
    """

    def __init__(self, folder: Path, head: SessionHead, record_audio: bool = True) -> None:
        self.path = folder
        self.head = head
        write_private(folder / HEAD, to_json(asdict(head)) + b"\n")
        self._events = CrashSafeFile(folder / EVENTS)
        self._recording: StereoRecording | None = None
        self._is_open = True
        if record_audio:
            from voicecoach.adapters.session_audio import StereoRecording  # noqa: PLC0415 - numpy

            self._recording = StereoRecording(folder / AUDIO)

    def append(self, event: SessionEvent) -> None:
        """Write an event so that it survives a crash of this process; raise StorageError when the disk will not."""
        self._events.append(encode_event(event))
        if isinstance(event, SessionStarted | ReplyEnded | SessionEnded):
            self._events.sync()

    def record(self, coach: Samples, coachee: Samples) -> None:
        """Add equally long 16 kHz pieces of both sides to the recording; nothing when recording is off."""
        if self._recording is not None:
            self._recording.record(coach, coachee)

    def close(self) -> None:
        """Finish the files; may be called twice. Raise StorageError when the last of it could not be written."""
        if not self._is_open:
            return
        self._is_open = False
        try:
            if self._recording is not None:
                self._recording.close()
        finally:
            self._events.close()


def read_session(folder: Path) -> Session:
    """Read a session back; a last line that a crash cut short is left out and said in `remarks`. Writes nothing.

    Raises SessionError naming file and line for anything else that is missing or damaged.
    """
    head = _read_head(folder)
    events, remarks = _read_events(folder / EVENTS)
    audio = folder / AUDIO
    corrections, doubts = read_corrections(folder)
    misfits = unfit(events, corrections)
    doubts += tuple(
        f"{folder / CORRECTIONS}: turn {each.turn} has no move {each.move} to correct so." for each in misfits
    )
    kept = tuple(each for each in corrections if each not in misfits)
    sound = audio if audio.is_file() else None
    if sound is None and head.settings.get("record_audio") is True and events:
        remarks += (f"{audio}: the recording is gone.",)
    return Session(folder, head, events, sound, (*remarks, *doubts), kept)


def _read_head(folder: Path) -> SessionHead:
    content = _read(folder / HEAD, "Is this the folder of a session? 'voicecoach sessions list' names yours.")
    head = cast(SessionHead, from_json(_head_adapter(), content, str(folder / HEAD)))
    if head.format > FORMAT:
        raise SessionError(
            f"{folder / HEAD}: format {head.format} is newer than {FORMAT}, which this version reads.",
            "Try 'pip install --upgrade voicecoach'.",
        )
    return head


def _read_events(path: Path) -> tuple[tuple[SessionEvent, ...], tuple[str, ...]]:
    lines = _read(path, "Without it nothing is known of the session.").split(b"\n")
    cut = lines.pop()
    events = tuple(decode_event(line, f"{path}, line {number}") for number, line in enumerate(lines, 1))
    if not cut:
        return events, ()
    return events, (f"{path}, line {len(lines) + 1}: cut short by a crash, left out.",)


def _read(path: Path, cure: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SessionError(f"{path}: cannot be read: {error.strerror}.", cure) from error


@cache
def _head_adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(SessionHead)

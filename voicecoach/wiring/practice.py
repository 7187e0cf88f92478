"""Settings -> a practice round that is ready to run."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach import __version__
from voicecoach.wiring.engines import Difficulty, build_classifier, build_conversation, build_transcriber, build_voice

if TYPE_CHECKING:
    from voicecoach.adapters.clocks import MonotonicClock, SoundClock
    from voicecoach.adapters.session_folder import SessionFolder, SessionHead
    from voicecoach.domain.coach import Coach
    from voicecoach.domain.persona import Persona
    from voicecoach.ports import Clock, Loudspeaker, Microphone, Transcriber, Voice
    from voicecoach.runtime.partner import Partner
    from voicecoach.runtime.round import Round
    from voicecoach.runtime.round_parts import Why
    from voicecoach.runtime.view import RoundView
    from voicecoach.wiring.taking_up import TakenUp


@dataclass(frozen=True, slots=True)
class PracticeSettings:
    """What a round is run with.

    recordings: recorded coach turns instead of a microphone. real_time: at the pace of the clock.
    microphone, loudspeaker: a device by name or number, None for the system's own. play: let the answers be heard.
    record_audio: keep the sound. half_duplex: deaf while the coachee speaks, for loudspeakers instead of a headset.
    sessions: folder for the sessions, None for the user's own.
    takes_up: the moment to begin at, None for a round of its own.
    coach: who coaches when the chairs are swapped, None where the manager does. felt_by_voice: that coach asks aloud,
    after his goodbye, how it felt. seed: kept with the session.
    """

    persona: str
    recordings: tuple[Path, ...] = ()
    real_time: bool = True
    model: str = "auto"
    microphone: str | None = None
    loudspeaker: str | None = None
    play: bool = True
    record_audio: bool = True
    half_duplex: bool = False
    difficulty: Difficulty = "normal"
    goal: str = ""
    minutes: float | None = None
    sessions: Path | None = None
    takes_up: TakenUp | None = None
    coach: Coach | None = None
    felt_by_voice: bool = True
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Practice:
    """A round that is ready to run, its session folder, and the words for which model it uses."""

    round: Round
    folder: SessionFolder
    model: str
    start_clock: Callable[[], None]
    close: Callable[[], None]

    def run(self) -> Why:
        """Run the round from zero on its clock, whatever the loading took; return why it ended."""
        self.start_clock()
        return self.round.run()


def build_practice(
    settings: PracticeSettings, persona: Persona, view: RoundView, progress: Callable[[str], None] = lambda _: None
) -> Practice:
    """Return a round that is ready to listen; raise a CoachError for whatever is missing, before anything is written.

    progress: told in a word what is being loaded.
    """
    with ExitStack() as undo:
        clock, tick = _clock(settings)
        floor = _FloorOfRound()
        microphone = _microphone(settings, floor, tick)
        undo.callback(microphone.close)
        loudspeaker = _loudspeaker(settings, clock)
        undo.callback(loudspeaker.close)
        progress("voice")
        voice = build_voice()
        undo.callback(voice.close)
        progress("speech model")
        with ThreadPoolExecutor(max_workers=1) as loader:
            loading = loader.submit(build_transcriber, settings.model)
            conversation = _partner(settings, persona)
            transcriber, origin = loading.result()
        progress("session")
        folder = _session(settings, persona, origin)
        undo.callback(folder.close)
        made = _round(settings, (microphone, loudspeaker, transcriber, conversation, voice, clock, folder, view))
        floor.round = made
        return Practice(made, folder, origin, clock.start, undo.pop_all().close)


def _partner(settings: PracticeSettings, persona: Persona) -> Partner:
    if settings.coach is None:
        return build_conversation(persona, moment=settings.takes_up.moment if settings.takes_up else None)
    from voicecoach.runtime.swapped import SwappedTalk  # noqa: PLC0415 - kept beside its use

    openness, by_voice = persona.temper.start, settings.felt_by_voice
    return SwappedTalk(settings.coach, build_classifier(), openness=openness, asks_felt=by_voice)


class _FloorOfRound:
    """Tells recorded turns when they may speak; knows its round once that is built."""

    def __init__(self) -> None:
        self.round: Round | None = None

    def is_coachs(self) -> bool:
        return self.round is not None and self.round.is_coachs_floor


_Parts = tuple["Microphone", "Loudspeaker", "Transcriber", "Partner", "Voice", "Clock", "SessionFolder", "RoundView"]


def _round(settings: PracticeSettings, parts: _Parts) -> Round:
    from voicecoach.adapters.silero import SileroDetector  # noqa: PLC0415 - heavy
    from voicecoach.dialogue.endpointing import EndpointingConfig  # noqa: PLC0415 - kept beside its use
    from voicecoach.runtime.ear import Ear  # noqa: PLC0415 - numpy
    from voicecoach.runtime.preparation import Preparation  # noqa: PLC0415 - numpy
    from voicecoach.runtime.round import Round  # noqa: PLC0415 - numpy
    from voicecoach.runtime.round_parts import RoundParts, RoundSettings  # noqa: PLC0415 - numpy

    microphone, loudspeaker, transcriber, conversation, voice, clock, folder, view = parts
    return Round(
        RoundParts(
            microphone=microphone,
            ear=Ear(SileroDetector(), EndpointingConfig()),
            preparation=Preparation(transcriber, conversation, voice),
            conversation=conversation,
            loudspeaker=loudspeaker,
            log=folder,
            clock=clock,
            view=view,
        ),
        RoundSettings(goal=settings.goal, minutes=settings.minutes, half_duplex=settings.half_duplex),
    )


def _clock(settings: PracticeSettings) -> tuple[MonotonicClock | SoundClock, Callable[[int], None]]:
    from voicecoach.adapters.clocks import MonotonicClock, SoundClock  # noqa: PLC0415 - kept beside its use

    if settings.recordings and not settings.real_time:
        sound_clock = SoundClock()
        return sound_clock, sound_clock.advance_to
    return MonotonicClock(), lambda _: None


def _microphone(settings: PracticeSettings, floor: _FloorOfRound, tick: Callable[[int], None]) -> Microphone:
    if settings.recordings:
        from voicecoach.adapters.recorded_turns import RecordedTurns  # noqa: PLC0415 - numpy

        return RecordedTurns(settings.recordings, floor.is_coachs, real_time=settings.real_time, tick=tick)
    from voicecoach.adapters.sound_card_microphone import SoundCardMicrophone  # noqa: PLC0415 - heavy

    return SoundCardMicrophone(_device(settings.microphone))


def _loudspeaker(settings: PracticeSettings, clock: Clock) -> Loudspeaker:
    is_fast = settings.recordings and not settings.real_time
    if settings.play and not is_fast:
        from voicecoach.adapters.sound_card_loudspeaker import SoundCardLoudspeaker  # noqa: PLC0415 - heavy

        return SoundCardLoudspeaker(clock, _device(settings.loudspeaker))
    from voicecoach.adapters.silent_loudspeaker import SilentLoudspeaker  # noqa: PLC0415 - numpy

    return SilentLoudspeaker(clock)


def _device(name: str | None) -> str | int | None:
    return int(name) if name is not None and name.isdigit() else name


def _session(settings: PracticeSettings, persona: Persona, origin: str) -> SessionFolder:
    from voicecoach.adapters.session_store import SessionStore  # noqa: PLC0415 - heavy

    return SessionStore(settings.sessions).create(_head(settings, persona, origin), settings.record_audio)


def _head(settings: PracticeSettings, persona: Persona, origin: str) -> SessionHead:
    from voicecoach.adapters.persona_files import persona_hash  # noqa: PLC0415 - heavy
    from voicecoach.adapters.session_folder import SessionHead  # noqa: PLC0415 - heavy

    left_out = {"recordings", "sessions", "persona", "goal", "takes_up", "coach", "seed"}
    kept = {key: value for key, value in asdict(settings).items() if key not in left_out}
    earlier = settings.takes_up
    return SessionHead(
        id="",
        started_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        language=persona.language,
        persona=persona,
        persona_hash=earlier.persona_hash if earlier else persona_hash(settings.persona),
        goal=settings.goal,
        seed=settings.seed,
        settings=kept,
        engines={"voicecoach": __version__, "speech model": origin},
        parent=earlier.session if earlier else "",
        coach=settings.coach,
    )

"""A kept session -> played back, recomputed, or heard again by today's engines."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.adapters.session_audio import read_part, recorded_frames
from voicecoach.adapters.trainer_words import TrainerWords, decimal, duration, trainer_words
from voicecoach.debrief.cues import cues_of
from voicecoach.debrief.timeline import timeline
from voicecoach.dialogue.recomputation import Departure, Recomputation, recompute
from voicecoach.domain.audio import RATE_HZ, Samples, ms_to_samples
from voicecoach.domain.events import SessionStarted
from voicecoach.runtime.conversation import Conversation, Moment
from voicecoach.runtime.player import Key, Player, Screen
from voicecoach.runtime.second_hearing import Hearing, SecondHearing, hear_again
from voicecoach.wiring.engines import build_conversation, build_transcriber

if TYPE_CHECKING:
    from voicecoach.adapters.session_folder import Session
    from voicecoach.domain.moves import Turn
    from voicecoach.domain.openness import PersonaState
    from voicecoach.domain.persona import Persona
    from voicecoach.domain.speech import SpeechSpan, Transcript
    from voicecoach.domain.topics import TopicMatch
    from voicecoach.ports import Loudspeaker

__all__ = [
    "KEYS",
    "Departure",
    "Hearing",
    "Recomputation",
    "Screen",
    "SecondHearing",
    "TrainerWords",
    "decimal",
    "duration",
    "hear_session_again",
    "open_loudspeaker",
    "play_session",
    "trainer_words",
    "verify_session",
]

KEYS: dict[str, Key] = {
    " ": "pause",
    "+": "faster",
    "=": "faster",
    "-": "slower",
    "n": "next",
    "right": "next",
    "p": "back",
    "left": "back",
    "q": "stop",
}
_BEFORE_MS = 256
_AFTER_MS = 224
"""What the ear gave the recogniser around a span: eight frames before it, and the seven that make a pause."""


def open_loudspeaker(device: str | None) -> Loudspeaker:
    """Return the loudspeaker; raise DeviceError where there is none."""
    from voicecoach.adapters.clocks import MonotonicClock  # noqa: PLC0415 - kept beside its use
    from voicecoach.adapters.sound_card_loudspeaker import SoundCardLoudspeaker  # noqa: PLC0415 - heavy

    clock = MonotonicClock()
    clock.start()
    return SoundCardLoudspeaker(clock, int(device) if device is not None and device.isdigit() else device)


def play_session(
    session: Session, loudspeaker: Loudspeaker, screen: Screen, *, start_ms: int = 0, speed: float = 1.0
) -> None:
    """Play the recording, which must be there, with its words as they are heard; raise DeviceLostError.

    At a terminal the keys of KEYS work meanwhile.
    """
    from voicecoach.adapters.keyboard import keys_pressed  # noqa: PLC0415 - kept beside its use
    from voicecoach.adapters.time_stretch import stretched  # noqa: PLC0415 - heavy

    audio = session.audio
    assert audio is not None
    player = Player(
        loudspeaker,
        lambda at_ms, pace: stretched(_both_sides(audio, at_ms), pace),
        cues_of(timeline(session.corrected)),
    )
    try:
        with keys_pressed() as next_key:
            player.run(screen, time.sleep, lambda: KEYS.get(next_key(), ""), start_ms=start_ms, speed=speed)
    finally:
        loudspeaker.close()


def verify_session(session: Session) -> Recomputation:
    """Work every state out again from the log and the persona in it; loads an embedder only for older logs."""
    persona = session.head.persona
    asked: list[Conversation] = []

    def matching(turn: Turn, state: PersonaState) -> TopicMatch:
        if not asked:
            asked.append(build_conversation(persona))
        return asked[0].match(turn, state)

    return recompute(persona, session.events, matching, takes_up=bool(session.head.parent))


def hear_session_again(session: Session, persona: Persona | None, model: str) -> tuple[Iterator[SecondHearing], str]:
    """Return each turn then and now, worked out as it is asked for, and in words which speech model hears it.

    persona: another than the session's own, who begins at his own beginning. Then is as it was logged, without what a
    trainer corrected since.
    Without a recording no model is loaded, and its name is empty.
    """
    conversation = build_conversation(persona or session.head.persona, moment=None if persona else _beginning(session))
    if session.audio is None:
        return hear_again(session.events, lambda _: None, conversation), ""
    transcriber, origin = build_transcriber(model)
    sound_of, language = _recorded(session.audio), conversation.persona.language

    def hear(span: SpeechSpan) -> Transcript | None:
        sound = sound_of(span)
        return None if sound is None else transcriber.transcribe(sound, language)

    return hear_again(session.events, hear, conversation), origin


def _beginning(session: Session) -> Moment | None:
    """Where a session that takes up another one's moment began."""
    started = next((event for event in session.events if isinstance(event, SessionStarted)), None)
    return Moment(started.state, started.greeting) if started and session.head.parent else None


def _recorded(audio: Path) -> Callable[[SpeechSpan], Samples | None]:
    frames = recorded_frames(audio)

    def sound_of(span: SpeechSpan) -> Samples | None:
        """The coach's side, as the recogniser got it; None where a crash cut the recording short of the turn's end."""
        if ms_to_samples(span.end_ms) > frames:
            return None
        length = ms_to_samples(_BEFORE_MS + span.duration_ms + _AFTER_MS)
        return read_part(audio, ms_to_samples(span.start_ms - _BEFORE_MS), length)[0]

    return sound_of


def _both_sides(audio: Path, start_ms: int) -> Iterator[Samples]:
    """Both sides as one, a fifth of a second at a time."""
    for start in range(ms_to_samples(start_ms), recorded_frames(audio), RATE_HZ // 5):
        coach, coachee = read_part(audio, start, RATE_HZ // 5)
        yield (coach + coachee).clip(-1.0, 1.0)

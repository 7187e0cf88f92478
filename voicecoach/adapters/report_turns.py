"""The conversation as the report page tells it: what was said in each turn, what kind of move it was, what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.trainer_words import decimal, duration, trainer_words
from voicecoach.debrief.timeline import TimedWord, Utterance, timeline, words_of
from voicecoach.domain.audio import Language
from voicecoach.domain.events import (
    CoacheeResponded,
    NotUnderstood,
    SessionEvent,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import FILLING_IN, LISTENING, Move, Turn
from voicecoach.domain.openness import OpennessChange
from voicecoach.domain.speech import Doubt

Group = Literal["listening", "filling", "other", "unsure"]


@dataclass(frozen=True, slots=True)
class Label:
    """A move in trainer words; `group` chooses its colour and sign."""

    name: str
    group: Group


@dataclass(frozen=True, slots=True)
class TurnTold:
    """One turn on the page. id: its anchor. at_s: where its sound begins. is_spoken: `words` were said.

    timed_words, timed_reply: the same words with their times, where there was sound.
    """

    id: str
    at: str
    at_s: float
    words: str
    is_spoken: bool
    labels: tuple[Label, ...]
    step: int
    openness: int | None
    reason: str
    reply: str
    timed_words: tuple[TimedWord, ...] = ()
    timed_reply: tuple[TimedWord, ...] = ()


def turns_told(events: Sequence[SessionEvent], language: Language) -> tuple[TurnTold, ...]:
    """All turns, kept silences and turns not understood, in order."""
    starts = {event.turn: event.span.start_ms for event in events if isinstance(event, TurnHeard)}
    doubts = {e.turn: e.transcript.doubt for e in events if isinstance(e, TurnRecognised)}
    spoken = {(each.side, each.turn, each.text): each for each in timeline(events)}
    told: list[TurnTold] = []
    for event in events:
        turn = _told(event, starts, doubts, language)
        if turn is not None and isinstance(event, CoacheeResponded | SilenceKept | NotUnderstood):
            words = _timed(spoken.get(("coach", event.turn, turn.words)))
            told.append(
                replace(turn, timed_words=words, timed_reply=_timed(spoken.get(("coachee", event.turn, turn.reply))))
            )
    return tuple(told)


def greeting_told(events: Sequence[SessionEvent]) -> tuple[TimedWord, ...]:
    """The coachee's greeting, word by word; none when he waited for the coach."""
    first = next((each for each in timeline(events) if each.turn == 0 and each.side == "coachee"), None)
    return words_of(first) if first is not None else ()


def _timed(utterance: Utterance | None) -> tuple[TimedWord, ...]:
    return words_of(utterance) if utterance is not None and utterance.span.duration_ms else ()


def _told(event: SessionEvent, starts: dict[int, int], doubts: dict[int, Doubt], language: Language) -> TurnTold | None:
    texts = report_words(language)
    match event:
        case CoacheeResponded():
            at_ms = starts.get(event.turn, event.at_ms)
            labels = _labels(event.coach, language)
            return _turn(event.at_ms, at_ms, (event.coach.text, True), labels, event.change, event.reply.text)
        case SilenceKept():
            words = texts["silence"].format(seconds=decimal(event.silence_ms / 1000, language))
            at_ms = max(0, event.at_ms - event.silence_ms)
            return _turn(event.at_ms, at_ms, (words, False), (), event.change, event.reply.text)
        case NotUnderstood():
            doubt = doubts.get(event.turn, Doubt.LOW_CONFIDENCE)
            words = texts["not_heard"].format(why=trainer_words(language).doubts[doubt])
            return _turn(event.at_ms, starts.get(event.turn, event.at_ms), (words, False), (), None, event.reply.text)
        case _:
            return None


def _turn(
    event_ms: int,
    at_ms: int,
    said: tuple[str, bool],
    labels: tuple[Label, ...],
    change: OpennessChange | None,
    reply: str,
) -> TurnTold:
    return TurnTold(
        f"t{event_ms}",
        duration(at_ms),
        at_ms / 1000,
        *said,
        labels,
        change.after - change.before if change else 0,
        change.after if change else None,
        _reason(change) if change else "",
        reply,
    )


def _reason(change: OpennessChange) -> str:
    """The reason without the points in front of it, which the page shows apart."""
    points, colon, rest = change.reason.partition(":")
    return rest.strip() if colon and points.strip().lstrip("+-−").isdigit() else change.reason


def _labels(turn: Turn, language: Language) -> tuple[Label, ...]:
    texts = report_words(language)
    labels = [_label(move, language) for move in turn.moves]
    if any(move.follows_up and move.is_certain for move in turn.moves):
        labels.append(Label(texts["follows_up"], "listening"))
    if turn.interrupted:
        labels.append(Label(texts["interrupted"], "filling"))
    return tuple(dict.fromkeys(labels))


def _label(move: Move, language: Language) -> Label:
    name = trainer_words(language).moves[move.kind]
    if not move.is_certain:
        return Label(f"{name} ({report_words(language)['unsure']})", "unsure")
    return Label(name, "listening" if move.kind in LISTENING else "filling" if move.kind in FILLING_IN else "other")

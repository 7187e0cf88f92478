"""The conversation as the report page tells it: what was said in each turn, what kind of move it was, what it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.adapters.report_words import report_words
from voicecoach.adapters.trainer_words import decimal, duration, trainer_words
from voicecoach.debrief.beginnings import beginnings
from voicecoach.debrief.moves_made import is_follow_up
from voicecoach.debrief.timeline import TimedWord, Utterance, timeline, words_of
from voicecoach.domain.audio import Language
from voicecoach.domain.events import (
    CoacheeResponded,
    NotUnderstood,
    SessionEvent,
    SilenceKept,
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


def turns_told(
    events: Sequence[SessionEvent], language: Language, logged: Sequence[SessionEvent] = ()
) -> tuple[TurnTold, ...]:
    """All turns, kept silences and turns not understood, in order.

    logged: the events before a trainer corrected them; what he changed is then marked, with what it was taken for.
    """
    as_logged = {event.at_ms: event.coach for event in logged or events if isinstance(event, CoacheeResponded)}
    began = beginnings(events)
    doubts = {e.turn: e.transcript.doubt for e in events if isinstance(e, TurnRecognised)}
    spoken = {(each.side, each.turn, each.text): each for each in timeline(events)}
    told: list[TurnTold] = []
    for event in events:
        turn = _told(event, began, doubts, language)
        if turn is not None and isinstance(event, CoacheeResponded | SilenceKept | NotUnderstood):
            if isinstance(event, CoacheeResponded):
                turn = _corrected(turn, event.coach, as_logged.get(event.at_ms, event.coach), language)
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


def _told(
    event: SessionEvent, began: Mapping[int, int], doubts: dict[int, Doubt], language: Language
) -> TurnTold | None:
    texts = report_words(language)
    match event:
        case CoacheeResponded():
            labels = _labels(event.coach, language)
            said = (event.coach.text, True)
            return _turn(event.at_ms, began[event.at_ms], said, labels, event.change, event.reply.text)
        case SilenceKept():
            words = texts["silence"].format(seconds=decimal(event.silence_ms / 1000, language))
            return _turn(event.at_ms, began[event.at_ms], (words, False), (), event.change, event.reply.text)
        case NotUnderstood():
            doubt = doubts.get(event.turn, Doubt.LOW_CONFIDENCE)
            words = texts["not_heard"].format(why=trainer_words(language).doubts[doubt])
            return _turn(event.at_ms, began[event.at_ms], (words, False), (), None, event.reply.text)
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


def _corrected(told: TurnTold, now: Turn, then: Turn, language: Language) -> TurnTold:
    """The turn with what a trainer corrected marked, and what it was taken for in the talk beside its reason."""
    if now.moves == then.moves:
        return told
    was = ", ".join(dict.fromkeys(_label(move, language).name for move in then.moves))
    reason = trainer_words(language).texts["taken_as"].format(reason=told.reason, kinds=was)
    is_another = {move.kind for move in now.moves} != {move.kind for move in then.moves}
    return replace(told, labels=_labels(now, language, then.moves), reason=reason if is_another else told.reason)


def _labels(turn: Turn, language: Language, logged: Sequence[Move] | None = None) -> tuple[Label, ...]:
    """The moves in words. logged: the turn's moves before they were corrected; those that are not among them are."""
    texts = report_words(language)
    kept = turn.moves if logged is None else logged
    labels = [_label(move, language, is_corrected=move not in kept) for move in turn.moves]
    if any(map(is_follow_up, turn.moves)):
        labels.append(Label(texts["follows_up"], "listening"))
    if turn.interrupted:
        labels.append(Label(texts["interrupted"], "filling"))
    return tuple(dict.fromkeys(labels))


def _label(move: Move, language: Language, *, is_corrected: bool = False) -> Label:
    name = trainer_words(language).moves[move.kind]
    if is_corrected:
        name = f"{name} ({report_words(language)['corrected']})"
    if not move.is_certain:
        return Label(f"{name} ({report_words(language)['unsure']})", "unsure")
    return Label(name, "listening" if move.kind in LISTENING else "filling" if move.kind in FILLING_IN else "other")

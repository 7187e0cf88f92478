"""When each turn began, by the moment its answer was decided: pages name a turn by the time at which it is heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from voicecoach.domain.events import CoacheeResponded, NotUnderstood, SessionEvent, SilenceKept, TurnHeard


def beginnings(events: Sequence[SessionEvent]) -> Mapping[int, int]:
    """Return from the time of each answer to when what it answers began, in ms: the coach's words, or his silence.

    A log without sound does not hold that; there it is the answer's own time.
    """
    heard = {event.turn: event.span.start_ms for event in events if isinstance(event, TurnHeard)}
    began: dict[int, int] = {}
    for event in events:
        if isinstance(event, CoacheeResponded | NotUnderstood):
            began[event.at_ms] = heard.get(event.turn, event.at_ms)
        elif isinstance(event, SilenceKept):
            began[event.at_ms] = max(0, event.at_ms - event.silence_ms)
    return began

"""Labels over the sound: tiers for Praat by praatio, and a label track for Audacity."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from voicecoach.adapters.exports.utterance_words import kinds, plain, role, speaker, spoken
from voicecoach.adapters.session_folder import Session
from voicecoach.debrief.replay import state_after
from voicecoach.debrief.timeline import Utterance, words_of

Label = tuple[int, int, str]
"""From, to, in milliseconds, and the text."""


def as_audacity(session: Session) -> str:
    """Return a label track: from and to in seconds, and who said what, with the kinds of his moves in brackets."""
    rows = []
    for said in spoken(session):
        made = f" [{' + '.join(kinds(said))}]" if kinds(said) else ""
        start, end = said.span.start_ms / 1000, said.span.end_ms / 1000
        rows.append(f"{start:.6f}\t{end:.6f}\t{speaker(session, said)}: {plain(said.text)}{made}\n")
    return "".join(rows)


def as_textgrid(session: Session) -> str:
    """Return a long TextGrid with the tiers coach, moves, coachee (words) and openness (points, 0-100)."""
    from praatio.data_classes.interval_tier import IntervalTier  # noqa: PLC0415 - only here
    from praatio.data_classes.point_tier import PointTier  # noqa: PLC0415 - only here
    from praatio.data_classes.textgrid import Textgrid  # noqa: PLC0415 - only here

    said = spoken(session)
    sides = {side: [each for each in said if role(session, each) == side] for side in ("coach", "coachee")}
    tiers = {
        "coach": [_label(each) for each in sides["coach"]],
        "moves": [label for each in sides["coach"] for label in _moves(each)],
        "coachee": [_label(each) for each in sides["coachee"]],
    }
    kept = {name: list(_apart(labels)) for name, labels in tiers.items()}
    points = _openness(session)
    ends = [end for labels in kept.values() for _, end, _ in labels] + [at_ms for at_ms, _ in points]
    last_s = max([1, *ends, *(event.at_ms for event in session.events)]) / 1000
    grid = Textgrid(0.0, last_s)
    for name, labels in kept.items():
        entries = [(start / 1000, end / 1000, text) for start, end, text in labels]
        grid.addTier(IntervalTier(name, entries, 0.0, last_s))
    grid.addTier(PointTier("openness", [(at_ms / 1000, text) for at_ms, text in points], 0.0, last_s))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "session.TextGrid"
        grid.save(str(path), "long_textgrid", includeBlankSpaces=True, reportingMode="error")
        return path.read_text(encoding="utf-8")


def _label(said: Utterance) -> Label:
    return said.span.start_ms, said.span.end_ms, plain(said.text)


def _moves(said: Utterance) -> Iterator[Label]:
    """The kinds over the words that made them, by the place of each word in the text."""
    if said.coach is None:
        return
    words, place, starts = words_of(said), 0, []
    for word in words:
        place = said.text.index(word.text, place)
        starts.append(place)
        place += len(word.text)
    for move in said.coach.moves:
        spans = [word.span for word, start in zip(words, starts, strict=True) if move.start <= start < move.end]
        if spans:
            yield spans[0].start_ms, spans[-1].end_ms, str(move.kind)


def _openness(session: Session) -> list[tuple[int, str]]:
    """Openness at each moment that set it, the last one where two fall together."""
    found: dict[int, str] = {}
    for event in session.events:
        state = state_after(event)
        if state is not None:
            found[event.at_ms] = str(state.openness)
    return sorted(found.items())


def _apart(labels: Sequence[Label]) -> Iterator[Label]:
    """Labels that do not overlap, as a tier wants them: one that lasts no time gets a millisecond if there is one."""
    ordered = sorted(labels)
    last_end = 0
    for place, (start, end, text) in enumerate(ordered):
        begins = max(start, last_end)
        latest = ordered[place + 1][0] if place + 1 < len(ordered) else None
        ends = max(end, begins + 1) if latest is None else min(max(end, begins + 1), max(latest, begins))
        if ends > begins:
            yield begins, ends, text
            last_end = ends

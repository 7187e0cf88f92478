"""Several talks on one case side by side: figures, topics, solutions, and how like beginnings turned out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from voicecoach.debrief.measures import Measures, measure
from voicecoach.debrief.observer_notes import ObserverNote, WovenNote, weave
from voicecoach.debrief.openings import Opening, opening_of
from voicecoach.debrief.solutions_named import SolutionNamed, solutions_named
from voicecoach.debrief.topics_found import TopicFound, topics_found
from voicecoach.domain.events import SessionEvent
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Level, Persona, Topic


@dataclass(frozen=True, slots=True)
class TalkHeard:
    """One talk as it comes in. who: the manager, by any name that tells him from the others. events: its log.

    is_taken_up: it takes up a moment of another talk, so that it does not begin at the beginning.
    """

    who: str
    persona: Persona
    events: tuple[SessionEvent, ...]
    notes: tuple[ObserverNote, ...] = ()
    is_taken_up: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk measured. label: short and unique on the page, "3", or "3b" for the second talk of the same manager."""

    who: str
    label: str
    persona: Persona
    figures: Measures
    topics: tuple[TopicFound, ...]
    solutions: tuple[SolutionNamed, ...]
    opening: Opening | None
    notes: tuple[WovenNote, ...]
    is_taken_up: bool = False

    @property
    def level(self) -> Level | None:
        """The level at which it ended; None for an empty log."""
        return None if self.figures.end is None else self.persona.temper.level_of(self.figures.end)

    def found(self, topic: str) -> TopicFound | None:
        """What it found of a topic; None when the topic never came up."""
        return next((found for found in self.topics if found.topic == topic), None)


@dataclass(frozen=True, slots=True)
class LikeOpening:
    """Talks that opened with the same kind of move, the one that ended most open first."""

    kind: MoveKind
    talks: tuple[Talk, ...]

    @property
    def spread(self) -> int:
        """Points of openness between the best and the worst end."""
        ends = [talk.figures.end or 0 for talk in self.talks]
        return max(ends) - min(ends)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All talks, in the order they came in; topics of all their personas; openings, the most common first."""

    talks: tuple[Talk, ...]
    topics: tuple[Topic, ...]
    openings: tuple[LikeOpening, ...]


def compare(heard: Sequence[TalkHeard]) -> Comparison:
    """Lay the talks side by side; they are taken to be on one case. No talks give an empty comparison."""
    labels = labels_of([talk.who for talk in heard])
    talks = tuple(_talk(talk, label) for talk, label in zip(heard, labels, strict=True))
    topics = {topic.id: topic for talk in talks for topic in talk.persona.topics}
    return Comparison(talks, tuple(topics.values()), _openings(talks))


def labels_of(names: Sequence[str]) -> tuple[str, ...]:
    """A number for each name, in order of appearance; a name that comes again gets "b", "c" ... behind it."""
    numbers: dict[str, int] = {}
    times: defaultdict[str, int] = defaultdict(int)
    labels: list[str] = []
    for name in names:
        number = numbers.setdefault(name, len(numbers) + 1)
        times[name] += 1
        labels.append(f"{number}{_letter(times[name])}")
    return tuple(labels)


def middle(values: Sequence[float | None]) -> float | None:
    """The median of the values that are there; None when none is."""
    known = [value for value in values if value is not None]
    return float(median(known)) if known else None


def _letter(time: int) -> str:
    if time == 1:
        return ""
    return chr(ord("a") + time - 1) if time <= 26 else f".{time}"


def _talk(heard: TalkHeard, label: str) -> Talk:
    return Talk(
        heard.who,
        label,
        heard.persona,
        measure(heard.events),
        topics_found(heard.events, heard.persona),
        solutions_named(heard.events),
        opening_of(heard.events),
        weave(heard.notes, heard.events),
        heard.is_taken_up,
    )


def _openings(talks: Sequence[Talk]) -> tuple[LikeOpening, ...]:
    alike: defaultdict[MoveKind, list[Talk]] = defaultdict(list)
    for talk in talks:
        if talk.opening is not None:
            alike[talk.opening.kind].append(talk)
    order = list(MoveKind)
    groups = sorted(alike.items(), key=lambda pair: (-len(pair[1]), order.index(pair[0])))
    return tuple(
        LikeOpening(kind, tuple(sorted(group, key=lambda talk: -(talk.figures.end or 0)))) for kind, group in groups
    )

"""Every figure of the debrief, recomputed another way from hand-made logs: on paper, or moment by moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

import pytest

from tests.fakes.sessions import move
from voicecoach.debrief.measures import Measures, measure
from voicecoach.domain.events import (
    CoacheeResponded,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
)
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import SpeechSpan

GRID_MS = 10


@dataclass
class Script:
    """A log written down as it happened; each line takes its openness over from the one before."""

    openness: int = 20
    turn: int = 0
    events: list[SessionEvent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.events.append(SessionStarted(0, PersonaState(self.openness)))

    def coach(self, start: int, end: int, *kinds: MoveKind, step: int = 0, wait: int = 0, over: bool = False) -> Script:
        """The coach speaks and is understood."""
        self.turn += 1
        coach = Turn("…", tuple(move(kind) for kind in kinds), over, wait)
        self.events.append(TurnHeard(end, self.turn, SpeechSpan(start, end), over))
        change, state = self._changed(step)
        self.events.append(CoacheeResponded(end, self.turn, coach, change, self._reply(), state))
        return self

    def murmur(self, start: int, end: int) -> Script:
        """The coach makes a sound inside an answer, which is no turn."""
        self.events.append(TurnHeard(end, self.turn + 1, SpeechSpan(start, end), True))
        return self

    def coachee(self, start: int, end: int) -> Script:
        """He answers aloud."""
        self.events += [ReplyStarted(start, self.turn), ReplyEnded(end, self.turn)]
        return self

    def silence(self, at: int, ms: int, step: int = 0) -> Script:
        """The coach leaves a silence and he goes on."""
        self.turn += 1
        change, state = self._changed(step)
        self.events.append(SilenceKept(at, self.turn, ms, change, self._reply(), state))
        return self

    def measured(self, end: int) -> Measures:
        """The figures of it all, in the order of the clock."""
        return measure((*sorted(self.events, key=lambda event: event.at_ms), SessionEnded(end, "stopped")))

    def _changed(self, step: int) -> tuple[OpennessChange, PersonaState]:
        before, self.openness = self.openness, self.openness + step
        return OpennessChange(before, self.openness, Level.CLOSED, "reden"), PersonaState(self.openness)

    def _reply(self) -> Reply:
        return Reply("Ja.", ReplyKind.TOPIC, Level.CLOSED, "quotes")


def _on_grid(spans: list[tuple[str, int, int]], end: int) -> dict[str, int]:
    """Milliseconds spoken by each side, counted moment by moment."""
    return {
        side: GRID_MS * sum(any(s <= at < e for who, s, e in spans if who == side) for at in range(0, end, GRID_MS))
        for side in ("coach", "coachee")
    }


def test_overlapping_speech_counts_for_both_sides() -> None:
    spans = [("coach", 0, 2000), ("coachee", 1500, 6000), ("coach", 5500, 8000)]
    figures = Script().coach(0, 2000).coachee(1500, 6000).coach(5500, 8000, over=True).measured(9000)
    paper = _on_grid(spans, 9000)
    assert paper == {"coach": 4500, "coachee": 4500}
    assert (figures.talk.coach_ms, figures.talk.coachee_ms) == (paper["coach"], paper["coachee"])
    assert figures.talk.coach_share == 0.5
    assert figures.wait_before.count == 0  # he began before the coach had ended
    assert figures.moves.interruptions == 1


def test_backchannels_inside_an_answer_end_no_monologue() -> None:
    script = Script().coach(0, 1000).coachee(2000, 30_000).murmur(8000, 8300).murmur(15_000, 15_400)
    figures = script.coach(33_000, 34_000, wait=3000).measured(35_000)
    assert figures.talk.longest_coachee_ms == 28_000
    assert figures.talk.coach_ms == 1000 + 300 + 400 + 1000
    assert figures.talk.longest_coach_ms == 1000
    assert figures.silences_filled == 0


def test_a_silent_manager_has_no_share_and_no_moves_but_keeps_his_silences() -> None:
    script = Script().silence(5000, 5000, step=3).coachee(5200, 9200).silence(15_000, 5800, step=2)
    figures = script.coachee(15_100, 18_100).measured(20_000)
    assert (figures.turns, figures.talk.coach_ms, figures.talk.coachee_ms) == (0, 0, 7000)
    assert figures.talk.coach_share == 0.0
    assert (figures.wait.count, figures.wait.mean_ms, figures.wait.median_ms) == (2, 5400, 5400)
    assert (figures.moves.questions, figures.moves.filling_in, figures.moves.reflections_to_questions) == (0, 0, None)
    assert [point.step for point in figures.opened] == [3, 2]
    assert (figures.start, figures.end) == (20, 25)


def test_a_manager_and_a_coachee_who_both_say_nothing_have_no_share_at_all() -> None:
    figures = Script().measured(60_000)
    assert (figures.talk.coach_share, figures.wait.count, figures.curve, figures.duration_ms) == (None, 0, (), 60_000)


def test_a_session_of_one_turn_has_each_figure() -> None:
    script = Script().coach(1000, 4000, MoveKind.OPEN_QUESTION, step=6, wait=9000).coachee(4700, 10_700)
    figures = script.measured(11_000)
    assert (figures.turns, len(figures.curve)) == (1, 1)
    assert figures.talk.coach_share == pytest.approx(3 / 9)
    assert (figures.wait.count, figures.wait_before.median_ms) == (0, 700)
    assert (figures.moves.questions, figures.moves.reflections_to_questions) == (1, 0.0)
    assert (figures.opened, figures.closed) == (figures.curve, ())


def test_two_hours_measure_as_the_sum_of_their_minutes() -> None:
    random, script, at = Random(5), Script(), 0
    spans: list[tuple[str, int, int]] = []
    waits: list[int] = []
    befores: list[int] = []
    while at < 7_190_000:
        said, before, answer, wait = (random.randrange(300, 9000, GRID_MS) for _ in range(4))
        script.coach(at, at + said, MoveKind.OPEN_QUESTION, wait=waits[-1] if waits else 0)
        script.coachee(at + said + before, at + said + before + answer)
        spans += [("coach", at, at + said), ("coachee", at + said + before, at + said + before + answer)]
        befores.append(before)
        waits.append(wait)
        at += said + before + answer + wait
    figures = script.measured(at)
    spoken = {side: sum(e - s for who, s, e in spans if who == side) for side in ("coach", "coachee")}
    assert (figures.talk.coach_ms, figures.talk.coachee_ms) == (spoken["coach"], spoken["coachee"])
    assert figures.talk.longest_coach_ms == max(e - s for who, s, e in spans if who == "coach")
    assert figures.wait.mean_ms == pytest.approx(sum(waits[:-1]) / (len(waits) - 1))
    assert figures.wait_before.median_ms == pytest.approx(_middle(befores))
    assert (figures.turns, figures.moves.count(MoveKind.OPEN_QUESTION)) == (len(befores), len(befores))
    assert figures.duration_ms == at


def test_questions_reflections_and_filling_in_are_counted_by_hand() -> None:
    kinds = {
        MoveKind.OPEN_QUESTION: 5,
        MoveKind.CLOSED_QUESTION: 2,
        MoveKind.LEADING_QUESTION: 1,
        MoveKind.REFLECTION: 4,
        MoveKind.ADVICE: 2,
        MoveKind.ASSUMPTION: 1,
        MoveKind.JUDGEMENT: 1,
        MoveKind.PROCESS: 3,
    }
    script = Script()
    for n, kind in enumerate(kind for kind, count in kinds.items() for _ in range(count)):
        script.coach(n * 1000, n * 1000 + 500, kind)
    moves = script.measured(60_000).moves
    assert {kind: moves.count(kind) for kind in kinds} == kinds
    assert (moves.questions, moves.filling_in) == (8, 5)
    assert moves.reflections_to_questions == 0.5


def test_going_on_before_an_answer_fills_the_silence() -> None:
    script = Script().coach(0, 1000).coach(2500, 3500).coach(5000, 6000).coachee(6500, 9000).coach(12_000, 13_000)
    figures = script.measured(14_000)
    assert figures.silences_filled == 2
    assert figures.talk.longest_coach_ms == 3000


def test_the_three_turns_that_opened_and_closed_most_are_named_strongest_first() -> None:
    steps = [4, -9, 6, -2, 6, -12, 1, -5]
    script = Script(openness=50)
    for n, step in enumerate(steps):
        script.coach(n * 1000, n * 1000 + 500, step=step)
    figures = script.measured(9000)
    assert [(point.turn, point.step) for point in figures.opened] == [(3, 6), (5, 6), (1, 4)]
    assert [(point.turn, point.step) for point in figures.closed] == [(6, -12), (2, -9), (8, -5)]
    assert figures.end == 50 + sum(steps)


def _middle(values: list[int]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2

"""Figures recomputed by hand from logs with known answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.sessions import move, responded, short_round
from voicecoach.debrief.measures import CurvePoint, Measures, measure
from voicecoach.debrief.talk_time import Latency
from voicecoach.domain.events import (
    CoacheeResponded,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    TurnHeard,
)
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import SpeechSpan


@pytest.fixture
def figures() -> Measures:
    return measure(short_round())


def _spoken(*parts: tuple[str, int, int]) -> tuple[SessionEvent, ...]:
    """Speech of coach and coachee as (side, start, end) in ms, in the order the log would have it."""
    timed: list[tuple[int, SessionEvent]] = []
    for turn, (side, start, end) in enumerate(parts, 1):
        if side == "coach":
            timed.append((end, TurnHeard(end, turn, SpeechSpan(start, end))))
        else:
            timed += [(start, ReplyStarted(start, turn)), (end, ReplyEnded(end, turn))]
    return tuple(event for _, event in sorted(timed, key=lambda pair: pair[0]))


def test_the_clock_of_a_round_runs_to_its_last_event(figures: Measures) -> None:
    assert (figures.duration_ms, figures.turns, figures.not_understood) == (26_000, 2, 1)


def test_talk_time_counts_both_sides(figures: Measures) -> None:
    talk = figures.talk
    assert (talk.coach_ms, talk.coachee_ms) == (2000 + 1000 + 300, 4000 + 1000 + 1000 + 2000)
    assert talk.coach_share == pytest.approx(3300 / 11_300)
    assert (talk.longest_coach_ms, talk.longest_coachee_ms) == (2000, 4000)


def test_a_kept_silence_lets_him_go_on_in_the_same_monologue() -> None:
    talk = measure(_spoken(("coach", 0, 500), ("coachee", 1000, 3000), ("coachee", 8000, 9000))).talk
    assert talk.longest_coachee_ms == 3000


def test_backchannels_inside_an_answer_end_no_monologue() -> None:
    log = _spoken(("coachee", 1000, 9000), ("coach", 3000, 3300), ("coach", 5000, 5300), ("coachee", 10_000, 11_000))
    assert measure(log).talk.longest_coachee_ms == 9000
    assert measure(log).talk.coach_ms == 600


def test_talking_over_the_end_of_an_answer_takes_the_floor() -> None:
    log = _spoken(("coachee", 1000, 5000), ("coach", 4500, 9000), ("coachee", 9500, 10_000))
    talk = measure(log).talk
    assert (talk.longest_coach_ms, talk.longest_coachee_ms) == (4500, 4000)


def test_a_coach_who_goes_on_without_an_answer_holds_one_monologue() -> None:
    log = _spoken(("coach", 0, 4000), ("coach", 6000, 9000), ("coachee", 10_000, 11_000), ("coach", 12_000, 13_000))
    assert measure(log).talk.longest_coach_ms == 7000


def test_an_answer_cut_off_by_a_crash_lasts_to_the_last_event() -> None:
    log = (TurnHeard(1400, 1, SpeechSpan(0, 1000)), ReplyStarted(1500, 1), TurnHeard(4000, 2, SpeechSpan(3000, 3500)))
    assert measure(log).talk.coachee_ms == 2500


def test_moves_are_counted_by_kind(figures: Measures) -> None:
    moves = figures.moves
    assert moves.count(MoveKind.OPEN_QUESTION) == 1
    assert (moves.questions, moves.filling_in, moves.unsure, moves.interruptions) == (1, 1, 0, 1)
    assert moves.reflections_to_questions == 0.0


def test_ratios_come_from_certain_moves_only() -> None:
    kinds = [MoveKind.OPEN_QUESTION] * 3 + [MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION, MoveKind.REFLECTION]
    made = (*(move(kind, follows_up=kind is MoveKind.OPEN_QUESTION) for kind in kinds), move(MoveKind.ADVICE, 0.2))
    moves = measure((responded(1, 1, Turn("…", made), PersonaState(20), 20),)).moves
    assert [count for _, count in moves.by_kind] == [3, 1, 1, 0, 0, 0, 1, 0, 0, 0]
    assert moves.reflections_to_questions == pytest.approx(1 / 5)
    assert (moves.follow_ups, moves.filling_in, moves.unsure) == (3, 1, 1)


def test_only_a_question_follows_up_and_a_tip_that_takes_up_his_words_does_not() -> None:
    made = tuple(move(kind, follows_up=True) for kind in MoveKind)
    assert measure((responded(1, 1, Turn("…", made), PersonaState(20), 20),)).moves.follow_ups == 2


def test_the_first_turn_and_an_interruption_leave_no_wait_time(figures: Measures) -> None:
    assert (figures.wait.count, figures.wait.mean_ms, figures.wait.median_ms) == (1, 4200, 4200)


def test_wait_time_is_the_silence_after_each_line_of_the_coachee() -> None:
    waits = (9000, 1000, 5000, 3000)
    log = tuple(responded(n, n, Turn("…", (), wait_ms=wait), PersonaState(20), 20) for n, wait in enumerate(waits))
    wait = measure(log).wait
    assert (wait.count, wait.mean_ms, wait.median_ms) == (3, 3000, 3000)


def test_latency_runs_from_the_last_speech_to_the_first_sample(figures: Measures) -> None:
    assert figures.latency == (Latency(1, 500), Latency(2, 400), Latency(3, 500))


def test_the_curve_has_every_turn_and_every_kept_silence(figures: Measures) -> None:
    assert figures.curve == (
        CurvePoint(1, 3460, 20, 26, "+6: reden 1", 1000),
        CurvePoint(2, 9360, 26, 18, "-8: reden 2", 8000),
        CurvePoint(4, 18_000, 18, 21, "+3: stilte gelaten", 13_800),
    )
    assert (figures.start, figures.end) == (20, 21)


def test_the_turns_that_opened_and_closed_him_come_strongest_first(figures: Measures) -> None:
    assert [point.turn for point in figures.opened] == [1, 4]
    assert [point.turn for point in figures.closed] == [2]


def test_at_most_three_turning_points_are_shown_and_equals_keep_their_order() -> None:
    steps = (2, 5, 5, 0, 9)
    log = tuple(responded(n, n, Turn("…", ()), PersonaState(20 + step), 20) for n, step in enumerate(steps))
    assert [point.turn for point in measure(log).opened] == [4, 1, 2]
    assert measure(log).closed == ()


def test_a_solution_of_the_coach_first_stays_the_coachs(figures: Measures) -> None:
    assert figures.first_solution == "coach"
    assert figures.own_solution
    assert not figures.committed


def _answered(event: SessionEvent, reply: Reply) -> SessionEvent:
    assert isinstance(event, CoacheeResponded)
    return replace(event, reply=reply)


_OWN = Reply("Ik ga zelf bellen.", ReplyKind.SOLUTION, Level.INSIGHT)
_NO = Reply("Dat doe ik al.", ReplyKind.REACTION, Level.CLOSED)


@pytest.mark.parametrize(
    ("turns", "who"),
    [
        ([(MoveKind.OPEN_QUESTION, _NO)], "nobody"),
        ([(MoveKind.OPEN_QUESTION, _OWN), (MoveKind.ADVICE, _NO)], "coachee"),
        ([(MoveKind.ADVICE, _NO), (MoveKind.OPEN_QUESTION, _OWN)], "coach"),
        ([(MoveKind.ADVICE, _OWN)], "coach"),
        ([], "nobody"),
    ],
)
def test_who_brought_a_solution_first_whatever_became_of_it(turns: list[tuple[MoveKind, Reply]], who: str) -> None:
    log = [
        _answered(responded(n, n, Turn("Bel ze.", (move(kind),)), PersonaState(20), 20), reply)
        for n, (kind, reply) in enumerate(turns)
    ]
    assert measure(log).first_solution == who


def test_an_empty_log_measures_as_nothing() -> None:
    nothing = measure(())
    assert (nothing.duration_ms, nothing.turns, nothing.start, nothing.end, nothing.curve) == (0, 0, None, None, ())
    assert (nothing.talk.coach_share, nothing.wait.median_ms, nothing.moves.reflections_to_questions) == (None,) * 3


def test_a_silent_round_measures_as_silence() -> None:
    silent = measure((SessionStarted(0, PersonaState(20)), SessionEnded(60_000, "stopped")))
    assert (silent.duration_ms, silent.turns, silent.start, silent.end) == (60_000, 0, 20, 20)
    assert silent.talk.coach_share is None


def test_a_typed_round_without_sound_has_turns_but_no_talk_time() -> None:
    typed = measure(tuple(event for event in short_round() if isinstance(event, CoacheeResponded)))
    assert (typed.turns, typed.talk.coach_ms, typed.latency) == (2, 0, ())


def test_a_round_of_two_hours_measures_like_any_other() -> None:
    parts = [
        part
        for n in range(900)
        for part in (("coach", n * 8000, n * 8000 + 2000), ("coachee", n * 8000 + 3000, n * 8000 + 6000))
    ]
    figures = measure(_spoken(*parts))
    assert (figures.talk.coach_ms, figures.talk.coachee_ms) == (1_800_000, 2_700_000)
    assert figures.talk.longest_coach_ms == 2000

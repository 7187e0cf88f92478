"""Figures of the swapped chair from hand-made logs with known answers."""

from __future__ import annotations

from voicecoach.debrief.swapped import swap_figures
from voicecoach.domain.coach import CoachAct
from voicecoach.domain.events import (
    CoachSpoke,
    FeltAnswered,
    ReplyEnded,
    ReplyStarted,
    SessionEvent,
    SessionStarted,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import SpeechSpan, Transcript


def _turn(turn: int, at: tuple[int, int], words: str, *answer: SessionEvent) -> list[SessionEvent]:
    """A turn of the seller from and until a second, and what followed."""
    span = SpeechSpan(at[0] * 1000, at[1] * 1000)
    transcript = Transcript(words, "en", 1.0, 0.1, -0.2, 0.0, 10.0, False)
    return [TurnHeard(span.end_ms, turn, span), TurnRecognised(span.end_ms, turn, transcript), *answer]


def _coach(
    turn: int, at: tuple[int, int], act: CoachAct, solution: str = "nobody", takes_up: str = ""
) -> list[SessionEvent]:
    reply = Reply("" if act is CoachAct.SILENCE else f"({act})", ReplyKind.REACTION, Level.CLOSED)
    spoke = CoachSpoke(at[0] * 1000, turn, act, reply, takes_up, solution)  # type: ignore[arg-type]  # of three words
    if act is CoachAct.SILENCE:
        return [spoke]
    return [spoke, ReplyStarted(at[0] * 1000, turn), ReplyEnded(at[1] * 1000, turn)]


LISTENED = [
    *_turn(1, (0, 10), "My quotes stay unanswered.", *_coach(1, (11, 13), CoachAct.FOLLOW_UP, takes_up="your quotes")),
    *_turn(2, (15, 17), "Yes.", *_coach(2, (17, 17), CoachAct.SILENCE)),
    *_turn(3, (20, 28), "It makes me tired.", *_coach(3, (29, 31), CoachAct.FEELING, takes_up="tired")),
    *_turn(4, (32, 38), "I could ring them.", *_coach(4, (39, 41), CoachAct.WORK_OUT, "seller")),
    *_turn(5, (42, 44), "On Monday.", *_coach(5, (45, 50), CoachAct.FAREWELL, "seller")),
    *_turn(6, (52, 60), "Good.", FeltAnswered(60_000, 6, 1, "How?", "Good.")),
    FeltAnswered(61_000, 0, 3, "How keen?", "4", by="key"),
]


def test_the_sellers_speech_is_counted_until_the_goodbye() -> None:
    figures = swap_figures(LISTENED)
    assert figures.talk.coach_ms == 28_000
    assert figures.talk.coachee_ms == 6_000
    assert figures.seller_share == 28 / 34
    assert figures.turns == 5
    assert figures.duration_ms == 45_000


def test_what_the_coach_did_is_counted_by_sort() -> None:
    figures = swap_figures(LISTENED)
    assert (figures.asked, figures.gave_back, figures.took_up, figures.filled_in, figures.silences) == (2, 1, 2, 0, 1)


def test_the_sellers_own_solution_is_told_in_his_words() -> None:
    figures = swap_figures(LISTENED)
    assert (figures.brought_by, figures.solution) == ("seller", "I could ring them.")


def test_a_coach_who_gave_the_solution_is_told_in_the_coachs_words() -> None:
    given = _turn(1, (0, 3), "Well.", *_coach(1, (4, 6), CoachAct.SOLUTION, "coach"))
    figures = swap_figures(given)
    assert (figures.brought_by, figures.solution, figures.filled_in) == ("coach", "(solution)", 1)


def test_the_last_answer_to_each_question_counts_by_voice_or_key() -> None:
    again = [*LISTENED, FeltAnswered(62_000, 0, 1, "How?", "Better.", by="key")]
    assert [(each.number, each.answer) for each in swap_figures(again).felt] == [(1, "Better."), (3, "4")]


def test_an_empty_log_gives_zeros() -> None:
    figures = swap_figures([])
    assert figures.seller_share is None
    assert (figures.duration_ms, figures.turns, figures.brought_by) == (0, 0, "nobody")


def test_the_goal_asked_for_in_the_greeting_counts_and_so_does_what_is_given_back_before_a_question() -> None:
    greeting = Reply("Welcome. What do you want from this?", ReplyKind.GREETING, Level.CLOSED)
    began = SessionStarted(0, PersonaState(20), greeting)
    given = _turn(1, (1, 3), "Peace.", *_coach(1, (4, 6), CoachAct.EXPECTATIONS, takes_up="you want peace"))
    figures = swap_figures([began, *given])
    assert (figures.asked, figures.gave_back) == (2, 1)

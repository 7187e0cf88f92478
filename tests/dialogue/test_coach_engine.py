"""The coaches of the swapped chair, as talks that read like scripts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.dialogue.coach_engine import after_silence, answer, begin, farewell
from voicecoach.dialogue.coach_lines import CoachReply, CoachState
from voicecoach.domain.coach import ADVISING_ACTS, BLANKS, LISTENING_ACTS, Coach, CoachAct, CoachStyle


def _coach(style: CoachStyle = "listening", turns: int = 8) -> Coach:
    acts = LISTENING_ACTS if style == "listening" else ADVISING_ACTS
    lines = {act: tuple(f"{act} {n} {BLANKS.get(act, '')}".strip() for n in (1, 2)) for act in acts}
    who = ("c", "1", "trainer", "Karin")
    return Coach(*who, "nl", style, lines, feelings=("moe",), finds=("ik zou kunnen",), turns=turns)


LISTENING, ADVISING = _coach(), _coach("advising", turns=2)


def _talk(coach: Coach, *turns: str) -> list[CoachReply]:
    replies = [begin(coach)]
    for said in turns:
        replies.append(answer(coach, replies[-1].state, said))
    return replies


def _acts(replies: list[CoachReply]) -> list[str]:
    return [reply.act.value for reply in replies]


def test_he_asks_for_the_goal_first_and_gives_it_back_before_he_asks_what_is_expected() -> None:
    opened, expected = _talk(LISTENING, "Ik wil vaker mijn target halen.")
    assert opened.line == "Greeting 1 Goal 1"
    assert expected.line == "Reflection 1 je wilt vaker je target halen Expectations 1"
    assert expected.takes_up == "je wilt vaker je target halen"


def test_he_follows_up_on_what_was_named_last_and_after_two_questions_gives_something_back() -> None:
    talk = _talk(
        LISTENING,
        "Geen idee eigenlijk.",
        "Mijn klanten bellen nooit terug.",
        "De offertes blijven dan liggen.",
        "Ik vind mijn werk zo lastig.",
    )
    assert _acts(talk)[2:] == ["follow_up", "follow_up", "reflection"]
    assert [reply.takes_up for reply in talk[2:]] == ["je klanten", "de offertes", "je vindt je werk zo lastig"]


def test_he_takes_up_a_feeling_before_all_else_but_only_once() -> None:
    talk = _talk(LISTENING, "Geen idee eigenlijk.", "Ik ben moe van mijn werk.", "Ik ben echt moe van de auto.")
    assert [(reply.act, reply.takes_up) for reply in talk[2:]] == [
        (CoachAct.FEELING, "moe"),
        (CoachAct.FOLLOW_UP, "de auto"),
    ]


def test_a_short_answer_gets_silence_and_then_an_encouragement() -> None:
    talk = _talk(LISTENING, "Geen idee eigenlijk.", "Ja.", "Nee.")
    assert [(reply.act.value, reply.wait_ms) for reply in talk[2:]] == [("silence", 4000), ("encourage", 0)]
    assert talk[2].line == ""
    waiting = talk[2].state
    assert after_silence(LISTENING, waiting, 1500).wait_ms == 2500
    assert after_silence(LISTENING, waiting, 4000).act is CoachAct.ENCOURAGE


def test_a_solution_of_the_seller_is_worked_out_agreed_on_and_closed() -> None:
    talk = _talk(
        LISTENING, "Geen idee eigenlijk.", "Ik zou kunnen bellen op dinsdag.", "Drie klanten.", "Ja.", "Dank je."
    )
    assert _acts(talk)[2:] == ["work_out", "agreement", "farewell", "farewell"]
    assert talk[2].state.solution == "seller"
    assert talk[-1].state.is_over


def test_after_enough_turns_he_asks_for_the_sellers_own_solution() -> None:
    talk = _talk(_coach(turns=3), "Geen idee eigenlijk.", "Het is gewoon heel druk.", "Het is gewoon heel druk.")
    assert _acts(talk)[1:] == ["expectations", "open", "own_solution"]
    assert answer(_coach(turns=3), talk[-1].state, "Weet niet.").state.solution == "nobody"
    assert answer(_coach(turns=3), talk[-1].state, "Elke dinsdag drie klanten bellen.").state.solution == "seller"


def test_when_the_time_is_up_either_coach_says_goodbye() -> None:
    for coach in (LISTENING, ADVISING):
        assert farewell(coach, begin(coach).state).state.is_over


def test_where_the_sellers_words_may_not_be_said_he_asks_an_open_question() -> None:
    state = _talk(LISTENING, "Geen idee eigenlijk.")[-1].state
    reply = answer(LISTENING, state, "Mijn klanten bellen nooit terug.", lambda line: "klanten" not in line)
    assert (reply.act, reply.takes_up) == (CoachAct.OPEN, "")
    first = answer(LISTENING, CoachState(), "Ik wil vaker mijn target halen.", lambda _line: False)
    assert first.line == "Expectations 1"


def test_the_advising_coach_has_the_solution_after_two_turns_whatever_was_said() -> None:
    talk = _talk(ADVISING, "Mijn klanten bellen nooit terug.", "Ik ben moe.", "Ik zou kunnen bellen.", "Nee.")
    assert [reply.line for reply in talk] == ["Greeting 1", "Assumption 1 Tip 1", "Solution 1", "Press 1", "Press 2"]
    assert talk[2].state.solution == "coach"
    assert not any(reply.takes_up for reply in talk)


sayings = st.sampled_from(
    ["Ja.", "Ik ben moe.", "Mijn klanten bellen nooit terug.", "Ik zou kunnen bellen.", "Het is gewoon druk hoor.", ""]
)


@given(st.lists(sayings, max_size=30))
def test_a_listening_coach_never_has_an_act_of_the_other_and_never_brings_the_solution(said: list[str]) -> None:
    talk = _talk(LISTENING, *said)
    assert set(talk[-1].state.acts) <= {*LISTENING_ACTS, CoachAct.SILENCE}
    assert talk[-1].state.solution in {"nobody", "seller"}
    assert talk == _talk(LISTENING, *said)
    assert all(reply.line or reply.wait_ms for reply in talk)


nouns = st.sampled_from(["werk", "klanten", "baas", "planning", "auto", "collega", "target", "agenda"])


@given(st.lists(nouns, unique=True, min_size=4))
def test_he_never_asks_three_times_in_a_row_where_there_is_something_to_give_back(named: list[str]) -> None:
    talk = _talk(_coach(turns=20), "Geen idee eigenlijk.", *(f"Ik vind mijn {noun} zo lastig." for noun in named))
    asks = [reply.act in {CoachAct.OPEN, CoachAct.FOLLOW_UP} for reply in talk]
    assert not any(all(asks[place : place + 3]) for place in range(len(asks) - 2))
    assert sum(bool(reply.takes_up) for reply in talk) == len(named)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"lines": {}}, "needs lines for greeting, goal"),
        ({"lines": {**LISTENING.lines, CoachAct.TIP: ("Bel.",)}}, "has no lines for tip"),
        ({"lines": {**LISTENING.lines, CoachAct.FOLLOW_UP: ("Vertel.",)}}, r"follow_up has \{words\} in it, once"),
        ({"turns": 0}, "acts after 1 turn"),
    ],
)
def test_a_coach_without_the_lines_he_needs_is_refused(change: dict[str, object], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        replace(LISTENING, **change)  # type: ignore[arg-type]

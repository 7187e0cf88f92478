from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.coachees import coachee, says
from voicecoach.dialogue.persona_engine import Response, keep_silence, opening, respond
from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState, ReplyKind
from voicecoach.domain.persona import Level, Line, Temper, Topic
from voicecoach.domain.topics import About, LineFit, TopicMatch

CLOSED, CAREFUL, OPEN, INSIGHT = 20, 40, 60, 90
ASKS = says(MoveKind.OPEN_QUESTION)
QUOTES = TopicMatch(About.TOPIC, "quotes")


def _at(openness: int, **changes: object) -> PersonaState:
    return replace(PersonaState(openness), **changes)  # type: ignore[arg-type]  # fields by name, from the tests below


def _asked(state: PersonaState, match: TopicMatch = QUOTES) -> Response:
    return respond(coachee(Temper(gain=0)), state, ASKS, match)


def test_a_question_gets_the_deepest_line_of_its_topic_that_the_level_allows() -> None:
    assert _asked(_at(CLOSED)).reply.text == "quotes 0 @0"
    assert _asked(_at(OPEN)).reply.text == "quotes 4 @2"


def test_follow_ups_go_deeper_as_the_level_opens_and_never_say_a_line_twice() -> None:
    state, said = _at(CLOSED), []
    for openness in (CLOSED, CAREFUL, CAREFUL, OPEN):
        response = _asked(replace(state, openness=openness), TopicMatch(About.MORE, "", relates=True))
        state = replace(response.state, topic="quotes")
        said.append(response.reply.text)
    assert said == ["quotes 0 @0", "quotes 1 @0", "quotes 2 @1", "quotes 3 @1"]


def test_a_follow_up_stays_with_its_topic_unless_it_surely_leads_to_another() -> None:
    told = _at(CAREFUL, topic="quotes", said=("quotes 2 @1",), last_lines=("quotes 2 @1",), has_told=True)
    maybe = TopicMatch(About.TOPIC, "team", relates=True)
    assert _asked(told, maybe).reply.topic == "quotes"
    sure, of_the_team = replace(maybe, is_sure=True), says(MoveKind.OPEN_QUESTION, "wat vindt het team daarvan")
    assert _asked(told, sure).reply.topic == "quotes", "what only points back leans on his line"
    assert respond(coachee(Temper(gain=0)), told, of_the_team, sure).reply.topic == "team"


def _fitting(*fits: tuple[int, int]) -> TopicMatch:
    return replace(QUOTES, fits=tuple(LineFit("quotes", line, percent) for line, percent in fits))


def test_of_lines_as_deep_the_one_that_answers_the_question_is_said() -> None:
    assert _asked(_at(OPEN), _fitting((5, 40), (4, 20))).reply.text == "quotes 5 @2"
    assert _asked(_at(OPEN), _fitting((5, 14))).reply.text == "quotes 5 @2", "a little nearer is nearer"
    told = _at(OPEN, said=("quotes 5 @2",), topic="quotes")
    assert _asked(told, _fitting((5, 40))).reply.text == "quotes 4 @2", "what he said he says no more"


def test_where_no_line_as_deep_answers_it_one_a_level_away_may() -> None:
    assert _asked(_at(OPEN), _fitting((3, 40))).reply.text == "quotes 3 @1"
    assert _asked(_at(OPEN), _fitting((3, 40), (5, 15))).reply.text == "quotes 5 @2", "as deep comes first"
    assert _asked(_at(OPEN), _fitting((3, 14))).reply.text == "quotes 4 @2", "that does not answer it"
    assert _asked(_at(OPEN), _fitting((0, 90))).reply.text == "quotes 4 @2", (
        "an open man does not speak as a closed one"
    )
    assert _asked(_at(CAREFUL), _fitting((5, 90))).reply.text == "quotes 2 @1", "that is above his level"


TEAM = TopicMatch(About.TOPIC, "team", is_sure=True, relates=True)


def _on_the_way(text: str, match: TopicMatch, topic: str = "quotes") -> str:
    """The topic of the answer to a question while they talk of something."""
    told = _at(CAREFUL, topic=topic, said=(f"{topic} 2 @1",), last_lines=("quotes die klemmen",), has_told=True)
    persona = coachee(Temper(gain=0))
    persona = replace(persona, topics=(*persona.topics, replace(persona.topics[0], id="goal")))
    return respond(persona, told, says(MoveKind.OPEN_QUESTION, text, follows_up=True), match).reply.topic


def test_from_what_he_wants_of_the_talk_a_question_leads_on_that_names_something_else() -> None:
    assert _on_the_way("welke quotes heeft het team", TEAM) == "quotes", "it takes up a word of his"
    assert _on_the_way("welke quotes heeft het team", TEAM, "goal") == "team"
    assert _on_the_way("hoe dan", replace(TEAM, is_sure=False), "goal") == "goal", "it names nothing"


def test_who_says_what_to_talk_about_and_then_points_at_it_is_answered_about_that() -> None:
    text, told = (
        "laten we het over het team hebben hoe zie je dat",
        _at(CAREFUL, topic="quotes", last_lines=("quotes",)),
    )
    asks = Move(MoveKind.OPEN_QUESTION, 0.9, 34, len(text), True, (), 0.05, "")
    turn = Turn(text, (Move(MoveKind.PROCESS, 0.9, 0, 33, False, (), 0.05, ""), asks))
    assert text[asks.start :] == "hoe zie je dat"
    on_the_team = replace(TEAM, relates=False)
    assert respond(coachee(Temper(gain=0)), told, turn, on_the_team).reply.topic == "team"
    assert respond(coachee(Temper(gain=0)), told, replace(turn, moves=(asks,)), on_the_team).reply.topic == "quotes"


def test_what_is_only_somewhat_like_a_question_on_a_way_out_goes_on_unless_it_asks_for_one() -> None:
    maybe = TopicMatch(About.SOLUTION)
    assert _on_the_way("wat speelt er dan", maybe) == "quotes"
    assert _on_the_way("wat zou je doen", maybe) == ""
    assert _on_the_way("wat speelt er dan", replace(maybe, is_sure=True)) == ""


def test_asked_below_his_level_he_avoids() -> None:
    state = _at(CLOSED, said=("quotes 0 @0", "quotes 1 @0"), topic="quotes")
    assert _asked(state).reply.kind is ReplyKind.AVOIDANCE


def test_a_used_up_topic_is_said_to_be_so() -> None:
    persona = coachee()
    state = _at(INSIGHT, said=tuple(line.text for line in persona.topics[0].lines), own_solution=True)
    assert _asked(state).reply.text.startswith("nothing_new")


def test_a_closed_question_gets_a_short_answer() -> None:
    assert _answer(says(MoveKind.CLOSED_QUESTION, "loopt dat")) == "quotes 0 short @0"


@pytest.mark.parametrize("question", ["hoeveel heb je er", "en met wie dan", "wie is je grootste klant"])
def test_a_question_after_a_fact_gets_no_yes_or_no(question: str) -> None:
    assert _answer(says(MoveKind.CLOSED_QUESTION, question)) == "quotes 0 @0"
    nowhere = _answer(says(MoveKind.CLOSED_QUESTION, question), TopicMatch())
    assert nowhere.startswith("on open_question")


def test_what_a_short_answer_said_is_not_said_again_by_the_line_that_begins_with_it() -> None:
    line = Line("Die klagen. De leads zijn slecht.", Level.CLOSED, "Die klagen.")
    persona = replace(coachee(Temper(gain=0)), topics=(Topic("team", ("Hoe gaat het met ze?",), (line,)),))
    short = respond(persona, _at(CLOSED), says(MoveKind.CLOSED_QUESTION, "klagen ze"), TopicMatch(About.TOPIC, "team"))
    assert short.reply.text == "Die klagen."
    whole = respond(persona, short.state, ASKS, TopicMatch(About.TOPIC, "team"))
    assert whole.reply.text == "De leads zijn slecht."
    assert respond(persona, whole.state, ASKS, TopicMatch(About.TOPIC, "team")).reply.kind is ReplyKind.REACTION


@pytest.mark.parametrize(
    ("text", "match", "topic"),
    [
        ("wat drijft jou", TopicMatch(About.TOPIC, "team"), "team"),
        ("wat drijft jou", TopicMatch(About.TOPIC, "team", relates=True), "quotes"),
        ("wat deed dat toen met jou als mens", TopicMatch(), "quotes"),
        ("en toen", TopicMatch(), "quotes"),
        ("hoe oud ben jij nou eigenlijk precies", TopicMatch(), ""),
    ],
)
def test_from_a_topic_an_unsure_question_goes_where_it_leads_unless_it_is_about_what_he_said(
    text: str, match: TopicMatch, topic: str
) -> None:
    told = _at(CAREFUL, topic="quotes", said=("quotes 2 @1",), last_lines=("quotes 2 @1",), has_told=True)
    turn = says(MoveKind.OPEN_QUESTION, text, follows_up=True)
    assert respond(coachee(Temper(gain=0)), told, turn, match).reply.topic == topic


@pytest.mark.parametrize("kind", [MoveKind.JUDGEMENT, MoveKind.ADVICE, MoveKind.ASSUMPTION])
def test_what_is_not_certain_to_fill_in_does_not_wound(kind: MoveKind) -> None:
    assert _answer(says(kind, "tuurlijk brand maar los", probability=0.4), TopicMatch()).startswith("on other")


def test_a_statement_draws_a_line_out_of_a_topic_only_where_it_surely_leads_there() -> None:
    luck = says(MoveKind.OTHER, "nou succes ermee")
    assert _answer(luck, QUOTES).startswith("on other")
    assert _answer(luck, TopicMatch(About.MORE)).startswith("on other")
    assert _answer(luck, replace(QUOTES, is_sure=True)) == "quotes 0 @0"


def test_at_insight_a_sure_question_on_something_else_is_answered_before_he_finds_his_solution() -> None:
    found = respond(coachee(Temper(gain=0)), _at(INSIGHT), ASKS, replace(QUOTES, is_sure=True))
    assert found.reply.kind is ReplyKind.TOPIC
    assert respond(coachee(Temper(gain=0)), found.state, ASKS, TopicMatch(About.MORE)).state.own_solution


def _answer(turn: Turn, match: TopicMatch = QUOTES) -> str:
    return respond(coachee(Temper(gain=0)), _at(CLOSED, turns=3), turn, match).reply.text


def test_a_question_that_fits_nothing_gets_an_honest_stock_answer() -> None:
    reply = _asked(_at(CLOSED), TopicMatch()).reply
    assert (reply.kind, reply.text) == (ReplyKind.REACTION, "on open_question 0 @0")


def test_a_word_on_the_process_leads_to_a_topic_only_where_that_is_sure() -> None:
    process = says(MoveKind.PROCESS)
    unsure = respond(coachee(Temper(gain=0)), _at(CLOSED), process, QUOTES).reply
    sure = respond(coachee(Temper(gain=0)), _at(CLOSED), process, replace(QUOTES, is_sure=True)).reply
    assert unsure.text.startswith("on process")
    assert sure.topic == "quotes"


def test_a_greeting_with_small_talk_gets_a_human_answer_at_the_start_only() -> None:
    greeting = says(MoveKind.CLOSED_QUESTION, "hoi wouter alles goed")
    for turns, said in ((0, "on other"), (3, "on closed_question")):
        reply = respond(coachee(Temper(gain=0)), _at(CLOSED, turns=turns), greeting, TopicMatch()).reply
        assert reply.text.startswith(said)


def test_a_greeting_with_a_question_after_a_topic_is_answered_from_it() -> None:
    greeting = says(MoveKind.OPEN_QUESTION, "hoi wouter hoe gaat het met de offertes")
    reply = respond(coachee(Temper(gain=0)), _at(CLOSED), greeting, replace(QUOTES, is_sure=True)).reply
    assert reply.topic == "quotes"


def test_a_greeting_that_hurts_hurts() -> None:
    greeting = says(MoveKind.JUDGEMENT, "goedemorgen ook weer eens wakker")
    reply = respond(coachee(), _at(CLOSED), greeting, TopicMatch()).reply
    assert reply.text.startswith("on judgement")


def test_a_reflection_that_is_his_is_confirmed_and_one_that_is_not_is_corrected() -> None:
    told = _at(CLOSED, has_told=True, last_lines=("quotes 0 @0",))
    his = respond(coachee(), told, says(MoveKind.REFLECTION, follows_up=True), TopicMatch())
    not_his = respond(coachee(), told, says(MoveKind.REFLECTION), TopicMatch())
    assert his.reply.text.startswith("on reflection")
    assert not_his.reply.text.startswith("corrects")


def test_an_open_man_goes_on_after_a_reflection() -> None:
    told = _at(OPEN, has_told=True, topic="quotes", last_lines=("quotes 4 @2",), said=("quotes 4 @2",))
    response = respond(coachee(), told, says(MoveKind.REFLECTION, follows_up=True), TopicMatch())
    assert response.reply.text == "on reflection 4 @2 quotes 5 @2"
    assert "quotes 5 @2" in response.state.said


def test_what_gets_his_last_line_again() -> None:
    state = _at(CLOSED, last_lines=("quotes 0 @0",))
    response = respond(coachee(), state, says(MoveKind.CLOSED_QUESTION, "wat zeg je"), TopicMatch(About.AGAIN))
    assert response.reply.text == "again: quotes 0 @0"
    assert response.change.reason == "0: asked to say it again" or response.change.reason.startswith("0: vroeg")


def test_at_insight_he_brings_his_own_solution_makes_it_smart_and_commits() -> None:
    persona, state = coachee(), _at(INSIGHT)
    first = respond(persona, state, ASKS, TopicMatch(About.TOPIC, "team"))
    assert first.reply.kind is ReplyKind.SOLUTION
    assert first.state.own_solution
    when = respond(persona, first.state, ASKS, TopicMatch(About.DETAIL, "when"))
    assert when.reply.text == "when 0 @3"
    agreed = respond(persona, when.state, says(MoveKind.PROCESS), TopicMatch())
    assert agreed.reply.kind is ReplyKind.COMMITMENT
    assert agreed.state.committed


def test_what_could_get_in_the_way_is_told_when_asked_for_and_keeps_him_from_no_promise() -> None:
    persona, state = coachee(), _at(INSIGHT, own_solution=True)
    asked = respond(persona, state, ASKS, TopicMatch(About.DETAIL, "obstacle", is_sure=True))
    assert (asked.reply.text, asked.reply.kind) == ("obstacle 0 @3", ReplyKind.SOLUTION)
    heard = []
    while not state.committed:
        answered = respond(persona, state, ASKS, TopicMatch(About.SOLUTION))
        state = answered.state
        heard.append(answered.reply.text)
    assert heard == ["solution 0 @3", "solution 1 @3", "what 0 @3", "when 0 @3", "commitment 0 @3"]


def test_left_in_silence_at_insight_he_finds_it_by_himself() -> None:
    assert keep_silence(coachee(), _at(INSIGHT, has_told=True), 4000).state.own_solution


def test_a_solution_put_into_his_mouth_gets_lip_service_and_is_never_his_own() -> None:
    persona = coachee()
    told = respond(persona, _at(INSIGHT + 10), says(MoveKind.ADVICE), TopicMatch(About.SUGGESTION, is_sure=True))
    assert told.reply.kind is ReplyKind.LIP_SERVICE
    assert told.state.coach_solution
    later = respond(persona, replace(told.state, openness=INSIGHT), ASKS, TopicMatch(About.SOLUTION))
    assert not later.state.own_solution


def test_each_hurt_gets_its_own_reaction() -> None:
    for kind in (MoveKind.ADVICE, MoveKind.ASSUMPTION, MoveKind.JUDGEMENT, MoveKind.LEADING_QUESTION):
        assert respond(coachee(), _at(CAREFUL), says(kind), QUOTES).reply.text.startswith(f"on {kind}")


def test_reactions_alternate_before_they_come_again() -> None:
    persona, state, said = coachee(), opening(coachee())[0], []
    for _ in range(4):
        response = respond(persona, state, says(MoveKind.JUDGEMENT), TopicMatch())
        state = response.state
        said.append(response.reply.text)
    assert len(set(said)) == 2
    assert said[0] == said[2] != said[1]


def test_silence_lines_run_out_and_then_he_waits_too() -> None:
    persona, state = coachee(), opening(coachee())[0]
    texts = []
    for _ in range(3):
        response = keep_silence(persona, state, 4000)
        state = response.state
        texts.append(response.reply.text)
    assert texts == ["silence 0 @0", "silence 1 @0", ""]


def test_asked_twice_to_say_it_again_he_says_only_the_line_again() -> None:
    state = _at(CLOSED, last_lines=("quotes 0 @0",))
    again = TopicMatch(About.AGAIN)
    for _ in range(4):
        response = _asked(state, again)
        state = response.state
        assert response.reply.text.count("quotes 0 @0") == 1
        assert len(response.reply.text) < 60


def test_a_question_that_leans_on_what_he_added_in_a_silence_is_answered_from_its_topic() -> None:
    persona = coachee()
    added = Line("vorige week zat ik in de auto", topic="quotes")
    persona = replace(persona, reactions=replace(persona.reactions, silence=(added,)))
    told = keep_silence(persona, _at(CLOSED, topic="team", has_told=True), 4000)
    assert (told.reply.text, told.reply.topic) == (added.text, "quotes")
    asked = respond(persona, told.state, ASKS, TopicMatch(relates=True))
    assert (asked.reply.kind, asked.reply.topic) == (ReplyKind.TOPIC, "quotes")

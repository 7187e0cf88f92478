"""What a manager can learn from his talk: his goal, other questions, agreements, one thing to practise."""

from __future__ import annotations

import pytest

from tests.fakes.sessions import move
from voicecoach.debrief.agreements import agreements, support_of
from voicecoach.debrief.asked_instead import asked_instead
from voicecoach.debrief.measures import measure
from voicecoach.debrief.practise_next import practise_next
from voicecoach.debrief.smart_goal import smart_verdict
from voicecoach.domain.audio import Language
from voicecoach.domain.events import CoacheeResponded, SessionEvent
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.wiring.engines import load_persona

RUUD = load_persona("ruud")


def _turn(
    turn: int, kind: MoveKind, after: PersonaState, before: int, reply: Reply | None = None, *, over: bool = False
) -> SessionEvent:
    coach = Turn("Bel ze gewoon.", (move(kind),), over)
    change = OpennessChange(before, after.openness, RUUD.temper.level_of(after.openness), "reden")
    return CoacheeResponded(
        turn * 1000, turn, coach, change, reply or Reply("Tja.", ReplyKind.TOPIC, Level.CLOSED), after
    )


def _says(turn: int, kind: ReplyKind, text: str) -> SessionEvent:
    return _turn(turn, MoveKind.OPEN_QUESTION, PersonaState(85), 85, Reply(text, kind, Level.INSIGHT))


@pytest.mark.parametrize(
    ("goal", "language", "missing"),
    [
        ("Aan het eind van dit kwartier heeft hij zelf één ding genoemd dat hij anders doet.", "nl", ()),
        ("By the end of this talk she has named one thing herself that she will do.", "en", ()),
        ("Een goed gesprek.", "nl", ("specific", "measurable", "acceptable", "timed")),
        ("Hij noemt zelf een volgende stap.", "nl", ("timed",)),
        ("Hij doet beter zijn best.", "nl", ("specific", "measurable", "acceptable", "timed")),
        ("He tells me more in his own words.", "en", ("measurable", "timed")),
        ("Meer vertrouwen in 20 minuten.", "nl", ("specific", "measurable", "acceptable")),
        ("Over vier weken heeft hij zelf twee klanten gebeld.", "nl", ()),
        ("In four weeks she has called her clients herself.", "en", ("measurable",)),
        ("", "nl", ("specific", "measurable", "acceptable", "timed")),
    ],
)
def test_a_goal_lacks_what_its_words_do_not_show(goal: str, language: Language, missing: tuple[str, ...]) -> None:
    verdict = smart_verdict(goal, language)
    assert verdict.missing == missing
    assert verdict.is_smart is not bool(missing)


@pytest.mark.parametrize("name", ["sanne", "joris", "yara", "ruud", "frank", "priya", "daniel", "chloe"])
def test_the_example_goal_of_every_shipped_case_is_smart(name: str) -> None:
    case = load_persona(name).case
    example = case.goal_hint.partition(":")[2]
    assert smart_verdict(example, case.language).missing == ()


def test_whether_a_goal_is_realistic_is_never_judged_and_a_finding_names_its_words() -> None:
    findings = {f.part: f for f in smart_verdict("Ik stel minstens vijf open vragen in dit gesprek.", "nl").findings}
    assert findings["realistic"].holds is None
    assert (findings["specific"].found, findings["measurable"].found) == ("stel", "minstens")
    assert (findings["acceptable"].found, findings["timed"].found) == ("Ik", "dit gesprek")


def test_a_turn_that_closed_him_gets_an_open_question_on_what_he_was_talking_about() -> None:
    told = PersonaState(40, topic="system", asked=("hoe loopt het invoeren van je gegevens",))
    events = (_turn(1, MoveKind.OPEN_QUESTION, told, 34), _turn(2, MoveKind.ADVICE, PersonaState(33), 40))
    (found,) = asked_instead(events, RUUD)
    system = next(topic for topic in RUUD.topics if topic.id == "system")
    assert (found.turn, found.heard, found.asks_for_solution) == (2, "Tja.", False)
    assert found.question in system.asks
    assert found.question not in {"Werk je al met het nieuwe systeem?", "Hoe loopt het invoeren van je gegevens?"}
    assert not found.question.startswith(("Waarom", "Hoeveel"))


def test_what_he_has_told_of_is_not_asked_again_while_there_is_something_else() -> None:
    system = next(topic for topic in RUUD.topics if topic.id == "system")
    line = system.lines[0].text
    told = PersonaState(40, topic="system", said=(line,))
    answer = Reply(line, ReplyKind.TOPIC, Level.CLOSED, "system")
    events = (_turn(1, MoveKind.OPEN_QUESTION, told, 34, answer), _turn(2, MoveKind.ADVICE, PersonaState(33), 40))
    (found,) = asked_instead(events, RUUD)
    assert found.heard == line
    assert found.topic not in {"", "system"}


def test_two_moments_get_questions_on_two_topics() -> None:
    events = tuple(_turn(n, MoveKind.ADVICE, PersonaState(60 - n), 61 - n) for n in range(1, 4))
    assert len({found.topic for found in asked_instead(events, RUUD)}) == 3


def test_the_same_question_is_not_proposed_twice() -> None:
    events = tuple(_turn(n, MoveKind.ADVICE, PersonaState(60 - n, topic="system"), 61 - n) for n in range(1, 12))
    questions = [found.question for found in asked_instead(events, RUUD)]
    assert len(questions) == len(set(questions)) == 11


def test_at_insight_he_could_have_been_asked_for_his_own_solution() -> None:
    ready = _turn(1, MoveKind.REFLECTION, PersonaState(85, topic="system"), 80)
    (found,) = asked_instead((ready, _turn(2, MoveKind.ADVICE, PersonaState(78), 85)), RUUD)
    assert found.asks_for_solution
    assert found.question in RUUD.solution.asks


def test_a_talk_that_never_closed_him_needs_no_other_questions() -> None:
    assert asked_instead((_turn(1, MoveKind.OPEN_QUESTION, PersonaState(26), 20),), RUUD) == ()
    assert asked_instead((), RUUD) == ()


def test_a_promise_counts_the_details_he_told() -> None:
    details = {detail.id: detail.lines[0].text for detail in RUUD.solution.details}
    promise = _says(3, ReplyKind.COMMITMENT, "Dat beloof ik.")
    (bare,) = agreements((promise,), RUUD)
    assert bare.smart.missing == ("specific", "measurable", "timed")
    told = (_says(1, ReplyKind.SOLUTION, details["what"]), _says(2, ReplyKind.SOLUTION, details["when"]), promise)
    (half,) = agreements(told, RUUD)
    assert half.smart.missing == ("measurable",)
    (whole,) = agreements((_says(1, ReplyKind.SOLUTION, details["measured"]), *told), RUUD)
    assert whole.smart.is_smart


@pytest.mark.parametrize(
    ("replies", "support"),
    [
        ([], "none"),
        ([ReplyKind.SOLUTION], "own"),
        ([ReplyKind.SOLUTION, ReplyKind.COMMITMENT], "promised"),
    ],
)
def test_support_is_greatest_for_what_he_promised_himself(replies: list[ReplyKind], support: str) -> None:
    assert support_of([_says(n, kind, "Zo.") for n, kind in enumerate(replies)]) == support


def test_a_tip_gets_lip_service_at_best() -> None:
    lip = _turn(1, MoveKind.ADVICE, PersonaState(20), 20, Reply("Zal ik doen.", ReplyKind.LIP_SERVICE, Level.CLOSED))
    assert support_of((lip,)) == "lip_service"
    assert support_of((_turn(1, MoveKind.ADVICE, PersonaState(20), 27),)) == "not_taken"


def test_the_dearest_habit_comes_first() -> None:
    events = (
        _turn(1, MoveKind.ADVICE, PersonaState(53), 60),
        _turn(2, MoveKind.ADVICE, PersonaState(46), 53),
        _turn(3, MoveKind.ASSUMPTION, PersonaState(31), 46),
        _turn(4, MoveKind.OPEN_QUESTION, PersonaState(23), 31, over=True),
    )
    step = practise_next(measure(events), events)
    assert (step.skill, step.count, step.points) == ("assumption", 1, 15)
    assert practise_next(measure(events[:2]), events[:2]).points == 14
    assert practise_next(measure(events[3:]), events[3:]).skill == "interrupting"


@pytest.mark.parametrize(
    ("kinds", "skill"),
    [
        ([], "speak"),
        ([MoveKind.CLOSED_QUESTION], "opening"),
        ([MoveKind.OPEN_QUESTION] * 3, "reflecting"),
        ([MoveKind.OPEN_QUESTION, MoveKind.REFLECTION], "following_up"),
    ],
)
def test_without_losses_the_first_skill_not_shown_is_next(kinds: list[MoveKind], skill: str) -> None:
    events = [_turn(n, kind, PersonaState(20 + n), 20) for n, kind in enumerate(kinds)]
    assert practise_next(measure(events), events).skill == skill

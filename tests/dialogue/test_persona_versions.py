"""What two versions of a persona say and do differently, in talks and files made by hand."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes.coachees import coachee
from voicecoach.dialogue.behaviour_changes import SaidLine, talk_change
from voicecoach.dialogue.bench_talk import BenchTalk, BenchTurn
from voicecoach.dialogue.persona_changes import TextChange, text_changes
from voicecoach.dialogue.script_lines import ScriptLine
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Line, Topic

QUIET = ScriptLine("", silence_ms=4000)
ASKS = ScriptLine("How?")


def turn(
    openness: int, level: Level, text: str, topic: str = "", kind: ReplyKind = ReplyKind.TOPIC, line: ScriptLine = ASKS
) -> BenchTurn:
    return BenchTurn(line, openness, level, "", Reply(text, kind, level, topic))


def talk(*turns: BenchTurn, own: bool = False, name: str = "listener") -> BenchTalk:
    return BenchTalk(name, 20, turns, PersonaState(turns[-1].openness, own_solution=own, committed=own))


OLD = talk(
    turn(30, Level.CLOSED, "Fine.", "quotes"), turn(60, Level.OPEN, "I fear a no.", "quotes"), turn(60, Level.OPEN, "x")
)


def test_the_same_talk_is_no_change() -> None:
    assert not talk_change(OLD, replace(OLD)).is_any


def test_a_turn_of_insight_counts_words_and_lets_silence_belong_to_the_turn_before() -> None:
    quiet = turn(50, Level.OPEN, "", "", ReplyKind.SILENCE, QUIET)
    reached = turn(85, Level.INSIGHT, "It is me.", "", ReplyKind.SOLUTION, QUIET)
    assert talk(turn(40, Level.OPEN, "a"), quiet, turn(60, Level.OPEN, "b"), reached).insight_turn == 2
    assert talk(reached).insight_turn == 1
    assert OLD.insight_turn is None


def test_what_he_does_otherwise_is_told_piece_by_piece() -> None:
    new = talk(
        turn(30, Level.CLOSED, "Fine.", "quotes"),
        turn(80, Level.INSIGHT, "We fight.", "team"),
        turn(90, Level.INSIGHT, "I will call.", "", ReplyKind.SOLUTION),
        own=True,
    )
    change = talk_change(OLD, new)
    assert change.is_any
    assert (change.openness, change.insight) == ((60, 90), (None, 2))
    assert (change.own_solution, change.committed) == ((False, True), (False, True))
    assert change.topics == (("quotes", Level.OPEN, Level.CLOSED), ("team", None, Level.INSIGHT))
    assert [line.text for line in change.said] == ["We fight.", "I will call."]
    assert [line.text for line in change.unsaid] == ["I fear a no.", "x"]


def test_a_line_said_at_another_level_is_said_otherwise() -> None:
    moved = talk(turn(30, Level.CAREFUL, "Fine.", "quotes"), *OLD.turns[1:])
    change = talk_change(OLD, moved)
    assert change.said == (SaidLine("Fine.", Level.CAREFUL),)
    assert change.unsaid == (SaidLine("Fine.", Level.CLOSED),)


def test_a_mere_reaction_said_otherwise_is_no_change() -> None:
    replies = [turn(20, Level.CLOSED, text, kind=ReplyKind.REACTION) for text in ("Hm.", "Well.")]
    assert not talk_change(talk(replies[0]), talk(replies[1])).is_any


def test_two_files_that_say_the_same_have_no_text_changes() -> None:
    assert text_changes(coachee(), coachee()) == ()


def test_text_changes_name_the_place_and_the_figures() -> None:
    old = coachee()
    quotes, target, _team = old.topics
    new = replace(
        old,
        version="2",
        temper=replace(old.temper, gain=4, loss={**old.temper.loss, MoveKind.ADVICE: 10}),
        topics=(replace(quotes, asks=("How?",), lines=(*quotes.lines[1:], Line("New."))), target, Topic("car", (), ())),
        reactions=replace(old.reactions, avoid=old.reactions.avoid[1:]),
    )
    assert text_changes(old, new) == (
        TextChange("version", "changed", "1", "2"),
        TextChange("temper.gain", "changed", "7", "4"),
        TextChange("temper.loss.advice", "changed", "8", "10"),
        TextChange("topics.quotes", "asks_changed", added=1),
        TextChange("topics.quotes", "lines_changed", added=1, removed=1),
        TextChange("topics.team", "only_old"),
        TextChange("topics.car", "only_new"),
        TextChange("reactions.avoid", "lines_changed", removed=1),
    )

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.coachees import turns
from tests.fakes.sessions import responded, short_round
from voicecoach.debrief.corrections import Correction
from voicecoach.debrief.training_lines import TrainingLine, Unfit, training_lines
from voicecoach.domain.events import SessionEvent, SessionStarted
from voicecoach.domain.moves import CERTAIN, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.training.marked_text import parse_turn

TWO = Turn(
    "ja dat snap ik [kucht] maar wat\twil je zelf",
    (Move(MoveKind.OTHER, 0.9, 0, 22), Move(MoveKind.CLOSED_QUESTION, 0.9, 23, 43, follows_up=True)),
)
GREETING = Reply("Morgen.", ReplyKind.GREETING, Level.CLOSED)


def log(turn: Turn) -> tuple[SessionEvent, ...]:
    return (SessionStarted(0, PersonaState(20), GREETING), responded(5, 1, turn, PersonaState(20), 20))


def lines(turn: Turn, *corrections: Correction) -> tuple[TrainingLine, ...]:
    return training_lines(log(turn), corrections)[0]


def test_a_corrected_turn_becomes_a_line_with_what_the_coachee_last_said() -> None:
    (line,) = lines(TWO, Correction(1, 2, MoveKind.OPEN_QUESTION))
    assert line.previous == "Morgen."
    assert line.marked == "[other] ja dat snap ik (kucht) [open_question+] maar wat wil je zelf"
    assert str(line).count("\t") == 2


def test_a_line_is_read_back_by_the_training_as_it_was_corrected() -> None:
    (line,) = lines(TWO, Correction(1, 2, MoveKind.OPEN_QUESTION, follows_up=False))
    text, moves = parse_turn(line.marked, "here")
    assert text == "ja dat snap ik (kucht) maar wat wil je zelf"
    assert [(move.kind, move.follows_up) for move in moves] == [
        (MoveKind.OTHER, False),
        (MoveKind.OPEN_QUESTION, False),
    ]


def test_turns_that_nobody_corrected_are_no_training_lines() -> None:
    assert lines(TWO) == ()
    assert training_lines(short_round(), [Correction(2, 1, MoveKind.JUDGEMENT)])[0][0].turn == 2


def test_the_same_words_share_their_intent_whatever_their_punctuation() -> None:
    same, other = replace(TWO, text=TWO.text.replace("ja dat", "Ja, dat")), replace(TWO, text=TWO.text + " nu")
    first, second, third = (lines(turn, Correction(1, 1, MoveKind.OTHER))[0] for turn in (TWO, same, other))
    assert first.intent == second.intent != third.intent


def test_a_turn_with_a_move_that_is_unsure_and_not_corrected_teaches_nothing() -> None:
    unsure = replace(TWO, moves=(TWO.moves[0], replace(TWO.moves[1], probability=CERTAIN - 0.05)))
    given_ = Correction(1, 1, MoveKind.AFFIRMATION)
    assert training_lines(log(unsure), [given_]) == ((), (Unfit(1, (2,)),))
    both = [given_, Correction(1, 2, MoveKind.OPEN_QUESTION)]
    assert [line.turn for line in training_lines(log(unsure), both)[0]] == [1]


@given(turns, st.sampled_from(MoveKind))
def test_every_line_can_be_read_back_and_keeps_every_letter(turn: Turn, kind: MoveKind) -> None:
    ordered = replace(turn, moves=tuple(sorted(turn.moves, key=lambda move: move.start)))
    for line in lines(ordered, *(Correction(1, n, kind) for n in range(1, 9))):
        text, moves = parse_turn(line.marked, "here")
        assert "".join(text.split()) == "".join(ordered.text.split())
        assert {move.kind for move in moves} == {kind}

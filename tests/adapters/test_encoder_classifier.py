"""The shipped classifier on turns that stand in no training file."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.adapters.encoder_classifier import read_cues, read_weights
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import ModelError
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.training.marked_text import read_turns
from voicecoach.training.scores import score
from voicecoach.wiring.engines import build_classifier

CLASSIFIER = build_classifier()


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("wat houdt jou het meest bezig als je naar deze maand kijkt", "nl", MoveKind.OPEN_QUESTION),
        ("heb je al eens geprobeerd om je afspraken 's ochtends te plannen", "nl", MoveKind.LEADING_QUESTION),
        ("als ik jou was zou ik een lijstje maken met de drie grootste klanten", "nl", MoveKind.ADVICE),
        ("how do you see the coming weeks yourself", "en", MoveKind.OPEN_QUESTION),
        ("have you tried sending them a reminder on Mondays", "en", MoveKind.LEADING_QUESTION),
        ("if I were you I would make a list of your three biggest accounts", "en", MoveKind.ADVICE),
    ],
)
def test_plain_cases_are_told_apart_without_punctuation(text: str, language: Language, kind: MoveKind) -> None:
    assert [move.kind for move in CLASSIFIER.moves(text, (), language)] == [kind]


def test_a_turn_of_several_moves_is_cut_without_punctuation() -> None:
    text = "nou ja dat begrijp ik best maar wat zou jij er zelf aan willen doen ik zou gewoon een keer langsgaan"
    moves = CLASSIFIER.moves(text, (), "nl")
    assert [m.kind for m in moves][-2:] == [MoveKind.OPEN_QUESTION, MoveKind.ADVICE]
    assert not Turn(text, moves).is_assumption_free


@pytest.mark.parametrize(
    ("text", "previous", "language"),
    [
        ("Je was als eerste thuis. En toen?", "Ik was als eerste thuis, en de deur stond open.", "nl"),
        ("You cleared the whole shelf on your own. And then?", "I cleared the whole shelf on my own.", "en"),
    ],
)
def test_a_short_question_after_a_statement_is_a_move_of_its_own(text: str, previous: str, language: Language) -> None:
    moves = CLASSIFIER.moves(text, (previous,), language)
    assert len(moves) == 2
    assert moves[1].kind in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION}
    assert text[moves[1].start : moves[1].end].startswith(("En toen", "And then"))


def test_the_cues_stand_in_the_text() -> None:
    text = "Heb je al eens geprobeerd om eerder te beginnen?"
    (move,) = CLASSIFIER.moves(text, (), "nl")
    assert move.cues
    assert all(cue in text for cue in move.cues)


def test_taking_up_the_coachees_word_is_following_up() -> None:
    previous = ("De planning loopt elke week in de soep.",)
    (taken,) = CLASSIFIER.moves("wat gebeurt er precies met die planning", previous, "nl")
    (first,) = CLASSIFIER.moves("wat gebeurt er precies met die planning", (), "nl")
    assert taken.follows_up
    assert taken.takes_up == "planning"
    assert not first.follows_up


@given(st.text(max_size=80), st.sampled_from(["nl", "en"]), st.lists(st.text(max_size=40), max_size=2))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_moves_in_order_within_it(text: str, language: Language, previous: list[str]) -> None:
    moves = CLASSIFIER.moves(text, previous, language)
    places = [place for move in moves for place in (move.start, move.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


def test_the_shipped_weights_do_no_worse_than_measured_on_held_out_intents() -> None:
    for language, free_f1 in (("nl", 0.80), ("en", 0.78)):
        held_out = [turn for turn in read_turns() if turn.is_test and turn.language == language][::8]
        scores = score(CLASSIFIER, held_out, punctuated=False)
        assert scores.free.f1 >= free_f1


def test_a_long_turn_is_judged_to_its_end() -> None:
    text = "en toen zei hij dat het morgen wel kon " * 60 + "wat vind je daar zelf van"
    moves = CLASSIFIER.moves(text, (), "nl")
    assert moves[-1].end == len(text)
    assert all(one.end <= other.start for one, other in pairwise(moves))


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    for name, read in (("moves.npz", read_weights), ("cues.json", read_cues)):
        broken = tmp_path / name
        broken.write_text("{ no weights")
        with pytest.raises(ModelError, match=re.escape(name)):
            read(broken)

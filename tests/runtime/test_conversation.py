"""Which words of a turn decide where it leads: its questions, or all of it where that is surer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.fakes.coachees import coachee
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.runtime.conversation import Conversation

STATEMENT, QUESTION = "je cijfers vallen tegen", "hoe kijk jij daartegenaan"
TEXT = f"{STATEMENT} {QUESTION}"
TURN = Turn(
    TEXT,
    (
        Move(MoveKind.OTHER, 0.9, 0, len(STATEMENT)),
        Move(MoveKind.OPEN_QUESTION, 0.9, len(STATEMENT) + 1, len(TEXT)),
    ),
)
SURE = TopicMatch(About.TOPIC, "quotes", is_sure=True)
UNSURE = TopicMatch(About.TOPIC, "team", asked_before=2)


class NoClassifier:
    def moves(self, text: str, previous: Sequence[str], language: Language) -> tuple[Move, ...]:
        raise AssertionError("the moves are given")


class MatchesByText:
    """Finds what it was told for a text; remembers what it was asked."""

    def __init__(self, found: dict[str, TopicMatch]) -> None:
        self._found = found
        self.asked_for: list[str] = []

    def match(
        self,
        text: str,
        last_lines: Sequence[str],
        asked: Sequence[str],
        *,
        has_solution: bool | None = None,
        readings: Sequence[str] = (),
    ) -> TopicMatch:
        self.asked_for.append(text)
        return self._found[text]


def _match(found: dict[str, TopicMatch], turn: Turn = TURN) -> tuple[TopicMatch, list[str]]:
    matcher = MatchesByText(found)
    match = Conversation(coachee(), NoClassifier(), matcher).match(turn, PersonaState(20))
    return match, matcher.asked_for


def test_the_questions_alone_decide_where_they_are_sure() -> None:
    assert _match({QUESTION: SURE}) == (SURE, [QUESTION])


def test_what_was_said_before_an_unsure_question_tells_what_it_is_about() -> None:
    match, _ = _match({QUESTION: UNSURE, TEXT: SURE})
    assert (match.topic, match.is_sure, match.asked_before) == ("quotes", True, 2)


def test_a_turn_that_is_no_surer_as_a_whole_leaves_the_questions_to_decide() -> None:
    for whole in (TopicMatch(About.TOPIC, "quotes"), TopicMatch(About.SUGGESTION, is_sure=True)):
        assert _match({QUESTION: UNSURE, TEXT: whole})[0] == UNSURE


def test_a_turn_that_asks_nothing_is_matched_once_and_whole() -> None:
    statement = Turn(STATEMENT, (Move(MoveKind.REFLECTION, 0.9, 0, len(STATEMENT)),))
    assert _match({STATEMENT: UNSURE}, statement) == (UNSURE, [STATEMENT])


def test_who_gives_back_what_was_said_does_not_ask_to_hear_it_again() -> None:
    reflected = replace(TURN, moves=(replace(TURN.moves[0], kind=MoveKind.REFLECTION), TURN.moves[1]))
    again = TopicMatch(About.AGAIN, is_sure=True)
    assert _match({QUESTION: again}, reflected)[0].about is About.MORE
    assert _match({QUESTION: again})[0].about is About.AGAIN

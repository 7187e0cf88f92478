"""The swapped chair: the machine coaches, the manager plays the seller; and afterwards it asks how that felt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.dialogue import coach_engine
from voicecoach.dialogue.coach_lines import CoachReply, CoachState
from voicecoach.dialogue.felt_questions import FELT_QUESTIONS, INTRODUCES, NOT_CAUGHT, THANKS
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import Coach
from voicecoach.domain.events import CoachSpoke, FeltAnswered
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, VoiceChoice
from voicecoach.domain.speech import AnswerTimes
from voicecoach.ports import MoveClassifier
from voicecoach.runtime.partner import Answering, Ending


@dataclass(frozen=True, slots=True)
class Coached:
    """What the coach does with a turn, or with a silence. asks_felt: the questions on how it felt begin with it."""

    done: CoachReply
    reply: Reply
    asks_felt: bool = False

    def event(self, at_ms: int, turn: int, took: AnswerTimes | int | None) -> CoachSpoke:
        """Return how it stands in the log; of a silence the length is not kept apart."""
        times = took if isinstance(took, AnswerTimes) else None
        done = self.done
        return CoachSpoke(at_ms, turn, done.act, self.reply, done.takes_up, done.state.solution, times)


@dataclass(frozen=True, slots=True)
class Felt:
    """An answer to the question with this number, from 1, and what is said next."""

    number: int
    question: str
    answer: str
    reply: Reply

    def event(self, at_ms: int, turn: int, _took: AnswerTimes | int | None) -> FeltAnswered:
        """Return how it stands in the log."""
        return FeltAnswered(at_ms, turn, self.number, self.question, self.answer, self.reply)


@dataclass(frozen=True, slots=True)
class Waiting:
    """He waits on, and nothing happened."""

    reply: Reply

    def event(self, _at_ms: int, _turn: int, _silence_ms: int) -> None:
        """Return nothing: it does not stand in the log."""


class SwappedTalk:
    """Keeps the coach's state; a Partner.

    openness: what the seller's file says he begins with; it stays so, nobody measures it here.
    asks_felt: ask by voice how it felt, once the coach has said goodbye.
    """

    def __init__(self, coach: Coach, classifier: MoveClassifier, *, openness: int, asks_felt: bool) -> None:
        self._coach = coach
        self._classifier = classifier
        self._asks_felt = asks_felt
        self._questions = FELT_QUESTIONS[coach.language]
        self._opened = coach_engine.begin(coach)
        self._state: CoachState = self._opened.state
        self._openness = openness
        self._asked = 0
        self._not_caught = 0

    @property
    def voice(self) -> VoiceChoice:
        """How the coach sounds."""
        return self._coach.voice

    @property
    def language(self) -> Language:
        """What he speaks."""
        return self._coach.language

    @property
    def ending(self) -> Ending | None:
        """Why the talk is over: he has said goodbye, and all questions that are asked aloud are answered."""
        is_answered = not self._asks_felt or self._asked > len(self._questions)
        return "farewell" if self._state.is_over and is_answered else None

    def opening(self) -> tuple[PersonaState, Reply | None]:
        """Return the seller's state, which nobody follows here, and how the coach opens."""
        return PersonaState(self._openness), _reply(self._opened.line, ReplyKind.GREETING)

    def prepare(self, text: str, *, interrupted: bool, wait_ms: int, readings: Sequence[str] = ()) -> Answering:
        """Return what the coach would say to these words; nothing is changed."""
        del interrupted, wait_ms, readings  # a seller may talk over his coach, who has no topics to find
        if self._asked:
            return self._felt(text)

        def is_allowed(line: str) -> bool:
            return not Turn(line, self._classifier.moves(line, (text,), self._coach.language)).fills_in

        return self._coached(coach_engine.answer(self._coach, self._state, text, is_allowed))

    def commit(self, result: Answering) -> None:
        """Make a prepared answer so."""
        if isinstance(result, Coached):
            self._state = result.done.state
            self._asked = 1 if result.asks_felt else 0
        else:
            self._asked += 1

    def keep_silence(self, silence_ms: int) -> Coached | Waiting:
        """Let the coach deal with a silence of the seller; on how it felt he waits for an answer."""
        if self._asked or self._state.is_over:
            return Waiting(_reply("", ReplyKind.SILENCE))
        done = coach_engine.after_silence(self._coach, self._state, silence_ms)
        if not done.line:
            return Waiting(_reply("", ReplyKind.SILENCE))
        coached = self._coached(done)
        self.commit(coached)
        return coached

    def not_understood(self) -> Reply:
        """Return how he says that he did not catch that."""
        lines = NOT_CAUGHT[self._coach.language]
        self._not_caught += 1
        return _reply(lines[(self._not_caught - 1) % len(lines)], ReplyKind.NOT_UNDERSTOOD)

    def _coached(self, done: CoachReply) -> Coached:
        kind = ReplyKind.FAREWELL if done.state.is_over else ReplyKind.REACTION
        if not (done.state.is_over and self._asks_felt):
            return Coached(done, _reply(done.line, kind))
        first = f"{done.line} {INTRODUCES[self._coach.language]} {self._questions[0]}"
        return Coached(done, _reply(first, kind), asks_felt=True)

    def _felt(self, answer: str) -> Felt:
        number = min(self._asked, len(self._questions))
        is_last = number == len(self._questions)
        following = THANKS[self._coach.language] if is_last else self._questions[number]
        return Felt(number, self._questions[number - 1], answer, _reply(following, ReplyKind.REACTION))


def _reply(text: str, kind: ReplyKind) -> Reply:
    return Reply(text, kind, Level.CLOSED)

"""One talk with a coachee: the state between turns, and the classifier and matcher that understand a turn.

`prepare` answers what would be answered and changes nothing, so that a turn can be prepared while the coach may yet
go on; `commit` makes it so. Preparing may happen in another thread than committing, never at the same time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.dialogue import persona_engine
from voicecoach.dialogue.audible import voice_at
from voicecoach.dialogue.feeling_named import with_feeling_named
from voicecoach.dialogue.hidden_solution import with_hidden_solution
from voicecoach.dialogue.listening import asking_part, questions_in, reflects
from voicecoach.dialogue.manners import with_kind_words, without_small_talk
from voicecoach.dialogue.persona_engine import Response
from voicecoach.dialogue.told_before import lines_to_judge_by, with_echoes
from voicecoach.domain.audio import Language
from voicecoach.domain.events import CoacheeResponded
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply
from voicecoach.domain.persona import Persona, VoiceChoice
from voicecoach.domain.speech import AnswerTimes
from voicecoach.domain.topics import About, TopicMatch
from voicecoach.ports import MoveClassifier, TopicMatching
from voicecoach.runtime.partner import Answering, Ending


@dataclass(frozen=True, slots=True)
class CoachTurnResult:
    """A coach turn as understood, where it leads in the persona's file, and what it does."""

    turn: Turn
    change: OpennessChange
    reply: Reply
    state: PersonaState
    match: TopicMatch

    def event(self, at_ms: int, turn: int, took: AnswerTimes | None) -> CoacheeResponded:
        """Return how it stands in the log."""
        return CoacheeResponded(at_ms, turn, self.turn, self.change, self.reply, self.state, took, self.match)


@dataclass(frozen=True, slots=True)
class Moment:
    """A place in a talk to take it up again at: the coachee's state, and his line that leads up to it, if any."""

    state: PersonaState
    line: Reply | None = None


class Conversation:
    """Keeps the coachee's state.

    moment: where to take a talk up; None for the beginning.
    """

    def __init__(
        self, persona: Persona, classifier: MoveClassifier, matcher: TopicMatching, moment: Moment | None = None
    ) -> None:
        self._persona = persona
        self._classifier = classifier
        self._matcher = matcher
        self._state, self._greeting = _opening(persona, moment)
        self._not_understood = 0

    @property
    def persona(self) -> Persona:
        """Who is talked to."""
        return self._persona

    @property
    def voice(self) -> VoiceChoice:
        """How he sounds, as open as he is."""
        return voice_at(self._persona.voice, self._persona.temper.level_of(self._state.openness))

    @property
    def language(self) -> Language:
        """What he speaks and understands."""
        return self._persona.language

    @property
    def ending(self) -> Ending | None:
        """Why the talk is over: he has committed, where his file ends it there; else the manager ends it."""
        return "committed" if self._persona.ends_when_committed and self._state.committed else None

    @property
    def state(self) -> PersonaState:
        """The coachee's state after all that was committed."""
        return self._state

    def opening(self) -> tuple[PersonaState, Reply | None]:
        """Return the state before the first word and the greeting; None when he waits for the coach."""
        return self._state, self._greeting

    def prepare(self, text: str, *, interrupted: bool, wait_ms: int, readings: Sequence[str] = ()) -> CoachTurnResult:
        """Return what these words would do if the turn ended here; nothing is changed.

        readings: what else the words may have been, as the recogniser heard them; they help to find the topic.
        """
        state = self._state
        language = self._persona.language
        moves = self._classifier.moves(text, lines_to_judge_by(state), language)
        turn = with_kind_words(Turn(text, moves, interrupted, wait_ms), language)
        turn = with_echoes(turn, state, language)
        turn = with_feeling_named(turn, self._persona, state)
        match = self.match(turn, state, readings)
        turn = with_hidden_solution(without_small_talk(turn, match), match, state)
        response = persona_engine.respond(self._persona, state, turn, match)
        return CoachTurnResult(turn, response.change, response.reply, response.state, match)

    def match(self, turn: Turn, state: PersonaState, readings: Sequence[str] = ()) -> TopicMatch:
        """Return where a turn leads from a state: its questions, or all of it where that is surer.

        Who gives back what was said has heard it: "so you did all they asked, what came of that" asks for more.
        """
        asking, has_solution = asking_part(turn), _has_solution(turn, state)
        match = self._matcher.match(
            asking,
            state.last_lines,
            state.asked,
            has_solution=has_solution,
            readings=_tails(readings, asking, turn.text),
        )
        if match.about is About.AGAIN and reflects(turn):
            return replace(match, about=About.MORE)
        if match.is_sure or asking == turn.text:
            return match
        whole = self._matcher.match(turn.text, state.last_lines, (), has_solution=has_solution)
        is_surer = whole.is_sure and whole.about is About.TOPIC
        return replace(whole, asked_before=match.asked_before) if is_surer else match

    def commit(self, result: Answering) -> None:
        """Make a prepared turn so."""
        assert isinstance(result, CoachTurnResult)
        self._state = result.state

    def hear(
        self, text: str, *, interrupted: bool = False, wait_ms: int = 0, readings: Sequence[str] = ()
    ) -> CoachTurnResult:
        """Prepare and commit a turn."""
        result = self.prepare(text, interrupted=interrupted, wait_ms=wait_ms, readings=readings)
        self.commit(result)
        return result

    def keep_silence(self, silence_ms: int) -> Response:
        """Let the coachee go on by himself after a silence."""
        response = persona_engine.keep_silence(self._persona, self._state, silence_ms)
        self._state = response.state
        return response

    def not_understood(self) -> Reply:
        """Return how he says that he did not catch that; no state changes."""
        reply = persona_engine.not_understood(self._persona, self._state, self._not_understood)
        self._not_understood += 1
        return reply


def _opening(persona: Persona, moment: Moment | None) -> tuple[PersonaState, Reply | None]:
    if moment is not None:
        return moment.state, moment.line
    state, greeting = persona_engine.opening(persona)
    return state, greeting if greeting.text else None


def _tails(readings: Sequence[str], asking: str, text: str) -> tuple[str, ...]:
    """The part of each reading that stands where the question stands; none where it does not end the turn."""
    if not text.rstrip().endswith(asking.rstrip()):
        return ()
    count = len(asking.split())
    return tuple(" ".join(reading.split()[-count:]) for reading in readings) if count else ()


def _has_solution(turn: Turn, state: PersonaState) -> bool | None:
    """Whether he has brought his own solution; None where the turn asks nothing: "let's agree that" asks no detail."""
    return (True if questions_in(turn) else None) if state.own_solution else False

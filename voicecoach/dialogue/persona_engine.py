"""The coachee: persona and state and turn in, openness, reply and next state out. Pure, and the same every time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from voicecoach.dialogue.floor import Floor, Spoken
from voicecoach.dialogue.lines import reaction_line
from voicecoach.dialogue.listening import reflects
from voicecoach.dialogue.openness import after_silence, after_turn, not_heard
from voicecoach.dialogue.replies import reply_to_silence, reply_to_turn
from voicecoach.domain.events import SilenceKept
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Persona
from voicecoach.domain.topics import About, TopicMatch

_LAST_LINES = 3
_ON_THE_MATTER = frozenset({ReplyKind.TOPIC, ReplyKind.SILENCE, ReplyKind.SOLUTION, ReplyKind.COMMITMENT})


@dataclass(frozen=True, slots=True)
class Response:
    """What a turn, or a silence, did to the coachee."""

    change: OpennessChange
    reply: Reply
    state: PersonaState

    def event(self, at_ms: int, turn: int, silence_ms: int) -> SilenceKept:
        """Return how a silence that did this stands in the log."""
        return SilenceKept(at_ms, turn, silence_ms, self.change, self.reply, self.state)


def opening(persona: Persona) -> tuple[PersonaState, Reply]:
    """Return the coachee's state before the coach's first word, and his greeting."""
    state = PersonaState(persona.temper.start)
    level = persona.temper.level_of(state.openness)
    line = reaction_line(persona.reactions.greeting, state, level)
    reply = Reply(line.text, ReplyKind.GREETING, line.level) if line else Reply("", ReplyKind.GREETING, Level.CLOSED)
    return _with_said(state, reply), reply


def respond(persona: Persona, state: PersonaState, turn: Turn, match: TopicMatch) -> Response:
    """Return the coachee's response to a coach turn whose words were understood."""
    change, counted = after_turn(persona.temper, state, turn, match.asked_before, persona.language)
    if match.about is About.AGAIN and change.after > change.before:
        change, counted = not_heard(persona.temper, state, persona.language)
    spoken = reply_to_turn(Floor(persona, counted, change.level, match.fits), turn, match)
    if reflects(turn):
        counted = replace(counted, given_back=True)
    return Response(change, spoken.reply, _taken_along(counted, spoken))


def keep_silence(persona: Persona, state: PersonaState, silence_ms: int) -> Response:
    """Return what he does when the coach keeps silent after his line; an empty reply when he waits on."""
    change, counted = after_silence(persona.temper, state, silence_ms, persona.language)
    spoken = reply_to_silence(Floor(persona, counted, change.level))
    return Response(change, spoken.reply, _taken_along(counted, spoken))


def not_understood(persona: Persona, state: PersonaState, times: int) -> Reply:
    """Return how he says, for the nth time (from 0), that he did not catch that; his state stays as it is."""
    level = persona.temper.level_of(state.openness)
    lines = [line for line in persona.reactions.not_understood if line.level <= level]
    if not lines:
        return Reply("", ReplyKind.NOT_UNDERSTOOD, Level.CLOSED)
    line = lines[times % len(lines)]
    return Reply(line.text, ReplyKind.NOT_UNDERSTOOD, line.level)


def _taken_along(state: PersonaState, spoken: Spoken) -> PersonaState:
    tells = spoken.tells and bool(spoken.reply.text)
    is_on_the_matter = tells and spoken.reply.kind in _ON_THE_MATTER
    state = replace(
        state,
        topic=spoken.reply.topic or state.topic,
        own_solution=state.own_solution or spoken.own_solution,
        coach_solution=state.coach_solution or spoken.coach_solution,
        committed=state.committed or spoken.committed,
        put_off=state.put_off or spoken.puts_off,
        has_told=tells,
        told=spoken.reply.text if is_on_the_matter else state.told,
        given_back=state.given_back and not is_on_the_matter,
    )
    return _with_said(state, spoken.reply, spoken.lines)


def _with_said(state: PersonaState, reply: Reply, lines: tuple[str, ...] = ()) -> PersonaState:
    if not reply.text:
        return state
    return replace(
        state, said=(*state.said, *(lines or (reply.text,))), last_lines=(*state.last_lines, reply.text)[-_LAST_LINES:]
    )

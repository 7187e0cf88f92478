"""What the coachee says: chosen from his file, never above his level; a pure function of persona, state and turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.dialogue.lines import has_deeper_line, has_said, reaction_line, topic_line
from voicecoach.domain.moves import FILLING_IN, MoveKind, Turn
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level, Line, Persona, Topic
from voicecoach.domain.topics import About, TopicMatch

_LED_BY = (
    MoveKind.OPEN_QUESTION,
    MoveKind.CLOSED_QUESTION,
    MoveKind.LEADING_QUESTION,
    MoveKind.REFLECTION,
    MoveKind.PROCESS,
    MoveKind.ADVICE,
    MoveKind.ASSUMPTION,
    MoveKind.JUDGEMENT,
    MoveKind.AFFIRMATION,
)
"""Which move of a turn he answers, where nothing in it hurt: a question before all else."""
_ASKS = frozenset({MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION})
_TELLS_NOTHING = frozenset({MoveKind.REFLECTION, MoveKind.AFFIRMATION, MoveKind.OTHER})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A reply, and what saying it leaves in his state.

    lines: the lines of his file it is made of, where that is not just the reply.
    tells: it gives the coach something to give back or wait for.
    """

    reply: Reply
    lines: tuple[str, ...] = ()
    tells: bool = True
    own_solution: bool = False
    coach_solution: bool = False
    committed: bool = False


@dataclass(frozen=True, slots=True)
class Floor:
    """What a reply is chosen from: the persona, his state with the turn's openness in it, and the level it opens."""

    persona: Persona
    state: PersonaState
    level: Level

    def reaction(self, lines: Sequence[Line], kind: ReplyKind = ReplyKind.REACTION, *, tells: bool = True) -> Spoken:
        """Return a stock line; an empty reply where the file has none that may be said."""
        line = reaction_line(lines, self.state, self.level)
        if line is None:
            return Spoken(Reply("", kind, Level.CLOSED), tells=False)
        return Spoken(Reply(line.text, kind, line.level), tells=tells)

    def topic(self, topic_id: str) -> Topic | None:
        """Return a topic of the file by its id."""
        return next((topic for topic in self.persona.topics if topic.id == topic_id), None)

    def may_find_solution(self) -> bool:
        """Whether the moment is there: insight, and nobody has brought the solution yet."""
        return self.level is Level.INSIGHT and not self.state.own_solution and not self.state.coach_solution


def reply_to_turn(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken:
    """Return what he says to a coach turn."""
    kind = _led_by(turn)
    if (at_once := _react_at_once(floor, turn, match)) or (at_once := _at_insight(floor, turn, kind, match)):
        return at_once
    if kind is MoveKind.REFLECTION:
        return _take_reflection(floor, turn, match)
    if kind in _ASKS or match.about in {About.MORE, About.TOPIC}:
        return _tell(floor, turn, kind, match)
    return floor.reaction(floor.persona.reactions.by_kind.get(kind, ()), tells=kind not in _TELLS_NOTHING)


def _react_at_once(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken | None:
    """What comes before all else: being talked over, being hurt, being asked to say it again.

    Only a turn that takes nothing away gets this far with AGAIN, so his last line is still within his level.
    """
    reactions = floor.persona.reactions
    if turn.interrupted and reactions.interrupted:
        return floor.reaction(reactions.interrupted)
    if (hurt := _what_hurt(floor.persona, turn)) is not None:
        return _defend(floor, hurt, match)
    return _say_again(floor) if match.about is About.AGAIN and floor.state.last_lines else None


def _at_insight(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> Spoken | None:
    if turn.is_assumption_free and floor.may_find_solution():
        return _find_solution(floor)
    if floor.level is Level.INSIGHT and floor.state.own_solution:
        return _work_out(floor, kind, match)
    return None


def reply_to_silence(floor: Floor) -> Spoken:
    """Return what he says by himself when silence is kept."""
    if floor.may_find_solution():
        return _find_solution(floor)
    unsaid = [line for line in floor.persona.reactions.silence if not has_said(line, floor.state)]
    return floor.reaction(unsaid, ReplyKind.SILENCE)


def _what_hurt(persona: Persona, turn: Turn) -> MoveKind | None:
    certain = [m.kind for m in turn.moves if m.kind in FILLING_IN and m.is_certain]
    return max(certain, key=lambda kind: persona.temper.loss.get(kind, 0), default=None)


def _led_by(turn: Turn) -> MoveKind:
    certain = {m.kind for m in turn.moves if m.is_certain} or {m.kind for m in turn.moves}
    return next((kind for kind in _LED_BY if kind in certain), MoveKind.OTHER)


def _say_again(floor: Floor) -> Spoken:
    repeats = floor.persona.reactions.repeats
    line = reaction_line(repeats, floor.state, Level.CLOSED)
    last = floor.state.last_lines[-1]
    for repeat in repeats:
        last = _without_repeat(last, repeat.text)
    text = line.text.replace("{line}", last) if line else last
    return Spoken(Reply(text, ReplyKind.REACTION, floor.level), (line.text,) if line else ())


def _without_repeat(said: str, repeat: str) -> str:
    """What he said before he was asked to say it again."""
    before, _, after = repeat.partition("{line}")
    is_repeat = bool(before or after) and said.startswith(before) and said.endswith(after)
    return said[len(before) : len(said) - len(after)] if is_repeat else said


def _defend(floor: Floor, kind: MoveKind, match: TopicMatch) -> Spoken:
    reactions = floor.persona.reactions
    is_his = match.about is About.SUGGESTION and match.is_sure
    brings_solution = kind in {MoveKind.ADVICE, MoveKind.LEADING_QUESTION} and is_his
    if brings_solution and not floor.state.own_solution:
        return replace(floor.reaction(reactions.lip_service, ReplyKind.LIP_SERVICE), coach_solution=True)
    return floor.reaction(reactions.by_kind.get(kind, ()))


def _find_solution(floor: Floor) -> Spoken:
    line = reaction_line(floor.persona.solution.lines, floor.state, Level.INSIGHT)
    if line is None:
        return floor.reaction(floor.persona.reactions.avoid, ReplyKind.AVOIDANCE)
    return Spoken(Reply(line.text, ReplyKind.SOLUTION, Level.INSIGHT), own_solution=True)


def _work_out(floor: Floor, kind: MoveKind, match: TopicMatch) -> Spoken | None:
    """The next step of his own solution: what, how measured, by when; then what he commits to."""
    solution, state = floor.persona.solution, floor.state
    asked = [d for d in solution.details if match.about is About.DETAIL and d.id == match.topic]
    is_about_it = match.about in {About.SOLUTION, About.DETAIL, About.SUGGESTION}
    if not is_about_it and kind is not MoveKind.PROCESS and not (match.about is About.MORE and not state.committed):
        return None
    for detail in asked:
        unsaid = [line for line in detail.lines if not has_said(line, state)]
        if unsaid:
            return _of_solution(unsaid[0])
    if kind is MoveKind.PROCESS:
        return _commit(floor)
    if asked:
        return floor.reaction(floor.persona.reactions.nothing_new)
    for lines in (solution.lines, *(d.lines for d in solution.details)):
        unsaid = [line for line in lines if not has_said(line, state)]
        if unsaid:
            return _of_solution(unsaid[0])
    return _commit(floor)


def _of_solution(line: Line) -> Spoken:
    return Spoken(Reply(line.text, ReplyKind.SOLUTION, Level.INSIGHT))


def _commit(floor: Floor) -> Spoken | None:
    unsaid = [line for line in floor.persona.solution.commitment if not has_said(line, floor.state)]
    if not unsaid:
        return None
    return Spoken(Reply(unsaid[0].text, ReplyKind.COMMITMENT, Level.INSIGHT), committed=True)


def _take_reflection(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken:
    reactions = floor.persona.reactions
    is_his = match.relates or any(m.follows_up for m in turn.moves if m.kind is MoveKind.REFLECTION)
    if not is_his and floor.state.has_told and reactions.corrects:
        return floor.reaction(reactions.corrects)
    confirmed = floor.reaction(reactions.by_kind.get(MoveKind.REFLECTION, ()), tells=False)
    more = _next_of(floor, floor.state.topic) if floor.level >= Level.OPEN else None
    if more is None:
        return confirmed
    text = f"{confirmed.reply.text} {more.text}".strip()
    reply = Reply(text, ReplyKind.TOPIC, max(confirmed.reply.level, more.level), floor.state.topic)
    return Spoken(reply, (confirmed.reply.text, more.text))


def _tell(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> Spoken:
    """Answer out of a topic: the one asked after, else the one they are talking about."""
    reactions = floor.persona.reactions
    goes_on = match.about is About.MORE
    current = floor.state.topic or (floor.persona.topics[0].id if goes_on else "")
    follows = goes_on or (not match.is_sure and (match.relates or any(m.follows_up for m in turn.moves)))
    if current and (goes_on or (follows and _next_of(floor, current) is not None)):
        return _from_topic(floor, current, kind)
    if match.about is About.TOPIC:
        return _from_topic(floor, match.topic, kind)
    if match.about in {About.SOLUTION, About.DETAIL, About.SUGGESTION}:
        return floor.reaction(reactions.avoid, ReplyKind.AVOIDANCE)
    return floor.reaction(reactions.by_kind.get(kind, ()))


def _from_topic(floor: Floor, topic_id: str, kind: MoveKind) -> Spoken:
    topic, line = floor.topic(topic_id), _next_of(floor, topic_id)
    if line is not None:
        is_short = kind is MoveKind.CLOSED_QUESTION and line.short and line.short not in floor.state.said
        return Spoken(Reply(line.short if is_short else line.text, ReplyKind.TOPIC, line.level, topic_id))
    if topic is not None and has_deeper_line(topic, floor.state, floor.level):
        return floor.reaction(floor.persona.reactions.avoid, ReplyKind.AVOIDANCE)
    return floor.reaction(floor.persona.reactions.nothing_new)


def _next_of(floor: Floor, topic_id: str) -> Line | None:
    topic = floor.topic(topic_id)
    return None if topic is None else topic_line(topic, floor.state, floor.level)

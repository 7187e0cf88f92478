"""What the coachee says: chosen from his file, never above his level; a pure function of persona, state and turn."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.dialogue.answered_as import led_by, points_back
from voicecoach.dialogue.floor import Floor, Spoken
from voicecoach.dialogue.floor_words import is_backchannel, is_greeting
from voicecoach.dialogue.going_on import goes_on
from voicecoach.dialogue.lines import has_deeper_line, has_said, reaction_line, without_opening_said
from voicecoach.dialogue.manners import asks_for_figure, asks_leave, is_apology
from voicecoach.dialogue.own_solution import at_insight, find_solution
from voicecoach.domain.moves import FILLING_IN, MoveKind, Turn
from voicecoach.domain.openness import Reply, ReplyKind
from voicecoach.domain.persona import Level, Persona
from voicecoach.domain.topics import About, TopicMatch

_ASKS = frozenset({MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION})
_TELLS_NOTHING = frozenset({MoveKind.REFLECTION, MoveKind.AFFIRMATION, MoveKind.OTHER})


def reply_to_turn(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken:
    """Return what he says to a coach turn."""
    kind = MoveKind.PROCESS if _only_asks_leave(floor, turn) else led_by(turn, floor.persona.language)
    if (at_once := _react_at_once(floor, turn, match)) or (at_once := at_insight(floor, turn, kind, match)):
        return at_once
    if kind is MoveKind.REFLECTION:
        return _take_reflection(floor, turn, match)
    if _tells(floor, turn, kind, match):
        return replace(_tell(floor, turn, kind, match), puts_off=turn.is_assumption_free and floor.may_find_solution())
    return floor.reaction(floor.persona.reactions.by_kind.get(kind, ()), tells=kind not in _TELLS_NOTHING)


def _only_asks_leave(floor: Floor, turn: Turn) -> bool:
    asks_openly = any(m.kind is MoveKind.OPEN_QUESTION and m.is_certain for m in turn.moves)
    return not asks_openly and asks_leave(turn.text, floor.persona.language)


def _tells(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> bool:
    """Whether a turn is answered out of a topic: a question is; "hm-hm" is while there is more to tell.

    Any other turn only where it surely leads to one: "good luck, then" asks for nothing.
    """
    if kind in _ASKS:
        return True
    language = floor.persona.language
    if match.about is About.MORE:
        is_go_on = match.is_sure or is_backchannel(turn.text, language)
        return is_go_on and floor.next_of(floor.state.topic) is not None
    return match.about is About.TOPIC and match.is_sure and not asks_leave(turn.text, language)


def _react_at_once(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken | None:
    """What comes before all else: being talked over, being hurt, greeted, asked for a figure or to say it again.

    Only a turn that takes nothing away gets this far with AGAIN, so his last line is still within his level.
    """
    reactions = floor.persona.reactions
    if turn.interrupted and reactions.interrupted:
        return floor.reaction(reactions.interrupted)
    if (hurt := _what_hurt(floor.persona, turn)) is not None:
        return _defend(floor, hurt, match)
    is_small_talk = match.about is About.NOTHING or not match.is_sure
    if floor.state.turns <= 1 and is_small_talk and is_greeting(turn.text, floor.persona.language):
        return floor.reaction(reactions.greeted or reactions.by_kind.get(MoveKind.OTHER, ()), tells=False)
    asks = any(m.kind in _ASKS and m.is_certain for m in turn.moves)
    if not asks and is_apology(turn.text, floor.persona.language):
        return floor.reaction(reactions.apology or reactions.by_kind.get(MoveKind.OTHER, ()), tells=False)
    if asks and reactions.scale and asks_for_figure(turn.text, floor.persona.language):
        return floor.reaction(reactions.scale)
    return _say_again(floor) if match.about is About.AGAIN and floor.state.last_lines else None


def reply_to_silence(floor: Floor) -> Spoken:
    """Return what he says by himself when silence is kept."""
    if floor.may_find_solution():
        return find_solution(floor)
    unsaid = [line for line in floor.persona.reactions.silence if not has_said(line, floor.state)]
    return floor.reaction(unsaid, ReplyKind.SILENCE)


def _what_hurt(persona: Persona, turn: Turn) -> MoveKind | None:
    certain = [m.kind for m in turn.moves if m.kind in FILLING_IN and m.is_certain]
    return max(certain, key=lambda kind: persona.temper.loss.get(kind, 0), default=None)


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


def _take_reflection(floor: Floor, turn: Turn, match: TopicMatch) -> Spoken:
    reactions = floor.persona.reactions
    is_his = match.relates or any(m.follows_up for m in turn.moves if m.kind is MoveKind.REFLECTION)
    if not is_his and floor.state.has_told and reactions.corrects:
        return floor.reaction(reactions.corrects)
    confirmed = floor.reaction(reactions.by_kind.get(MoveKind.REFLECTION, ()), tells=False)
    more = floor.next_of(floor.state.topic) if floor.level >= Level.OPEN else None
    if more is None:
        return confirmed
    text = f"{confirmed.reply.text} {without_opening_said(more, floor.state)}".strip()
    reply = Reply(text, ReplyKind.TOPIC, max(confirmed.reply.level, more.level), floor.state.topic)
    return Spoken(reply, (confirmed.reply.text, more.text))


def _tell(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> Spoken:
    """Answer out of a topic: the one asked after, else the one they are talking about."""
    reactions = floor.persona.reactions
    if _is_beside(floor, turn, match):
        return floor.reaction(reactions.beside, tells=False)
    if match.about is About.MORE or goes_on(floor, turn, match):
        return _from_topic(floor, floor.state.topic or floor.persona.topics[0].id, kind)
    if match.about is About.TOPIC:
        return _from_topic(floor, match.topic, kind)
    if any(m.kind is MoveKind.PROCESS and m.is_certain for m in turn.moves):
        return floor.reaction(reactions.by_kind.get(MoveKind.PROCESS, ()))
    if match.about in {About.SOLUTION, About.DETAIL, About.SUGGESTION}:
        return floor.reaction(reactions.avoid, ReplyKind.AVOIDANCE)
    return floor.reaction(reactions.by_kind.get(kind, ()))


def _is_beside(floor: Floor, turn: Turn, match: TopicMatch) -> bool:
    """Whether a question is beside the case; where it points back, or may be about his solution, only if sure."""
    if match.about is not About.NOTHING or not floor.persona.reactions.beside:
        return False
    may_be_on_it = floor.state.own_solution or points_back(turn, floor.persona.language)
    return match.is_sure or (match.strays and not may_be_on_it)


def _from_topic(floor: Floor, topic_id: str, kind: MoveKind) -> Spoken:
    topic, line = floor.topic(topic_id), floor.next_of(topic_id)
    if line is not None:
        is_short = kind is MoveKind.CLOSED_QUESTION and line.short and line.short not in floor.state.said
        text = line.short if is_short else without_opening_said(line, floor.state)
        return Spoken(Reply(text, ReplyKind.TOPIC, line.level, topic_id), () if is_short else (line.text,))
    if topic is not None and has_deeper_line(topic, floor.state, floor.level):
        return floor.reaction(floor.persona.reactions.avoid, ReplyKind.AVOIDANCE)
    return floor.reaction(floor.persona.reactions.nothing_new)

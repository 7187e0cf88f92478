"""Whether he goes on about what they are talking about, wherever the words of a question alone would lead."""

from __future__ import annotations

from voicecoach.dialogue.answered_as import may_lean
from voicecoach.dialogue.floor import Floor
from voicecoach.dialogue.leaning import asks_for_a_way, leans_on_last_line, names_nothing
from voicecoach.dialogue.listening import asking_part
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.topics import About, TopicMatch

OF_THE_TALK = "goal"
"""The topic on what he wants from the talk: any question that is nearer to something else leads on from it."""


def goes_on(floor: Floor, turn: Turn, match: TopicMatch) -> bool:
    """Whether a question that may lead elsewhere is answered out of the topic they are in, if that has more to tell."""
    if not floor.state.topic or floor.next_of(floor.state.topic) is None:
        return False
    language = floor.persona.language
    asked = _asked(turn)
    leans = leans_on_last_line(asked, match, floor.state, language)
    if not leans and (match.is_sure or not (match.relates or _follows_up(floor, turn, match))):
        return False
    leads_on = match.about is About.TOPIC and floor.state.topic == OF_THE_TALK and not names_nothing(asked, language)
    return not leads_on


def _asked(turn: Turn) -> str:
    """What is asked; where the coach first says what he wants to talk about, that as well."""
    says_what = any(move.kind is MoveKind.PROCESS and move.is_certain for move in turn.moves)
    return turn.text if says_what else asking_part(turn)


def _follows_up(floor: Floor, turn: Turn, match: TopicMatch) -> bool:
    """Whether a question that no place in the file is surely like is about what he said, or may be."""
    if not any(move.follows_up for move in turn.moves):
        return False
    if match.about is About.NOTHING:
        return may_lean(turn, floor.persona.language)
    is_of_a_way = match.about in {About.SOLUTION, About.DETAIL, About.SUGGESTION}
    return is_of_a_way and not asks_for_a_way(asking_part(turn), floor.persona.language)

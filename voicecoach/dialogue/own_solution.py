"""What he says at insight: his own solution, what it is, how measured and by when, and what he commits to."""

from __future__ import annotations

from voicecoach.dialogue.answered_as import points_back
from voicecoach.dialogue.floor import Floor, Spoken
from voicecoach.dialogue.lines import has_said, reaction_line
from voicecoach.domain.moves import MoveKind, Turn
from voicecoach.domain.openness import Reply, ReplyKind
from voicecoach.domain.persona import SMART_DETAILS, Level, Line
from voicecoach.domain.topics import About, TopicMatch


def at_insight(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> Spoken | None:
    """Return the next word on his own solution, found now or before; None where the turn is about something else."""
    if turn.is_assumption_free and floor.may_find_solution() and not _asks_something_else(floor, kind, match):
        return find_solution(floor)
    if floor.level is Level.INSIGHT and floor.state.own_solution:
        return _work_out(floor, turn, kind, match)
    return None


def _asks_something_else(floor: Floor, kind: MoveKind, match: TopicMatch) -> bool:
    """Whether he is asked after something else, and can answer that; once, for it presses him."""
    if floor.state.put_off or kind not in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION} or not match.is_sure:
        return False
    if match.about is About.NOTHING:
        return True
    return match.about is About.TOPIC and floor.next_of(match.topic) is not None


def find_solution(floor: Floor) -> Spoken:
    """Return his own solution, as it comes to him now."""
    line = reaction_line(floor.persona.solution.lines, floor.state, Level.INSIGHT)
    if line is None:
        return floor.reaction(floor.persona.reactions.avoid, ReplyKind.AVOIDANCE)
    return Spoken(Reply(line.text, ReplyKind.SOLUTION, Level.INSIGHT), own_solution=True)


def _work_out(floor: Floor, turn: Turn, kind: MoveKind, match: TopicMatch) -> Spoken | None:
    """The next step of his own solution: what, how measured, by when; then what he commits to."""
    solution, state = floor.persona.solution, floor.state
    asks_detail = match.about is About.DETAIL and (match.is_sure or kind is not MoveKind.PROCESS)
    asked = [d for d in solution.details if asks_detail and d.id == match.topic]
    if not _is_about_it(floor, turn, match) and kind is not MoveKind.PROCESS:
        return None
    for detail in asked:
        unsaid = [line for line in detail.lines if not has_said(line, state)]
        if unsaid:
            return _of_solution(unsaid[0])
    if kind is MoveKind.PROCESS:
        return _commit(floor)
    if asked:
        return floor.reaction(floor.persona.reactions.nothing_new)
    for lines in (solution.lines, *(d.lines for d in solution.details if d.id in SMART_DETAILS)):
        unsaid = [line for line in lines if not has_said(line, state)]
        if unsaid:
            return _of_solution(unsaid[0])
    return _commit(floor)


def _is_about_it(floor: Floor, turn: Turn, match: TopicMatch) -> bool:
    """Whether a turn is about his solution: by the file, or since it asks on before he has committed."""
    if match.about in {About.SOLUTION, About.DETAIL, About.SUGGESTION}:
        return True
    leans = match.about is About.NOTHING and not match.is_sure and points_back(turn, floor.persona.language)
    return not floor.state.committed and (match.about is About.MORE or leans)


def _of_solution(line: Line) -> Spoken:
    return Spoken(Reply(line.text, ReplyKind.SOLUTION, Level.INSIGHT))


def _commit(floor: Floor) -> Spoken | None:
    unsaid = [line for line in floor.persona.solution.commitment if not has_said(line, floor.state)]
    if not unsaid:
        return None
    return Spoken(Reply(unsaid[0].text, ReplyKind.COMMITMENT, Level.INSIGHT), committed=True)

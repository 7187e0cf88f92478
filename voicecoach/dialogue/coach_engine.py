"""A coach in the swapped chair: the seller's words in, the coach's line out. Pure, and the same every time.

listening   goal . expectations . open, follow-up, reflection, silence ... . own solution . working it out . agreement
advising    an assumption with a tip . the solution after two turns . pressing it . farewell
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.dialogue.coach_lines import Allowed, CoachReply, CoachState, allowed_line, say
from voicecoach.dialogue.own_words import feeling_in, own_words
from voicecoach.dialogue.tokens import tokens_of
from voicecoach.domain.coach import Coach, CoachAct

SHORT = 4
"""An answer of fewer words gets silence first, and then an encouragement."""

QUESTIONS_IN_ROW = 2
"""After so many questions in a row a listening coach gives something back."""

_ASKS = frozenset({CoachAct.OPEN, CoachAct.FOLLOW_UP, CoachAct.OWN_SOLUTION, CoachAct.WORK_OUT})
_CLOSING = (CoachAct.OWN_SOLUTION, CoachAct.WORK_OUT, CoachAct.AGREEMENT, CoachAct.FAREWELL)


def _anything(_line: str) -> bool:
    return True


def begin(coach: Coach) -> CoachReply:
    """The coach opens: he greets, and a listening one asks for the goal at once."""
    greeted = say(coach, CoachState(), CoachAct.GREETING)
    if coach.style == "advising":
        return greeted
    asked = say(coach, greeted.state, CoachAct.GOAL)
    return replace(asked, line=f"{greeted.line} {asked.line}")


def answer(coach: Coach, state: CoachState, heard: str, allowed: Allowed = _anything) -> CoachReply:
    """The coach's answer to a turn of the seller; a farewell once the talk is over.

    allowed: whether a listening coach may say a line that holds the seller's words, which a classifier may judge;
    where it says no he asks an open question instead.
    """
    if state.is_over:
        return say(coach, state, CoachAct.FAREWELL)
    state = replace(state, turns=state.turns + 1)
    if coach.style == "listening":
        return _listen(coach, state, heard, allowed)
    if state.solution == "nobody" and _finds(coach, heard):
        state = replace(state, solution="seller")
    return _advise(coach, state)


def after_silence(coach: Coach, state: CoachState, silence_ms: int) -> CoachReply:
    """What the coach does when the seller stays silent: a listening one waits his patience out, then encourages."""
    if coach.style == "advising":
        return _advise(coach, state)
    if silence_ms < coach.patience_ms:
        return CoachReply(CoachAct.SILENCE, "", state, wait_ms=coach.patience_ms - silence_ms)
    return say(coach, state, CoachAct.ENCOURAGE)


def farewell(coach: Coach, state: CoachState) -> CoachReply:
    """His last line, for when the time is up."""
    return say(coach, state, CoachAct.FAREWELL)


def _listen(coach: Coach, state: CoachState, heard: str, allowed: Allowed) -> CoachReply:
    if CoachAct.EXPECTATIONS not in state.acts:
        return _expect(coach, state, heard, allowed)
    if _finds(coach, heard) and state.solution == "nobody":
        return say(coach, replace(state, solution="seller"), CoachAct.WORK_OUT)
    is_short = len(tokens_of(heard)) < SHORT
    if (closing := _closing(coach, state)) is not None:
        if closing is CoachAct.WORK_OUT and not is_short:
            state = replace(state, solution="seller")
        return say(coach, state, closing)
    if is_short:
        return _leave_room(coach, state)
    taken_up = (allowed_line(coach, state, act, words, allowed) for act, words in _to_take_up(coach, state, heard))
    return next((reply for reply in taken_up if reply), None) or say(coach, state, CoachAct.OPEN)


def _expect(coach: Coach, state: CoachState, heard: str, allowed: Allowed) -> CoachReply:
    """He gives the goal back where he can, and asks what is expected of him."""
    clause = own_words(heard, coach.language).clause
    given = allowed_line(coach, state, CoachAct.REFLECTION, clause, allowed) if clause else None
    if given is None:
        return say(coach, state, CoachAct.EXPECTATIONS)
    asked = say(coach, given.state, CoachAct.EXPECTATIONS)
    return replace(asked, line=f"{given.line} {asked.line}", takes_up=given.takes_up)


def _closing(coach: Coach, state: CoachState) -> CoachAct | None:
    """The next step to an agreement, once the seller has a solution or has talked long enough; None before."""
    last = next((act for act in reversed(state.acts) if act in _CLOSING), None)
    if last is None:
        return CoachAct.OWN_SOLUTION if state.turns >= coach.turns else None
    return _CLOSING[min(_CLOSING.index(last) + 1, len(_CLOSING) - 1)]


def _to_take_up(coach: Coach, state: CoachState, heard: str) -> Iterator[tuple[CoachAct, str]]:
    """The seller's feeling, then what he named last and his clause: the clause first after a row of questions."""
    feeling = feeling_in(heard, coach.feelings, coach.language)
    if feeling and feeling not in state.named:
        yield CoachAct.FEELING, feeling
    own = own_words(heard, coach.language)
    things = [(CoachAct.FOLLOW_UP, thing) for thing in reversed(own.things) if thing not in state.named]
    clause = [(CoachAct.REFLECTION, own.clause)] if own.clause and own.clause not in state.named else []
    yield from [*clause, *things] if _questions_in_row(state) >= QUESTIONS_IN_ROW else [*things, *clause]


def _leave_room(coach: Coach, state: CoachState) -> CoachReply:
    if state.acts and state.acts[-1] is CoachAct.SILENCE:
        return say(coach, state, CoachAct.ENCOURAGE)
    state = replace(state, acts=(*state.acts, CoachAct.SILENCE))
    return CoachReply(CoachAct.SILENCE, "", state, wait_ms=coach.patience_ms)


def _advise(coach: Coach, state: CoachState) -> CoachReply:
    """An assumption with a tip, then the solution, whatever was said; he presses it, and sends the seller off.

    That the seller brought one first is remembered, though this coach does not hear it.
    """
    if state.acts.count(CoachAct.PRESS) >= len(coach.lines[CoachAct.PRESS]):
        return say(coach, state, CoachAct.FAREWELL)
    if CoachAct.SOLUTION in state.acts:
        return say(coach, state, CoachAct.PRESS)
    if state.turns >= coach.turns:
        brought = "coach" if state.solution == "nobody" else state.solution
        return say(coach, replace(state, solution=brought), CoachAct.SOLUTION)
    assumed = say(coach, state, CoachAct.ASSUMPTION)
    tipped = say(coach, assumed.state, CoachAct.TIP)
    return replace(tipped, line=f"{assumed.line} {tipped.line}")


def _finds(coach: Coach, heard: str) -> bool:
    """Whether he brings up something he could do; "..." in a beginning stands for any words."""
    words = f" {' '.join(token.word for token in tokens_of(heard))} "
    return any(_in_order(words, beginning.split("...")) for beginning in coach.finds)


def _in_order(words: str, parts: Sequence[str]) -> bool:
    at = 0
    for part in parts:
        at = words.find(f" {part.strip()} ", at)
        if at < 0:
            return False
        at += len(part.strip()) + 1
    return True


def _questions_in_row(state: CoachState) -> int:
    count = 0
    for act in reversed(state.acts):
        if act not in _ASKS:
            return count
        count += 1
    return count

"""How a turn changes the coachee's openness: a pure function of temper, state and turn, in whole points.

It grows only on assumption-free listening; losses weigh more than gains, and damp the gains after them.
"""

from __future__ import annotations

from dataclasses import replace

from voicecoach.dialogue.listening import Family, Listening, best_listening, kept_silence, questions_in, reflects
from voicecoach.dialogue.openness_words import listening_reason, loss_reason, reason_word
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import FILLING_IN, MoveKind, Turn
from voicecoach.domain.openness import OpennessChange, PersonaState
from voicecoach.domain.persona import Temper

_ASKED_KEPT = 60


def after_turn(
    temper: Temper, state: PersonaState, turn: Turn, asked_before: int, language: Language
) -> tuple[OpennessChange, PersonaState]:
    """Return the change that a coach turn makes, and the state with the turn counted in.

    asked_before: how many earlier questions asked the same as this turn.
    """
    listening = best_listening(turn, state, asked_before)
    counted = _counted(state, turn, listening)
    loss = _loss(temper, turn)
    if loss:
        kinds = [m.kind for m in turn.moves if m.kind in FILLING_IN and m.is_certain]
        return _lowered(
            temper, counted, loss, loss_reason(min(loss, state.openness), kinds, language, interrupted=turn.interrupted)
        )
    if listening is None or not turn.is_assumption_free:
        return _unchanged(temper, counted, _why_nothing(turn, language))
    return _raised(temper, counted, listening, language)


def after_silence(
    temper: Temper, state: PersonaState, silence_ms: int, language: Language
) -> tuple[OpennessChange, PersonaState]:
    """Return the change that a kept silence makes, and the state with it counted in."""
    listening = kept_silence(silence_ms, state)
    counted = replace(_in_row(state, Family.SILENCE), questions_in_row=0)
    return _raised(temper, counted, listening, language)


def not_heard(temper: Temper, state: PersonaState, language: Language) -> tuple[OpennessChange, PersonaState]:
    """Return no change, and the state with the turn counted: the coach only asked to hear the line again."""
    reason = f"0: {reason_word('say_again', language)}"
    return _change(temper, replace(state, turns=state.turns + 1), state.openness, reason)


def _raised(
    temper: Temper, state: PersonaState, listening: Listening, language: Language
) -> tuple[OpennessChange, PersonaState]:
    points = (temper.gain * listening.percent * temper.gain_percent + 5_000) // 10_000
    is_damped = state.damped_turns > 0 and points > 0
    if is_damped:
        points = points * temper.damping_percent // 100
        state = replace(state, damped_turns=state.damped_turns - 1)
    after = min(100, state.openness + points)
    reason = listening_reason(listening, after - state.openness, language, is_damped=is_damped)
    return _change(temper, state, after, reason)


def _lowered(temper: Temper, state: PersonaState, loss: int, reason: str) -> tuple[OpennessChange, PersonaState]:
    after = max(0, state.openness - loss)
    state = replace(state, damped_turns=max(state.damped_turns, temper.damping_turns), listening="", listening_in_row=0)
    return _change(temper, state, after, reason)


def _unchanged(temper: Temper, state: PersonaState, reason: str) -> tuple[OpennessChange, PersonaState]:
    return _change(temper, replace(state, listening="", listening_in_row=0), state.openness, reason)


def _change(temper: Temper, state: PersonaState, after: int, reason: str) -> tuple[OpennessChange, PersonaState]:
    change = OpennessChange(state.openness, after, temper.level_of(after), reason)
    return change, replace(state, openness=after)


def _loss(temper: Temper, turn: Turn) -> int:
    worst = max(
        (temper.loss.get(m.kind, 0) for m in turn.moves if m.kind in FILLING_IN and m.is_certain),
        default=0,
    )
    return worst + (temper.interruption if turn.interrupted else 0)


def _why_nothing(turn: Turn, language: Language) -> str:
    if turn.fills_in:
        key = "mixed"
    elif turn.moves and all(m.kind is MoveKind.OTHER for m in turn.moves if m.is_certain) and turn.is_certain:
        key = "neutral"
    else:
        key = "unsure"
    return f"0: {reason_word(key, language)}"


def _counted(state: PersonaState, turn: Turn, listening: Listening | None) -> PersonaState:
    """The state with the turn's questions and its way of listening counted, openness as it was."""
    questions = questions_in(turn)
    asked = (*state.asked, *(normalised(turn.text[m.start : m.end]) for m in questions))
    state = replace(
        state,
        turns=state.turns + 1,
        asked=asked[-_ASKED_KEPT:],
        questions_in_row=0 if reflects(turn) else state.questions_in_row + len(questions),
    )
    return replace(state, listening="", listening_in_row=0) if listening is None else _in_row(state, listening.family)


def _in_row(state: PersonaState, family: Family) -> PersonaState:
    row = state.listening_in_row + 1 if state.listening == family else 1
    return replace(state, listening=str(family), listening_in_row=row)


def normalised(text: str) -> str:
    """Return the words in lower case, apart by single spaces, without punctuation at their ends."""
    return " ".join(word.strip(".,!?;:\"'()") for word in text.lower().split()).strip()

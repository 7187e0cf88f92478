"""A feeling that the coachee's last line shows, named by the coach: giving back, and not filling in for him.

By the words alone "you feel guilty about that" is an assumption; the persona's file knows that his line showed guilt.
Said as something heard ("that sounds bitter"), it is no blame either, and more than sympathy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.dialogue.tokens import tokens_of
from voicecoach.dialogue.told_before import lines_to_judge_by
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import CERTAIN, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState
from voicecoach.domain.persona import Line, Persona

_STEM = 5
"""Letters by which two forms of a word are one: guilty, guiltier; bitter, bitterness."""

_HEARD: dict[Language, tuple[str, ...]] = {
    "nl": ("klinkt", "hoor ik", "ik hoor", "begrijp ik", "als ik je goed", "dus", "je zegt", "zeg je"),
    "en": ("sounds", "i hear", "i'm hearing", "if i hear", "seems", "so", "you say", "you're saying"),
}
"""Words by which a coach gives a thing back as something heard (the annotation guide's cues of a reflection)."""
_PLAIN = frozenset({MoveKind.ASSUMPTION, MoveKind.REFLECTION})
_AS_HEARD = _PLAIN | {MoveKind.JUDGEMENT, MoveKind.AFFIRMATION, MoveKind.OTHER}


def with_feeling_named(turn: Turn, persona: Persona, state: PersonaState) -> Turn:
    """Return the turn with each move that gives back the feeling of his last line made a reflection of it."""
    feeling = _shown(persona, state)
    if not feeling:
        return turn
    return replace(turn, moves=tuple(_judged(turn, move, feeling, persona.language) for move in turn.moves))


def _judged(turn: Turn, move: Move, feeling: str, language: Language) -> Move:
    said = [token.word for token in tokens_of(turn.text[move.start : move.end])]
    if move.kind not in (_AS_HEARD if _is_said_as_heard(said, language) else _PLAIN) or not _names(said, feeling):
        return move
    certain = max(CERTAIN, move.probability)
    named = replace(move, kind=MoveKind.REFLECTION, probability=certain, filling_in=0.0, follows_up=True)
    return replace(named, takes_up=feeling, names_feeling=True)


def _is_said_as_heard(said: Sequence[str], language: Language) -> bool:
    words = f" {' '.join(said)} "
    return any(f" {cue} " in words for cue in _HEARD[language])


def _names(said: Sequence[str], feeling: str) -> bool:
    wanted = [token.word[:_STEM] for token in tokens_of(feeling)]
    return bool(wanted) and all(any(word.startswith(stem) for word in said) for stem in wanted)


def _shown(persona: Persona, state: PersonaState) -> str:
    """The feeling that his last line shows, or what he told before an evasion; empty when it shows none."""
    last = " ".join(lines_to_judge_by(state)[-1:])
    shown = (line.feeling for line in _lines(persona) if line.feeling and last and line.text in last)
    return next(shown, "")


def _lines(persona: Persona) -> Iterator[Line]:
    for topic in persona.topics:
        yield from topic.lines
    yield from persona.reactions.silence

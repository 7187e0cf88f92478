"""What a coach turn is judged against: the coachee's last lines, and his own words in it, given back.

"Then I hate myself the whole way home."  "What do you do then?"  "I'm still chewing on that."
"You hate yourself the whole way home."   gives back what he told, though an evasion came in between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from voicecoach.dialogue.floor_words import words_of
from voicecoach.dialogue.giving_back import seen_from_the_other_side
from voicecoach.dialogue.listening import OPENERS, Family, is_run, words_opened
from voicecoach.dialogue.move_cues import content_words
from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import CERTAIN, Move, MoveKind, Turn
from voicecoach.domain.openness import PersonaState

_ASKS = frozenset({MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION})
_FEWEST_WORDS, _FEWEST_LETTERS = 2, 9
"""Shorter runs of his words may be anybody's."""
_LONG_RUN = 5
"""A run of so many words of a line that he said some time ago gives that line back."""
_FEWEST_STEMS, _MOSTLY = 3, 0.6
"""So many words of content, and such a share of them from one line of his, give that line back."""
_BLUNT, _SURELY = frozenset({MoveKind.JUDGEMENT, MoveKind.ADVICE}), 0.9
"""Blame and tips of which the classifier is so sure stay that, whosever words they are made of."""
_HIM = {"nl": word_set("je jij jou jouw u uw jezelf"), "en": word_set("you your you're you've you'd yours yourself")}
_PUSHES = {
    "nl": word_set("moet moeten moest zou kun kunt kan kon mag probeer beter gewoon zal laat niet geen nooit"),
    "en": word_set("should must could would try need have better just might can can't don't not never let"),
}
"""Words that make a tip of his own words, or blame: "just write it down", "you never ask"."""
_OPENERS = OPENERS | word_set("but maar")


def lines_to_judge_by(state: PersonaState) -> tuple[str, ...]:
    """Return his last lines, newest last; before a newest that is a mere reaction stands what he told.

    What he added by himself in a silence goes on from the line before it: to the listener that is one telling.
    """
    lines = state.last_lines
    if len(lines) > 1 and state.listening == Family.SILENCE:
        return (*lines[:-1], f"{lines[-2]} {lines[-1]}")
    if state.told and state.told in lines[:-1]:
        return (*lines[:-1], f"{state.told} {lines[-1]}")
    return lines


def with_echoes(turn: Turn, state: PersonaState, language: Language) -> Turn:
    """Return the turn with each statement in it that gives his own words back made a reflection of them.

    A run of his last line or of what he told, as it stood or from the listener's side ("I hate myself" -> "you hate
    yourself"); a long run of any of his lines; or words of which most come from one of these. A tip made of them
    stays one.
    """
    lines = list(dict.fromkeys((*state.said, *state.last_lines)))
    said = [content_words(words_of(line), language) for line in lines]
    fewest = dict.fromkeys(lines, _LONG_RUN) | dict.fromkeys((state.told, *state.last_lines[-1:]), _FEWEST_WORDS)

    def judged(move: Move) -> Move:
        if move.kind in _ASKS or (move.kind is MoveKind.REFLECTION and move.is_certain):
            return move
        words = turn.text[move.start : move.end]
        may_give_back = not (move.kind in _BLUNT and move.probability >= _SURELY)
        is_his = _is_run(words, fewest, language) or (may_give_back and _is_mostly_his(words, said, language))
        return _reflection(move) if is_his else move

    return replace(turn, moves=tuple(judged(move) for move in turn.moves))


def _is_run(text: str, fewest: Mapping[str, int], language: Language) -> bool:
    """Whether a text is a run of a line, from either side; fewest: how many words of each line make one."""
    words = words_opened(text, _OPENERS)
    if len("".join(words)) < _FEWEST_LETTERS:
        return False
    long_enough = [line for line, count in fewest.items() if len(words) >= count]
    return any(is_run(words, line) or is_run(words, seen_from_the_other_side(line, language)) for line in long_enough)


def _is_mostly_his(text: str, said: Sequence[Set[str]], language: Language) -> bool:
    words = words_of(text)
    own = content_words(words, language)
    is_about_him = bool(_HIM[language] & set(words)) and not _PUSHES[language] & set(words)
    if len(own) < _FEWEST_STEMS or not is_about_him:
        return False
    return any(len(own & line) >= _MOSTLY * len(own) for line in said)


def _reflection(move: Move) -> Move:
    certain = max(CERTAIN, move.probability)
    return replace(move, kind=MoveKind.REFLECTION, probability=certain, filling_in=0.0, follows_up=True)

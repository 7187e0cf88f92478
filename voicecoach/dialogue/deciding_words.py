"""The words that decided what kind of move a clause is, as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.dialogue.cue_weights import CueWeights
from voicecoach.dialogue.move_cues import cues_in, stem
from voicecoach.dialogue.move_features import Clause
from voicecoach.dialogue.own_words_grammar import word_set
from voicecoach.dialogue.tokens import tokens_of
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind

_MOST = 3
_LEAST_WEIGHT = 0.1
_TAKEN_UP_MOST = 4
_SAYS_LITTLE: dict[Language, frozenset[str]] = {
    "nl": word_set(
        "zeg zegt zeggen zei gezegd sta staat staan stond kom komt komen kwam ga gaat gaan ging doe doet doen deed "
        "weet weten vind vindt vinden kijk kijkt kijken denk denkt denken dacht laat laten maak maakt maken alsof heel "
        "beetje eigenlijk gewoon soms altijd nooit weer waar want straks misschien vandaag goed"
    ),
    "en": word_set(
        "say says said saying tell told know knew think thought get got getting going come came make made take took "
        "want after before they've they're they'll she's he's that's it's there's thing things lot yet bit kind sort "
        "really just maybe always never again sometimes someone somebody something good"
    ),
}


def deciding_words(text: str, clause: Clause, kind: MoveKind, weights: CueWeights) -> tuple[str, ...]:
    """Return at most three stretches of words that spoke most for the kind, strongest first; none when none did."""
    found = sorted(_weighed(clause, kind, weights), key=lambda one: -one[0])
    chosen: list[tuple[int, int]] = []
    for weight, first, end in found:
        if weight < _LEAST_WEIGHT or len(chosen) == _MOST:
            break
        if all(end <= other_first or first >= other_end for other_first, other_end in chosen):
            chosen.append((first, end))
    tokens = clause.tokens
    return tuple(text[tokens[first].start : tokens[end - 1].end] for first, end in chosen)


def names_feeling(clause: Clause) -> bool:
    """Whether the clause holds a word for a feeling."""
    return any(name == "feeling" for name, _first, _end in cues_in(clause.words, clause.language))


def words_taken_up(clause: Clause) -> str:
    """Return the coachee's words that the clause takes up, as he said them; empty when it only points back.

    Words that say little by themselves are left out: nobody follows up on "said", or on "as if".
    """
    taken, little = clause.taken_up, _SAYS_LITTLE[clause.language]
    words = [token.word for token in tokens_of(clause.previous) if stem(token.word) in taken]
    words = [word for word in words if word not in little]
    return " ".join(dict.fromkeys(words[:_TAKEN_UP_MOST]))


def _weighed(clause: Clause, kind: MoveKind, weights: CueWeights) -> Iterator[tuple[float, int, int]]:
    """Each stretch of one to three words, and each cue, with what it weighs; places are in the turn."""
    words, offset = clause.words, clause.place.start
    for first in range(len(words)):
        for end in range(first + 1, min(first + 3, len(words)) + 1):
            inner = [
                weights.weight(f"{clause.language}:w={' '.join(words[a:b])}", kind)
                for a in range(first, end)
                for b in range(a + 1, end + 1)
            ]
            yield sum(inner), offset + first, offset + end
    for name, first, end in cues_in(words, clause.language):
        yield weights.weight(f"cue={name}", kind), offset + first, offset + end

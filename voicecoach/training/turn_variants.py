"""Makes each training turn different each time it is shown: as recognised speech would have it, and beside other turns.

as written        Wat vind je daar zelf van?
bare              wat vind je daar zelf van                          no marks, no capitals
misheard          wat vind je da zelf van                            a letter or a word lost
joined            wat vind je daar zelf van en ik zou hem bellen     most marked turns hold one move; spoken ones do not
other previous    the same words after another line of the coachee: nothing is taken up any more
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind
from voicecoach.training.marked_text import MarkedTurn

_MARKS = re.compile(r"[.,!?;:…\"“”„()]+|(?<!\w)'|'(?!\w)")
_DEPENDS_ON_PREVIOUS = frozenset({MoveKind.REFLECTION, MoveKind.ASSUMPTION})
_JOINTS: Mapping[Language, tuple[str, ...]] = {
    "nl": ("en", "maar", "dus", "eh", "nou", "kijk", "ja", "oké", "want", "en eh", "trouwens"),
    "en": ("and", "but", "so", "um", "well", "look", "yeah", "okay", "because", "and er", "anyway"),
}
_LONGEST = 80
MADE_UP = 0.08
_SLIPS = "aeiourtnds"


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """A turn as the network is shown it.

    words: without white space. moves: for each word the number of its move. kinds, follows: of each move.
    tells_following: whether `follows` can be learnt from; without the coachee's line it cannot.
    """

    language: Language
    previous: str
    words: tuple[str, ...]
    moves: tuple[int, ...]
    kinds: tuple[MoveKind, ...]
    follows: tuple[bool, ...]
    tells_following: bool = True

    @property
    def depends_on_previous(self) -> bool:
        """Whether another line of the coachee might make another kind of it."""
        return not _DEPENDS_ON_PREVIOUS.isdisjoint(self.kinds)


def shown(turn: MarkedTurn) -> ShownTurn:
    """Return a turn as it was written."""
    words: list[str] = []
    moves: list[int] = []
    for number, move in enumerate(turn.moves):
        own = turn.text[move.start : move.end].split()
        words += own
        moves += [number] * len(own)
    return ShownTurn(
        turn.language,
        turn.previous,
        tuple(words),
        tuple(moves),
        tuple(move.kind for move in turn.moves),
        tuple(move.follows_up for move in turn.moves),
    )


def bare(turn: ShownTurn) -> ShownTurn:
    """Return the turn without punctuation and capitals, the coachee's line too; a move of marks alone goes."""
    kept = [(_MARKS.sub("", word).lower(), move) for word, move in zip(turn.words, turn.moves, strict=True)]
    return replace(_with_words(turn, [pair for pair in kept if pair[0].strip("-")]), previous=_bare_text(turn.previous))


class Variants:
    """Draws variants of turns; the same seed gives the same ones."""

    def __init__(self, turns: Sequence[ShownTurn], random: Random) -> None:
        self._random = random
        self._by_language: dict[Language, list[ShownTurn]] = {}
        self._by_previous: dict[tuple[Language, str], list[ShownTurn]] = {}
        for turn in turns:
            self._by_language.setdefault(turn.language, []).append(turn)
            self._by_previous.setdefault((turn.language, turn.previous), []).append(turn)

    def of(self, turn: ShownTurn) -> ShownTurn:
        """Return a variant of a turn."""
        turn = self._joined(turn)
        turn = self._after_another_line(turn)
        turn = self._less_marked(turn)
        return self._misheard(turn) if self._random.random() < 0.3 else turn

    def _joined(self, turn: ShownTurn) -> ShownTurn:
        """The turn with none, one or two others behind it."""
        draw = self._random.random()
        for _ in range(0 if draw < 0.55 else 1 if draw < 0.85 else 2):
            other = self._other(turn)
            is_told_wrongly = other.depends_on_previous and other.previous != turn.previous
            if not is_told_wrongly and len(turn.words) + len(other.words) <= _LONGEST:
                turn = self._put_behind(turn, other)
        return turn

    def _other(self, turn: ShownTurn) -> ShownTurn:
        near = self._by_previous.get((turn.language, turn.previous), []) if turn.previous else []
        use_near = len(near) > 1 and self._random.random() < 0.6
        return self._random.choice(near if use_near else self._by_language[turn.language])

    def _put_behind(self, turn: ShownTurn, other: ShownTurn) -> ShownTurn:
        joint = (self._random.choice(_JOINTS[turn.language]),) if self._random.random() < 0.35 else ()
        count = len(turn.kinds)
        follows = other.follows if other.previous == turn.previous else (False,) * len(other.follows)
        return replace(
            turn,
            words=(*turn.words, *joint, *other.words),
            moves=(*turn.moves, *(count for _ in joint), *(count + move for move in other.moves)),
            kinds=(*turn.kinds, *other.kinds),
            follows=(*turn.follows, *follows),
        )

    def _after_another_line(self, turn: ShownTurn) -> ShownTurn:
        draw = self._random.random()
        if turn.depends_on_previous:
            return self._made_up(turn) if turn.previous and draw < MADE_UP else turn
        if draw >= 0.33:
            return turn
        if draw < 0.15:
            return replace(turn, previous="", tells_following=False)
        stranger = self._random.choice(self._by_language[turn.language])
        return replace(turn, previous=stranger.previous, follows=(False,) * len(turn.follows))

    def _made_up(self, turn: ShownTurn) -> ShownTurn:
        """The turn after words that it does not give back: a reflection of what was not said is an assumption.

        One that is not marked as following up gives back older words, whatever was said last: it stays what it is.
        """
        stranger = self._random.choice(self._by_language[turn.language])
        if not stranger.previous or stranger.previous == turn.previous:
            return turn
        kinds = tuple(
            MoveKind.ASSUMPTION if kind is MoveKind.REFLECTION and follows else kind
            for kind, follows in zip(turn.kinds, turn.follows, strict=True)
        )
        return replace(turn, previous=stranger.previous, kinds=kinds, follows=(False,) * len(turn.follows))

    def _less_marked(self, turn: ShownTurn) -> ShownTurn:
        draw = self._random.random()
        if draw < 0.55:
            less = bare(turn)
            return less if self._random.random() < 0.5 else replace(less, previous=turn.previous)
        return replace(turn, words=tuple(word.lower() for word in turn.words)) if draw < 0.7 else turn

    def _misheard(self, turn: ShownTurn) -> ShownTurn:
        kept: list[tuple[str, int]] = []
        for word, move in zip(turn.words, turn.moves, strict=True):
            draw = self._random.random()
            if draw < 0.015 and len(turn.words) > 4:
                continue
            kept.append((self._slip(word) if draw < 0.035 and len(word) > 4 else word, move))
            if draw > 0.99:
                kept.append((word, move))
        return _with_words(turn, kept)

    def _slip(self, word: str) -> str:
        at = self._random.randrange(1, len(word) - 1)
        return word[:at] + (self._random.choice(_SLIPS) if self._random.random() < 0.5 else "") + word[at + 1 :]


def _bare_text(text: str) -> str:
    return " ".join(_MARKS.sub("", text).lower().split())


def _with_words(turn: ShownTurn, kept: Sequence[tuple[str, int]]) -> ShownTurn:
    """The turn with other words; moves that lost all of theirs are gone."""
    if not kept:
        return turn
    left = sorted({move for _, move in kept})
    number = {move: n for n, move in enumerate(left)}
    return replace(
        turn,
        words=tuple(word for word, _ in kept),
        moves=tuple(number[move] for _, move in kept),
        kinds=tuple(turn.kinds[move] for move in left),
        follows=tuple(turn.follows[move] for move in left),
    )

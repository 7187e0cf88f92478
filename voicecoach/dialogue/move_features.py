"""What a trainer can read in a clause: its words, how it begins and ends, its cues, and what it takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from voicecoach.dialogue.move_cues import content_words, cues_in, is_anaphora, without_fillers, words_of
from voicecoach.dialogue.tokens import Token, tokens_of
from voicecoach.domain.audio import Language


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in its turn.

    tokens: of the whole turn. place: the clause's words among them. previous: the coachee's last line; may be empty.
    """

    tokens: tuple[Token, ...]
    place: range
    previous: str
    language: Language

    @property
    def words(self) -> list[str]:
        """The words of the clause."""
        return words_of(self.tokens[self.place.start : self.place.stop])

    @property
    def taken_up(self) -> set[str]:
        """Stems of the content words that the coachee used just before."""
        before = content_words(words_of(tokens_of(self.previous)), self.language)
        return content_words(self.words, self.language) & before


def clause_features(clause: Clause) -> list[str]:
    """Return the names of the features of a clause, each worth one; in a fixed order, without repeats."""
    words, language = clause.words, clause.language
    core = without_fillers(words, language)
    in_language = [*_word_names(words), *_edge_names(core), *_neighbour_names(clause)]
    in_any = [*_cue_names(core, language), *_shape_names(clause, core), *_context_names(clause)]
    return [*(f"{language}:{name}" for name in dict.fromkeys(in_language)), *dict.fromkeys(in_any)]


def _word_names(words: Sequence[str]) -> list[str]:
    pairs = [f"w={a} {b}" for a, b in pairwise(words)]
    triples = [f"w={a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False)]
    return [*(f"w={word}" for word in words), *pairs, *triples]


def _edge_names(core: Sequence[str]) -> list[str]:
    return [
        *(f"begins={' '.join(core[:n])}" for n in (1, 2, 3) if len(core) >= n),
        *(f"ends={' '.join(core[-n:])}" for n in (1, 2) if len(core) >= n),
        *(f"early={word}" for word in core[:4]),
    ]


def _cue_names(core: Sequence[str], language: Language) -> list[str]:
    found = cues_in(core, language)
    names = [f"cue={name}" for name, _first, _end in found]
    names += [f"cue first={name}" for name, first, _end in found if first == 0]
    names += [f"cue early={name}" for name, first, _end in found if 0 < first < 4]
    names += [f"cue last={name}" for name, _first, end in found if end == len(core)]
    kinds = sorted({name for name, _first, _end in found})
    names += [f"cues={a}+{b}" for i, a in enumerate(kinds) for b in kinds[i + 1 :]]
    openers = "".join(
        "vqcy"[i] if any(n == k and f == at for n, f, _ in found) else "-" for at in (0, 1) for i, k in _SHAPE
    )
    return [*names, f"opening={openers}"]


_SHAPE = tuple(enumerate(("verb first", "question word", "coach", "coachee")))


def _shape_names(clause: Clause, core: Sequence[str]) -> list[str]:
    tokens, place = clause.tokens, clause.place
    mark = tokens[place.stop - 1].mark or "none"
    return [
        f"mark={mark}",
        f"words={min(len(core), 12) // 2}",
        "alone" if len(place) == len(tokens) else "among others",
    ]


def _neighbour_names(clause: Clause) -> list[str]:
    tokens, place = clause.tokens, clause.place
    before = tokens[place.start - 1].word if place.start else "|"
    after = tokens[place.stop].word if place.stop < len(tokens) else "|"
    return [f"before={before}", f"after={after}"]


def _context_names(clause: Clause) -> list[str]:
    """How the clause stands to what the coachee said; the same names in every language."""
    if not clause.previous:
        return ["no previous"]
    taken, own = clause.taken_up, content_words(clause.words, clause.language)
    names = [f"takes up={min(len(taken), 3)}"]
    if own:
        names.append(f"share taken up={round(4 * len(taken) / len(own))}")
    if any(is_anaphora(word, clause.language) for word in clause.words):
        names.append("points back")
    first = clause.language + ":" + " ".join(without_fillers(clause.words, clause.language)[:1])
    return [*names, *(f"{name}&{first}" for name in names[:1])]

"""Turns about the talk itself and not the matter: an apology, asking leave, small talk. None of them fills in for him.

By its words alone "sorry, that was unfair of me" looks like a judgement, and "is that all right?" like a question about
whatever was named before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from voicecoach.dialogue.blame_denied import denies_blame
from voicecoach.dialogue.floor_words import words_of
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import CERTAIN, Move, MoveKind, Turn
from voicecoach.domain.topics import About, TopicMatch

_APOLOGY: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(mijn excuses|excuses (voor|daarvoor)|het spijt me|spijt me dat ik|sorry (daarvoor|voor|dat ik)"
        r"|(niet (eerlijk|netjes|aardig|terecht|fair)|oneerlijk|onterecht|flauw|lomp|bot|onaardig|fout"
        r"|te (hard|snel|bot)) van (mij|me)|sorry dat was ((niet|heel|te|erg|gewoon) )?\w+$"
        r"|had ik (zo )?niet (zo )?(moeten|mogen) (zeggen|doen|vragen)|(dat|die) neem ik terug"
        r"|ik (was|ging|reageerde) te (snel|hard|bot|kort door de bocht))\b"
    ),
    "en": re.compile(
        r"\b(i apologi[sz]e|my apologies|i(?:'m| am) (?:(?:so|very|really) )?sorry (?:about|for|i|if i)"
        r"|(unfair|wrong|harsh|rude|clumsy|uncalled for|out of line"
        r"|not fair|too (harsh|quick|blunt|hard)) of me|i (shouldn't|should not) have (said|put|asked|done|jumped)"
        r"|i take (that|it) back|i was (out of line|unfair|too (harsh|quick|blunt|hard))|that came out wrong)\b"
        r"|^(?:(?:oh|well|no|so|very) )?sorry (?:about|for|i(?! (?:think|find|believe|guess))|if i)\b"
    ),
}
_TAKEN_BACK: Mapping[Language, frozenset[str]] = {
    "nl": frozenset({"maar", "toch", "alleen"}),
    "en": frozenset({"but", "though", "however"}),
}
"""After these words an apology mostly goes on to what hurts."""
_ONESELF: Mapping[Language, frozenset[str]] = {
    "nl": frozenset({"ik", "mij", "me", "mijn", "m'n"}),
    "en": frozenset({"i", "me", "my", "i'm", "i've", "i'd"}),
}
_OTHER_ONE: Mapping[Language, frozenset[str]] = {
    "nl": frozenset({"je", "jij", "jou", "jouw", "jullie", "u", "uw"}),
    "en": frozenset({"you", "your", "you're", "you've", "you'd"}),
}
_LEAVE: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b((is|vind je) (dat|het|dit) (zo )?(goed|oké|ok|okay|prima|akkoord|fijn)( (voor|met) (jou|je)| zo)?"
        r"|(kan|mag) dat|akkoord|kun je (je )?daar(in|mee) (vinden|leven)"
        r"|mag ik (je )?(iets|wat|verder|even)( verder)? (door)?vragen)$"
    ),
    "en": re.compile(
        r"\b((is|would) (that|it|this)( be)? (ok|okay|all right|alright|fine)( (with|by|for) you)?"
        r"|are you (ok|okay|all right|happy|fine) with (that|this)|sound good|do you mind"
        r"|does that (work|sound (good|okay|all right))( for you)?"
        r"|(may|can) i ask you (something|a few (questions|things)))$"
    ),
}
_UNSTEERED = {
    MoveKind.LEADING_QUESTION: MoveKind.CLOSED_QUESTION,
    MoveKind.ADVICE: MoveKind.OTHER,
    MoveKind.JUDGEMENT: MoveKind.OTHER,
}
_FIGURE: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(
        r"\b(schaal van|rapportcijfer|(welk|wat voor) cijfer (zou|geef|krijgt?|verdient)"
        r"|van (nul|één|een|0|1) tot( en met)? (vijf|tien|5|10))\b"
    ),
    "en": re.compile(r"\b(scale (of|from)|(zero|one|nought|0|1) to (five|ten|5|10)|marks? out of (five|ten|5|10))\b"),
}


def is_apology(text: str, language: Language) -> bool:
    """Whether these words take something back, and nothing but that: also "sorry" with words on oneself alone."""
    words = words_of(text)
    is_on_oneself = (
        words[:1] == ("sorry",) and _ONESELF[language] & set(words) and not _OTHER_ONE[language] & set(words)
    )
    is_said = bool(_APOLOGY[language].search(" ".join(words))) or bool(is_on_oneself)
    return is_said and not _TAKEN_BACK[language] & set(words)


def asks_leave(text: str, language: Language) -> bool:
    """Whether these words end by asking whether what was proposed is all right."""
    return bool(_LEAVE[language].search(" ".join(words_of(text))))


def asks_for_figure(text: str, language: Language) -> bool:
    """Whether these words speak of a scale or a mark: a question with them asks for a figure (the scaling question)."""
    return bool(_FIGURE[language].search(" ".join(words_of(text))))


def with_kind_words(turn: Turn, language: Language) -> Turn:
    """Return the turn with each apology and each "nobody blames you" in it as no judgement, and no listening either."""
    return replace(turn, moves=tuple(_unless_kind(turn, move, language) for move in turn.moves))


def without_small_talk(turn: Turn, match: TopicMatch) -> Turn:
    """Return the turn without steering where it is surely beside the case or only asks to hear a line again.

    "Easy drive, was it?" is a plain question then, and "have a safe trip home" no tip.
    """
    if match.about not in {About.NOTHING, About.AGAIN} or not match.is_sure:
        return turn
    return replace(turn, moves=tuple(_plain(m, _UNSTEERED[m.kind]) if m.kind in _UNSTEERED else m for m in turn.moves))


def _unless_kind(turn: Turn, move: Move, language: Language) -> Move:
    words = turn.text[move.start : move.end]
    asks = move.kind in {MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION}
    if not asks and is_apology(words, language):
        return _plain(move, MoveKind.OTHER)
    blames = move.kind in {MoveKind.JUDGEMENT, MoveKind.ASSUMPTION}
    is_no_blame = denies_blame(words, language) and not _TAKEN_BACK[language] & set(words_of(words))
    return _plain(move, MoveKind.OTHER) if blames and is_no_blame else move


def _plain(move: Move, kind: MoveKind) -> Move:
    certain = max(CERTAIN, move.probability)
    return replace(move, kind=kind, probability=certain, filling_in=0.0, follows_up=False, takes_up="")

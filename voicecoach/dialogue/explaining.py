"""Says in a trainer's words what kind of move it was and which words decided."""

from __future__ import annotations

from voicecoach.domain.audio import Language
from voicecoach.domain.moves import Move, MoveKind, Turn

_TERMS: dict[Language, dict[MoveKind, str]] = {
    "nl": {
        MoveKind.OPEN_QUESTION: "open vraag (LSD)",
        MoveKind.CLOSED_QUESTION: "gesloten vraag",
        MoveKind.LEADING_QUESTION: "advies of mening in vraagvorm (OMA)",
        MoveKind.ADVICE: "advies (OMA)",
        MoveKind.ASSUMPTION: "aanname (OMA)",
        MoveKind.JUDGEMENT: "oordeel (OMA)",
        MoveKind.REFLECTION: "samenvatten, teruggeven (LSD)",
        MoveKind.AFFIRMATION: "waardering",
        MoveKind.PROCESS: "bewaken van het proces",
        MoveKind.OTHER: "overig",
    },
    "en": {
        MoveKind.OPEN_QUESTION: "open question",
        MoveKind.CLOSED_QUESTION: "closed question",
        MoveKind.LEADING_QUESTION: "advice or opinion dressed as a question",
        MoveKind.ADVICE: "advice",
        MoveKind.ASSUMPTION: "assumption",
        MoveKind.JUDGEMENT: "judgement",
        MoveKind.REFLECTION: "reflection",
        MoveKind.AFFIRMATION: "affirmation",
        MoveKind.PROCESS: "guarding the process",
        MoveKind.OTHER: "other",
    },
}
_WORDS: dict[Language, tuple[str, str, str, str, str]] = {
    "nl": ("niet zeker", "door", "vraagt door", "aannamevrij", "niet aannamevrij"),
    "en": ("unsure", "by", "follows up", "free of assumptions", "not free of assumptions"),
}


def explain_move(text: str, move: Move, language: Language) -> str:
    """Return the move's words, its kind in a trainer's terms, and the words that decided, on one line."""
    unsure, by, follows, _free, _not_free = _WORDS[language]
    parts = [f"'{text[move.start : move.end]}': {_TERMS[language][move.kind]}"]
    if not move.is_certain:
        parts.append(unsure)
    if move.follows_up:
        parts.append(f"{follows} '{move.takes_up}'" if move.takes_up else follows)
    if move.cues:
        parts.append(f"{by} {', '.join(repr(cue) for cue in move.cues)}")
    return "; ".join(parts)


def verdict(turn: Turn, language: Language) -> str:
    """Return whether the turn listened free of assumptions."""
    return _WORDS[language][3 if turn.is_assumption_free else 4]

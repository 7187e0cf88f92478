"""The reason for a change of openness, in a sentence a manager understands."""

from __future__ import annotations

from voicecoach.dialogue.listening import Family, Listening
from voicecoach.domain.audio import Language
from voicecoach.domain.moves import Move, MoveKind

_KINDS: dict[Language, dict[MoveKind, str]] = {
    "nl": {
        MoveKind.OPEN_QUESTION: "open vraag",
        MoveKind.CLOSED_QUESTION: "gesloten vraag",
        MoveKind.LEADING_QUESTION: "sturende vraag",
        MoveKind.ADVICE: "advies",
        MoveKind.ASSUMPTION: "aanname",
        MoveKind.JUDGEMENT: "oordeel",
        MoveKind.REFLECTION: "teruggeven wat er gezegd was",
        MoveKind.AFFIRMATION: "waardering",
        MoveKind.PROCESS: "bewaken van het proces",
        MoveKind.OTHER: "iets anders",
    },
    "en": {
        MoveKind.OPEN_QUESTION: "open question",
        MoveKind.CLOSED_QUESTION: "closed question",
        MoveKind.LEADING_QUESTION: "leading question",
        MoveKind.ADVICE: "advice",
        MoveKind.ASSUMPTION: "assumption",
        MoveKind.JUDGEMENT: "judgement",
        MoveKind.REFLECTION: "gave back what was said",
        MoveKind.AFFIRMATION: "appreciation",
        MoveKind.PROCESS: "guarding the process",
        MoveKind.OTHER: "something else",
    },
}
_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "silence": "stilte gelaten na het antwoord",
        "follows": "die doorvroeg op '{words}'",
        "follows_reflection": "'{words}'",
        "feeling": "met het gevoel erbij",
        "row_question": "de zoveelste vraag op rij, zonder terug te geven wat er gezegd was",
        "row": "meer van hetzelfde",
        "again": "al eerder gevraagd",
        "echo": "alleen de laatste woorden herhaald",
        "stale": "er was niets nieuws verteld",
        "damped": "gedempt: wat er net gebeurde werkt nog na",
        "interrupted": "in de rede gevallen",
        "unsure": "niet duidelijk genoeg wat voor beurt dit was",
        "mixed": "er klonk iets van de coach zelf in door",
        "neutral": "geen vraag en niets teruggegeven",
        "say_again": "vroeg het nog eens te zeggen",
    },
    "en": {
        "silence": "silence kept after the answer",
        "follows": "that followed up on '{words}'",
        "follows_reflection": "'{words}'",
        "feeling": "and named the feeling",
        "row_question": "one more question in a row, without giving back what was said",
        "row": "more of the same",
        "again": "asked before",
        "echo": "only repeated the last words",
        "stale": "nothing new had been told",
        "damped": "damped: what just happened is not forgotten",
        "interrupted": "broke in",
        "unsure": "not clear enough what kind of turn this was",
        "mixed": "something of the coach's own sounded through",
        "neutral": "no question, and nothing given back",
        "say_again": "asked to say it again",
    },
}


def reason_word(key: str, language: Language) -> str:
    """Return one of the fixed reasons."""
    return _WORDS[language][key]


def listening_reason(listening: Listening, points: int, language: Language, *, is_damped: bool) -> str:
    """Return why a listening turn gained so many points."""
    words = _WORDS[language]
    parts = [words["silence"] if listening.move is None else _what(listening.move, language)]
    if listening.worn:
        is_row_of_questions = listening.worn == "row" and listening.family is Family.QUESTION
        parts.append(words["row_question" if is_row_of_questions else listening.worn])
    if is_damped:
        parts.append(words["damped"])
    return f"{points:+d}: {'; '.join(parts)}" if points else f"0: {'; '.join(parts)}"


def loss_reason(loss: int, kinds: list[MoveKind], language: Language, *, interrupted: bool) -> str:
    """Return why a turn lost so many points; 0 where none were left to lose."""
    parts = [_KINDS[language][kind] for kind in dict.fromkeys(kinds)]
    if interrupted:
        parts.append(_WORDS[language]["interrupted"])
    return f"{-loss}: {', '.join(parts)}"


def _what(move: Move, language: Language) -> str:
    name, words = _KINDS[language][move.kind], _WORDS[language]
    if move.follows_up and move.takes_up:
        key = "follows_reflection" if move.kind is MoveKind.REFLECTION else "follows"
        name = f"{name} {words[key].format(words=move.takes_up)}"
    return f"{name} {words['feeling']}" if move.names_feeling and move.kind is MoveKind.REFLECTION else name

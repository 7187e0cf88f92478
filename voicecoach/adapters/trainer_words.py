"""What trainers and managers call things, in Dutch and English: move kinds, levels, endings, figures in prose."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from voicecoach.domain.audio import Language
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.persona import Level
from voicecoach.domain.speech import Doubt


@dataclass(frozen=True, slots=True)
class TrainerWords:
    """The words of one language.

    moves, levels, doubts, endings, bringers: a name for every value of those.
    texts: sentences and headings by name, some with fields to fill in.
    """

    moves: dict[MoveKind, str]
    levels: dict[Level, str]
    doubts: dict[Doubt, str]
    endings: dict[str, str]
    bringers: dict[str, str]
    texts: dict[str, str]


def trainer_words(language: Language) -> TrainerWords:
    """The words of this language."""
    return _WORDS[language]


def duration(ms: float) -> str:
    """A stretch of time as `m:ss`, or with hours `h:mm:ss`."""
    seconds = int(ms / 1000 + 0.5)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def decimal(value: float, language: Language) -> str:
    """A figure with one decimal, halves rounded up, the comma or point as the language has it."""
    return f"{floor(value * 10 + 0.5) / 10:.1f}".replace(".", "," if language == "nl" else ".")


_NL = TrainerWords(
    moves={
        MoveKind.OPEN_QUESTION: "open vraag",
        MoveKind.CLOSED_QUESTION: "gesloten vraag",
        MoveKind.LEADING_QUESTION: "sturende vraag",
        MoveKind.ADVICE: "advies",
        MoveKind.ASSUMPTION: "aanname",
        MoveKind.JUDGEMENT: "oordeel",
        MoveKind.REFLECTION: "samenvatting",
        MoveKind.AFFIRMATION: "waardering",
        MoveKind.PROCESS: "procesafspraak",
        MoveKind.OTHER: "overig",
    },
    levels={Level.CLOSED: "gesloten", Level.CAREFUL: "voorzichtig", Level.OPEN: "open", Level.INSIGHT: "inzicht"},
    doubts={
        Doubt.NONE: "",
        Doubt.NO_SPEECH: "geen spraak gehoord",
        Doubt.LOW_CONFIDENCE: "te onduidelijk",
        Doubt.LOOP: "te onduidelijk",
        Doubt.WRONG_LANGUAGE: "een andere taal",
        Doubt.TOO_SHORT: "te kort",
    },
    endings={
        "stopped": "gestopt",
        "said_stop": "u zei 'stop'",
        "time_up": "de tijd was om",
        "audio_ended": "de opname was afgelopen",
        "device_lost": "microfoon of luidspreker viel weg",
        "committed": "er is een afspraak gemaakt",
        "farewell": "het gesprek was ten einde",
        "failed": "afgebroken door een storing",
        "": "afgebroken; alles tot hier is bewaard",
    },
    bringers={"coach": "u", "coachee": "{name} zelf", "nobody": "niemand"},
    texts={
        "talk": "U sprak {coach} van de {both} dat er gesproken werd: {share}.",
        "no_talk": "Er is geen geluid gemeten.",
        "questions": "Vragen: {open} open, {closed} gesloten, {leading} sturend. Doorgevraagd: {follow_ups} keer.",
        "reflections": "Samengevat: {reflections} keer. Advies, aanname, oordeel of sturende vraag: {filling_in} keer.",
        "wait": "Stilte na een antwoord: meestal {wait} seconden.",
        "no_wait": "Stilte na een antwoord: niet gemeten.",
        "openness": "Openheid van {name}: van {start} naar {end} (van 100).",
        "no_turns": "Er is geen beurt van u verstaan; er valt niets te meten.",
        "opened": 'Opende het meest, {at}: "{words}" ({reason})',
        "closed": 'Sloot het meest, {at}: "{words}" ({reason})',
        "silence": "(stilte)",
        "taken_as": "{reason}; opgevat als: {kinds}",
        "solution": "Wie kwam als eerste met een oplossing: {who}.",
        "not_understood": "Niet verstaan: {count} keer.",
        "goal": "Uw doel: {goal}",
    },
)

_EN = TrainerWords(
    moves={
        MoveKind.OPEN_QUESTION: "open question",
        MoveKind.CLOSED_QUESTION: "closed question",
        MoveKind.LEADING_QUESTION: "leading question",
        MoveKind.ADVICE: "advice",
        MoveKind.ASSUMPTION: "assumption",
        MoveKind.JUDGEMENT: "judgement",
        MoveKind.REFLECTION: "reflection",
        MoveKind.AFFIRMATION: "appreciation",
        MoveKind.PROCESS: "process",
        MoveKind.OTHER: "other",
    },
    levels={Level.CLOSED: "closed", Level.CAREFUL: "careful", Level.OPEN: "open", Level.INSIGHT: "insight"},
    doubts={
        Doubt.NONE: "",
        Doubt.NO_SPEECH: "no speech heard",
        Doubt.LOW_CONFIDENCE: "too unclear",
        Doubt.LOOP: "too unclear",
        Doubt.WRONG_LANGUAGE: "another language",
        Doubt.TOO_SHORT: "too short",
    },
    endings={
        "stopped": "stopped",
        "said_stop": "you said 'stop'",
        "time_up": "time was up",
        "audio_ended": "the recording had ended",
        "device_lost": "the microphone or loudspeaker went away",
        "committed": "an agreement was made",
        "farewell": "the talk had come to its end",
        "failed": "broken off by a fault",
        "": "broken off; all up to here was kept",
    },
    bringers={"coach": "you", "coachee": "{name}", "nobody": "nobody"},
    texts={
        "talk": "You spoke for {coach} of the {both} that anyone spoke: {share}.",
        "no_talk": "No sound was measured.",
        "questions": "Questions: {open} open, {closed} closed, {leading} leading. Followed up: {follow_ups}×.",
        "reflections": "Reflections: {reflections}. Advice, assumption, judgement or leading question: {filling_in}×.",
        "wait": "Silence after an answer: usually {wait} seconds.",
        "no_wait": "Silence after an answer: not measured.",
        "openness": "Openness of {name}: from {start} to {end} (of 100).",
        "no_turns": "No turn of yours was understood; there is nothing to measure.",
        "opened": 'Opened most, {at}: "{words}" ({reason})',
        "closed": 'Closed most, {at}: "{words}" ({reason})',
        "silence": "(silence)",
        "taken_as": "{reason}; taken as: {kinds}",
        "solution": "Who came with a solution first: {who}.",
        "not_understood": "Not understood: {count}×.",
        "goal": "Your goal: {goal}",
    },
)

_WORDS: dict[Language, TrainerWords] = {"nl": _NL, "en": _EN}

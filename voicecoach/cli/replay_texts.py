"""What `voicecoach replay` says, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "you": "U",
        "silence": "({seconds} s stilte)",
        "cut_off": "(onderbroken)",
        "unsure": "onzeker",
        "corrected": "verbeterd",
        "not_understood": "(niet verstaan: {why})",
        "no_recording": "Van deze sessie is geen geluid bewaard: alleen tekst.",
        "no_loudspeaker": "Alleen tekst:",
        "keys": "spatie pauze, pijltjes of p n andere beurt, - + langzamer sneller, q stoppen",
        "speed": "tempo {speed:.2f}",
        "paused": "pauze",
        "identical": "Toestanden opnieuw berekend: {states}; alle gelijk aan het logboek.",
        "empty": "Het logboek is leeg: er is niets om opnieuw te berekenen.",
        "departs": "Toestanden opnieuw berekend: {states}; waar het logboek iets anders zegt: {count}.",
        "departure": "regel {line}, beurt {turn}, {what}: in het logboek {logged}, berekend {recomputed}",
        "recorded_with": "Opgenomen met voicecoach {then}; dit is {now}.",
        "model": "Spraakmodel",
        "logged_words": "Van deze sessie is geen geluid bewaard: de woorden uit het logboek gelden.",
        "turn": "beurt",
        "words": "woorden",
        "moves": "wat u deed",
        "openness": "openheid",
        "reply": "antwoord",
        "sum": "Beurten: {count}, stiltes: {silences}; anders zouden er gaan: {differ} (woorden {words}, zetten "
        "{moves}, openheid {openness}, antwoord {reply}). Openheid aan het eind: {then} -> {now}.",
        "sum_none": "Er is niets gezegd.",
        "take_up": "U neemt beurt {turn} van {session} opnieuw op.",
    },
    "en": {
        "you": "You",
        "silence": "({seconds} s of silence)",
        "cut_off": "(cut off)",
        "unsure": "unsure",
        "corrected": "corrected",
        "not_understood": "(not understood: {why})",
        "no_recording": "No sound of this session was kept: text only.",
        "no_loudspeaker": "Text only:",
        "keys": "space pauses, arrows or p n another turn, - + slower faster, q stops",
        "speed": "speed {speed:.2f}",
        "paused": "paused",
        "identical": "States worked out again: {states}; all identical to the log.",
        "empty": "The log is empty: there is nothing to work out again.",
        "departs": "States worked out again: {states}; where the log says otherwise: {count}.",
        "departure": "line {line}, turn {turn}, {what}: the log says {logged}, worked out {recomputed}",
        "recorded_with": "Recorded with voicecoach {then}; this is {now}.",
        "model": "Speech model",
        "logged_words": "No sound of this session was kept: the words of the log are taken.",
        "turn": "turn",
        "words": "words",
        "moves": "what you did",
        "openness": "openness",
        "reply": "answer",
        "sum": "Turns: {count}, silences: {silences}; {differ} would go differently (words {words}, moves {moves}, "
        "openness {openness}, answer {reply}). Openness at the end: {then} -> {now}.",
        "sum_none": "Nothing was said.",
        "take_up": "You take up turn {turn} of {session} again.",
    },
}

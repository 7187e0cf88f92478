"""The words around the trainer's bench, in Dutch and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language

BENCH_TEXTS: dict[Language, dict[str, str]] = {
    "nl": {
        "closed": "gesloten", "careful": "voorzichtig", "open": "open", "insight": "inzicht",
        "you": "U", "openness": "openheid", "silence": "stilte", "unsure": "niet zeker",
        "interrupts": "valt in de rede",
        "moves": "gehoord als", "not_found": "nog niet gevonden", "all_found": "alle onderwerpen gevonden",
        "told": "verteld", "lines": "regels", "solution": "eigen oplossing", "commitment": "toezegging",
        "yes": "ja", "no": "nee",
        "how": "Typ wat u zegt. '(stilte 4)' zwijgt vier seconden, '! ' valt in de rede, een lege regel stopt.",
        "listener": "luisteraar", "interrogator": "ondervrager", "reworder": "herhaler van één vraag",
        "random": "willekeurig", "parrot": "papegaai", "flatterer": "vleier", "nodder": "knikker (hm-hm)",
        "silent": "zwijger", "adviser": "adviseur", "judge": "oordeler",
        "turn": "beurt", "insight_at": "inzicht bij beurt {turn}", "never": "geen inzicht",
        "easy": "makkelijk", "normal": "gewoon", "hard": "moeilijk", "turns": "beurten, stiltes meegeteld",
        "written": "Geschreven: {file}",
        "behaviour": "Gedrag", "text": "Tekst", "same": "geen verschil",
        "ends": "eindigt op {new} in plaats van {old}",
        "insight_moved": "inzicht: {new} in plaats van {old}", "at_turn": "beurt {turn}", "not_at_all": "nooit",
        "brings": "brengt nu zijn eigen oplossing", "brings_not": "brengt zijn eigen oplossing niet meer",
        "commits": "zegt nu iets toe", "commits_not": "zegt niets meer toe",
        "reached": "komt nu op {topic} ({level})", "lost": "komt niet meer op {topic} (was {level})",
        "deeper": "gaat bij {topic} tot {new} (was {old})",
        "says_now": "zegt nu, {level}: {line}", "says_no_more": "zegt niet meer, {level}: {line}",
        "and_more": "en nog {count}",
        "only_new": "nieuw: {what}", "only_old": "weg: {what}", "changed": "{what}: {new} in plaats van {old}",
        "lines_changed": "{what}: {added} regels erbij, {removed} weg",
        "asks_changed": "{what}: {added} voorbeeldvragen erbij, {removed} weg", "topic": "onderwerp",
    },
    "en": {
        "closed": "closed", "careful": "careful", "open": "open", "insight": "insight",
        "you": "You", "openness": "openness", "silence": "silence", "unsure": "unsure",
        "interrupts": "interrupts",
        "moves": "heard as", "not_found": "not found yet", "all_found": "all topics found",
        "told": "told", "lines": "lines", "solution": "own solution", "commitment": "commitment",
        "yes": "yes", "no": "no",
        "how": "Type what you say. '(silence 4)' is a silence of four seconds, '! ' cuts in, an empty line ends.",
        "listener": "listener", "interrogator": "interrogator", "reworder": "rewords one question",
        "random": "random", "parrot": "parrot", "flatterer": "flatterer", "nodder": "nodder (hm-hm)",
        "silent": "silent one", "adviser": "adviser", "judge": "judge",
        "turn": "turn", "insight_at": "insight at turn {turn}", "never": "no insight",
        "easy": "easy", "normal": "normal", "hard": "hard", "turns": "turns, silences counted",
        "written": "Written: {file}",
        "behaviour": "Behaviour", "text": "Text", "same": "no difference",
        "ends": "ends at {new} instead of {old}",
        "insight_moved": "insight: {new} instead of {old}", "at_turn": "turn {turn}", "not_at_all": "never",
        "brings": "now brings the own solution", "brings_not": "no longer brings the own solution",
        "commits": "now commits", "commits_not": "no longer commits",
        "reached": "now comes to {topic} ({level})", "lost": "no longer comes to {topic} (was {level})",
        "deeper": "goes to {new} on {topic} (was {old})",
        "says_now": "now says, {level}: {line}", "says_no_more": "no longer says, {level}: {line}",
        "and_more": "and {count} more",
        "only_new": "new: {what}", "only_old": "gone: {what}", "changed": "{what}: {new} instead of {old}",
        "lines_changed": "{what}: {added} lines more, {removed} gone",
        "asks_changed": "{what}: {added} example questions more, {removed} gone", "topic": "topic",
    },
}  # fmt: skip

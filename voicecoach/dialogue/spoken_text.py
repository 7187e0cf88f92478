"""Writes out what a voice would say wrong: amounts, times, years, ranges, abbreviations, capitals read as a word.

"€ 12.500, t/m 14.00 uur, KPI"  ->  "12500 euro, tot en met 14 uur, K P I"

Only what espeak-ng says wrong is changed; plain numbers, percentages and most initials it reads well by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from re import Match

from voicecoach.dialogue.spoken_figures import spoken_figures
from voicecoach.dialogue.spoken_words import ABBREVIATIONS, LETTERS, SIGNS, WORDS
from voicecoach.domain.audio import Language

_AMOUNT: Mapping[Language, re.Pattern[str]] = {
    "nl": re.compile(r"([€£$])\s?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-))?(?:\s?(k|mln|miljoen|miljard)\b\.?)?"),
    "en": re.compile(r"([€£$])\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?(?:\s?(k|m|bn|million|billion)\b)?"),
}
_MILLIONS = re.compile(r"([€£$])\s?(\d+[.,]\d+)\s?(k|mln|miljoen|miljard|m|bn|million|billion)\b")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3])[.:]([0-5]\d)(?=\s?(u\b|uur\b|am\b|pm\b|a\.m\.|p\.m\.|h\b)|)", re.I)
_YEAR = re.compile(
    r"(\b(?:in|since|from|until|after|before|year|sinds|uit|vanaf|tot|na|jaar|rond|around|anno)\s)(1[5-9])(\d\d)\b"
    r"(?![\d%]|[.,]\d|\s?(?:euro|pond|dollar|pound))",
    re.I,
)
_RANGE = re.compile(r"\b(\d+)\s?[-–]\s?(\d+)\b(?!-)")
_ORDINAL_NL = re.compile(r"\b(\d+)(?:e|de|ste)\b")
_THOUSANDS = re.compile(r"\b(\d+)k\b")
_TIMES = re.compile(r"\b(\d+)x\b", re.I)
_ROUND_CLOCK = re.compile(r"\b24/7\b")
_CAPITALS = re.compile(r"\b[A-Z]{2,5}s?\b")
_DIGITS_MARK = re.compile(r"[.,]")


def spoken_text(text: str, language: Language) -> str:
    """Return the text as a voice should read it, in the same language; what it reads well stays as it is."""
    for change in (spoken_figures, _millions, _amounts, _clock, _numbers, _signs, _abbreviations, _letters):
        text = change(text, language)
    return " ".join(text.split())


def _amounts(text: str, language: Language) -> str:
    def said(found: Match[str]) -> str:
        sign, whole, part, size = found.groups()
        name = WORDS[language][sign]
        size_word = WORDS[language].get(size or "", size or "")
        cents = f" {int(part)}" if part and part.isdigit() and int(part) else ""
        parts = (_DIGITS_MARK.sub("", whole), size_word, name + cents)
        return " ".join(part for part in parts if part)

    return _AMOUNT[language].sub(said, text)


def _millions(text: str, language: Language) -> str:
    """An amount with a fraction of a large number: £2.5m."""
    words = WORDS[language]
    return _MILLIONS.sub(lambda found: f"{found[2]} {words.get(found[3], found[3])} {words[found[1]]}", text)


def _clock(text: str, language: Language) -> str:
    """A time of day: 14.00 uur, 9:30, 9.30am; a point alone may be a fraction and stays."""

    def said(found: Match[str]) -> str:
        hour, minute, unit = int(found[1]), int(found[2]), found[3] or ""
        if not unit and ":" not in found[0]:
            return found[0]
        if language == "nl":
            return f"{hour} uur {minute}" if minute else f"{hour}{'' if unit else ' uur'}"
        small = f"oh {minute}" if 0 < minute < 10 else str(minute)
        return f"{hour} {small}" if minute else f"{hour}{'' if unit else _oclock(hour)}"

    text = _CLOCK.sub(said, text)
    return re.sub(r"\b(\d+ uur \d+)\s?uur\b", r"\1", text)


def _oclock(hour: int) -> str:
    return " o'clock" if 1 <= hour <= 12 else " hundred hours"


def _numbers(text: str, language: Language) -> str:
    words = WORDS[language]
    text = _ROUND_CLOCK.sub(words["24/7"], text)
    text = _RANGE.sub(rf"\1 {words['to']} \2", text)
    text = _YEAR.sub(lambda found: _year(found, language), text)
    text = _THOUSANDS.sub(rf"\1 {words['k']}", text)
    text = _TIMES.sub(rf"\1 {words['x']}", text)
    if language == "nl":
        text = _ORDINAL_NL.sub(_dutch_ordinal, text)
    return text


def _year(found: Match[str], language: Language) -> str:
    """A year in its two halves, after a word that makes it one."""
    before, century, rest = found.groups()
    if rest == "00":
        return f"{before}{century} {WORDS[language]['00']}"
    small = f"oh {int(rest)}" if language == "en" and int(rest) < 10 else str(int(rest))
    return f"{before}{century} {small}"


def _dutch_ordinal(found: Match[str]) -> str:
    known = WORDS["nl"].get(f"{found[1]}e")
    number = int(found[1])
    return known or f"{number}{'ste' if number >= 20 else 'de'}"


def _signs(text: str, language: Language) -> str:
    for sign, word in SIGNS[language].items():
        text = text.replace(sign, f" {word} ")
    return text


def _abbreviations(text: str, language: Language) -> str:
    for pattern, word in _PATTERNS[language]:
        text = pattern.sub(word, text)
    return text


def _letters(text: str, language: Language) -> str:
    """Capitals that would be read as a word, letter by letter."""
    wanted = LETTERS[language]

    def said(found: Match[str]) -> str:
        bare = found[0].removesuffix("s")
        return " ".join(bare) + ("'s" if found[0] != bare else "") if bare in wanted else found[0]

    return _CAPITALS.sub(said, text)


def _pattern(short: str) -> re.Pattern[str]:
    """The abbreviation as a word of its own, in either case at its head; its last point may be missing."""
    body = re.escape(short.removesuffix(".")) + (r"(?:\.(?!\w)|(?!\w))" if short.endswith(".") else r"(?!\w)")
    return re.compile(rf"(?<![\w.]){body}", re.I if short.islower() else 0)


_PATTERNS: Mapping[Language, list[tuple[re.Pattern[str], str]]] = {
    language: [(_pattern(short), table[short]) for short in sorted(table, key=len, reverse=True)]
    for language, table in ABBREVIATIONS.items()
}

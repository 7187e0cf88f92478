"""Writes out figures that a voice would read as sums, ranges or one huge number: dates, telephone numbers, halves.

"12-03-2026, 06-12345678, 50/50"  ->  "12 maart 2026, 0 6, 1 2, 3 4, 5 6, 7 8, 50 50"
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from re import Match

from voicecoach.domain.audio import Language

_MONTHS: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_DAYS: Mapping[Language, Mapping[str, str]] = {
    "nl": dict(ma="maandag", di="dinsdag", wo="woensdag", do="donderdag", vr="vrijdag", za="zaterdag", zo="zondag"),
    "en": dict(
        mon="Monday", tue="Tuesday", wed="Wednesday", thu="Thursday", fri="Friday", sat="Saturday", sun="Sunday"
    ),
}
_FRACTIONS: Mapping[Language, Mapping[str, str]] = {
    "nl": {"1/2": "een half", "1/3": "een derde", "2/3": "twee derde", "1/4": "een kwart", "3/4": "driekwart"},
    "en": {"1/2": "half", "1/3": "a third", "2/3": "two thirds", "1/4": "a quarter", "3/4": "three quarters"},
}
_TO: Mapping[Language, str] = {"nl": "tot", "en": "to"}
_BEFORE_A_NUMBER: Mapping[Language, Mapping[str, str]] = {
    "nl": {"nr.": "nummer", "no.": "nummer", "#": "nummer", "min.": "minimaal", ">": "meer dan", "<": "minder dan"},
    "en": {"no.": "number", "#": "number", "min.": "at least", "ext.": "extension", ">": "more than", "<": "less than"},
}
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DATE = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_TELEPHONE = re.compile(
    r"(?<![\w.,€£$])(?:\+\d{2} ?(?:\(0\))? ?\d{1,3}|0\d{1,4})[- ]?\d{2,8}(?:[- ]?\d{2,8})*(?![\w%]|[.,]\d)"
)
_LEAST_DIGITS, _MOST_DIGITS, _WHOLE_PART = 8, 13, 4
_SPAN_OF_DAYS = re.compile(r"\b([A-Za-z]{2,3})\.?\s?(-|–|t/m)\s?([A-Za-z]{2,3})\b")
_SPAN_OF_QUARTERS = re.compile(r"\b(Q[1-4])\s?[-–]\s?(Q[1-4])\b")
_SHARE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])")


def spoken_figures(text: str, language: Language) -> str:
    """Return the text with these figures in words, in the same language."""
    text = _ISO_DATE.sub(lambda found: _date(found[0], found[3], found[2], found[1], language), text)
    text = _DATE.sub(lambda found: _date(found[0], found[1], found[2], found[3], language), text)
    text = _TELEPHONE.sub(_digits, text)
    text = _SPAN_OF_QUARTERS.sub(rf"\1 {_TO[language]} \2", text)
    text = _SPAN_OF_DAYS.sub(lambda found: _days(found, language), text)
    text = _SHARE.sub(lambda found: _share(found, language), text)
    for short, word in _BEFORE_A_NUMBER[language].items():
        text = re.sub(rf"(?<!\w){re.escape(short)}\s?(?=\d)", f"{word} ", text, flags=re.I)
    return text


def _date(written: str, first: str, second: str, year: str, language: Language) -> str:
    """A date; the day comes first, as in both languages' countries here, unless the second number can be no month."""
    day, month = (int(second), int(first)) if int(second) > len(_MONTHS[language]) else (int(first), int(second))
    if not (1 <= day <= 31 and 1 <= month <= len(_MONTHS[language])):
        return written
    return f"{day} {_MONTHS[language][month - 1]} {year}"


def _digits(found: Match[str]) -> str:
    """A telephone number digit by digit, with a pause where the number has one, and after each two of a long part."""
    parts = re.findall(r"\d+", found[0])
    if not _LEAST_DIGITS <= sum(map(len, parts)) <= _MOST_DIGITS:
        return found[0]
    pieces = [part[at : at + size] for part in parts for size in [_piece(part)] for at in range(0, len(part), size)]
    said = ", ".join(" ".join(piece) for piece in pieces)
    return f"plus {said}" if found[0].startswith("+") else said


def _piece(part: str) -> int:
    return len(part) if len(part) <= _WHOLE_PART else 2


def _days(found: Match[str], language: Language) -> str:
    first, last = (_DAYS[language].get(found[n].lower()) for n in (1, 3))
    to = "tot en met" if language == "nl" else "to"
    return f"{first} {to} {last}" if first and last else found[0]


def _share(found: Match[str], language: Language) -> str:
    """Fifty-fifty and the common fractions; any other stays, for it may be a date."""
    if int(found[1]) + int(found[2]) == 100:
        return f"{found[1]} {found[2]}"
    return _FRACTIONS[language].get(found[0], found[0])

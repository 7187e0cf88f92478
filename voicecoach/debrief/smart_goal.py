"""Whether the words of a goal or an agreement make it SMART: by rules a trainer can read, which can be wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from voicecoach.domain.audio import Language

SmartPart = Literal["specific", "measurable", "acceptable", "realistic", "timed"]

_DIGITS = r"\d+([.,]\d+)?\s*%?"

_NL: dict[SmartPart, str] = {
    "specific": r"noemt?|noemen|genoemd|benoemt|benoemd|vertelt?|vertellen|verteld|zegt|zeggen|gezegd|kiest|kiezen|"
    r"gekozen|belt|bellen|vraagt?|vragen|gevraagd|geeft?|geven|gegeven|stelt?|stellen|gesteld|bedacht|bedenkt|bedenken|"
    r"maakt|maken|schrijft|schrijven|spreekt|plant|plannen|weet|legt|deelt|delen|beoordeeld|beoordeel|vat|samenvat|"
    r"luister|luisteren|uitgelegd|antwoordt|beantwoordt?|gebeld",
    "measurable": rf"{_DIGITS}|één|een keer|een ding|een (?:eerste|volgende) stap|twee|drie|vier|vijf|zes|tien|"
    r"geen enkele?|geen|nul|minstens|ten minste|hooguit|maximaal|de helft|elke|iedere",
    "acceptable": r"ik|zelf|zijn eigen|haar eigen|eigen woorden|samen",
    "timed": r"eind van|einde van|kwartier|minuten|minuut|dit gesprek|vandaag|morgen|vanmiddag|deze week|week|weken|"
    r"maand|maanden|kwartaal|maandag|dinsdag|woensdag|donderdag|vrijdag|uiterlijk|binnen|over een uur",
}
_EN: dict[SmartPart, str] = {
    "specific": r"names?|named|tells?|told|says?|said|chooses?|chosen|calls?|asks?|asked|gives?|given|makes?|made|"
    r"writes?|speaks?|plans?|knows?|shares?|judged?|sums?|listen|listens|explained?|picks?|answers?|answered|called",
    "measurable": rf"{_DIGITS}|one|once|two|three|four|five|six|ten|zero|none|a single|a (?:first|next) step|no|"
    r"at least|at most|half|every|each",
    "acceptable": r"i|himself|herself|themselves|his own|her own|their own|own words|together",
    "timed": r"end of|quarter of an hour|minutes?|this talk|this conversation|today|tomorrow|this afternoon|weeks?|"
    r"months?|quarter|monday|tuesday|wednesday|thursday|friday|by|within|in an hour",
}
_NO_SPAN: dict[Language, str] = {
    "nl": r"(?!\s*(?:uur|uren|kwartier|minuut|minuten|dag|dagen|week|weken|maand|maanden|jaar)(?!\w))",
    "en": r"(?!\s*(?:hours?|minutes?|days?|weeks?|months?|years?)(?!\w))",
}
"""What may not follow a count: 'in four weeks' is a time, and measures nothing."""
_RULES: dict[Language, dict[SmartPart, str]] = {"nl": _NL, "en": _EN}
_PARTS: tuple[SmartPart, ...] = ("specific", "measurable", "acceptable", "realistic", "timed")


@dataclass(frozen=True, slots=True)
class SmartFinding:
    """One letter of SMART. holds: None where words alone cannot tell. found: the words that made it so."""

    part: SmartPart
    holds: bool | None
    found: str = ""


@dataclass(frozen=True, slots=True)
class SmartVerdict:
    """The five letters in order."""

    findings: tuple[SmartFinding, ...]

    @property
    def is_smart(self) -> bool:
        """Whether no letter that words can tell of is missing."""
        return all(finding.holds is not False for finding in self.findings)

    @property
    def missing(self) -> tuple[SmartPart, ...]:
        """The letters that the words do not show."""
        return tuple(finding.part for finding in self.findings if finding.holds is False)


def smart_verdict(text: str, language: Language) -> SmartVerdict:
    """Look for words that make a goal specific, measurable, one's own and timed; realistic is never judged."""
    return SmartVerdict(tuple(_finding(part, text, language) for part in _PARTS))


def _finding(part: SmartPart, text: str, language: Language) -> SmartFinding:
    rule = _RULES[language].get(part)
    if rule is None:
        return SmartFinding(part, None)
    after = _NO_SPAN[language] if part == "measurable" else ""
    match = re.search(rf"(?<!\w)(?:{rule})(?!\w){after}", text, re.IGNORECASE)
    return SmartFinding(part, match is not None, match.group().strip() if match else "")

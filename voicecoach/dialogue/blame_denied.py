"""Words that deny blame: "nobody has complained", "ik ben niet boos op je", "dit is geen beoordelingsgesprek".

They hold the very words of blame, so that by its words alone such a sentence looks like a judgement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from voicecoach.dialogue.floor_words import words_of
from voicecoach.domain.audio import Language

_ADVERB = r"(?:(?:hier|echt|helemaal|absoluut|toch|really|at all|here|honestly|one bit) )?"
_DENIED: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        r"niemand (?:klaagt|heeft (?:\w+ )*(?:geklaagd|gezegd|klachten))",
        r"niemand (?:is|was) (?:\w+ )*(?:boos|kwaad)",
        rf"(?:is|zijn|was) {_ADVERB}(?:niks|niets) {_ADVERB}(?:mis|aan de hand|fout|verkeerd)",
        r"(?:is|zijn|was|waren) geen (?:enkele )?klacht(?:en)?",
        rf"(?:je|jij|u) (?:hebt|heb|heeft|doet|deed) {_ADVERB}(?:niks|niets) {_ADVERB}(?:fout|verkeerd|misdaan)",
        rf"ik ben {_ADVERB}niet (?:boos|kwaad|teleurgesteld)",
        r"(?:je|jij) (?:zit niet in de|hebt geen|krijgt geen) (?:problemen|straf|waarschuwing)",
        r"(?:dit|het|dat) is geen (?:beoordeling|beoordelingsgesprek|functioneringsgesprek|strafgesprek|kruisverhoor)",
        r"(?:dit|het|dat) is geen (?:techniek|truc|trucje|examen|test)",
    ),
    "en": (
        rf"(?:nobody|no one)(?:'s| is| has| have)? {_ADVERB}(?:been )?(?:complain\w*|angry|cross|mad|said anything)",
        rf"nothing(?:'s| is| was) {_ADVERB}(?:wrong|the matter|amiss)",
        r"(?:there(?:'s| is| are| were)|there have been) no complaints?",
        r"you(?:'ve| have|'d| had)? (?:done|did) nothing wrong",
        r"you (?:haven't|didn't|have not|did not) (?:done|do) anything wrong",
        rf"(?:i'm|i am) {_ADVERB}not {_ADVERB}(?:cross|angry|mad|disappointed|upset)",
        r"you(?:'re| are) not in (?:any )?trouble",
        r"(?:this|it|that)(?:'s| is) (?:not an?|no) (?:appraisal|telling-off|interrogation|disciplinary|trick|test)",
        r"(?:this|it|that) isn't an? (?:appraisal|telling-off|interrogation|disciplinary|trick|technique|test)",
    ),
}
_PATTERNS = {language: re.compile(rf"\b(?:{'|'.join(found)})\b") for language, found in _DENIED.items()}


def denies_blame(text: str, language: Language) -> bool:
    """Whether these words say that nobody blames him."""
    return bool(_PATTERNS[language].search(" ".join(words_of(text))))

"""What a manager can say back to the coachee: the feeling a line shows, the line seen from the other side, its tail."""

from __future__ import annotations

import re
from collections.abc import Mapping

from voicecoach.domain.audio import Language

_TURNED: dict[Language, Mapping[str, str]] = {
    "nl": {
        "ik": "je", "mij": "jou", "me": "je", "mijn": "je", "mezelf": "jezelf", "m'n": "je",
        "ben": "bent", "heb": "hebt", "word": "wordt", "vind": "vindt", "weet": "weet", "sta": "staat",
        "zit": "zit", "ga": "gaat", "doe": "doet", "zie": "ziet", "zeg": "zegt", "denk": "denkt", "voel": "voelt",
        "kom": "komt", "krijg": "krijgt", "werk": "werkt", "lig": "ligt", "rijd": "rijdt", "mis": "mist",
        "hoor": "hoort", "maak": "maakt", "loop": "loopt", "schaam": "schaamt", "hoop": "hoopt", "bel": "belt",
        "jij": "ik", "jou": "mij", "jouw": "mijn",
    },
    "en": {
        "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are", "i'm": "you're",
        "i've": "you've", "i'd": "you'd", "i'll": "you'll", "you": "me", "your": "my",
    },
}  # fmt: skip
_LONGEST = 14


def from_his_side(line: str, language: Language) -> str:
    """Return the weightiest sentence of a line as the listener would say it; empty for a line without words."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", line) if not s.endswith("?")]
    longest = max(sentences, key=lambda s: len(s.split()), default="")
    turned = _TURNED[language]
    words = [word for word in re.findall(r"[\w'’%-]+", longest)][:_LONGEST]
    return " ".join(turned.get(word.lower(), word if n else word[0].lower() + word[1:]) for n, word in enumerate(words))


def seen_from_the_other_side(line: str, language: Language) -> str:
    """Return the line word by word as the listener would say it, without its marks."""
    turned = _TURNED[language]
    return " ".join(turned.get(word.lower(), word) for word in re.findall(r"[\w'’%-]+", line))


def last_words(line: str, count: int) -> str:
    """Return the last words of a line, at most `count`, as a sentence of their own; empty for a line without words."""
    words = re.findall(r"[\w'’%-]+", line)[-count:]
    if not words:
        return ""
    tail = " ".join(words)
    return f"{tail[0].upper()}{tail[1:]}."

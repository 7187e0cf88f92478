"""Words about the floor and not about the matter: backchannels, and the words that end a round."""

from __future__ import annotations

import re

from voicecoach.domain.audio import Language

_BACKCHANNELS: dict[Language, str] = {
    "nl": " hm hmm hm-hm mm mmm mhm uhu aha ja jaja oké oke ok precies juist nee nou o oh zo goed snap ik ",
    "en": " hm hmm hm-hm mm mmm mhm uh-huh aha yes yeah yep okay ok right exactly sure oh i see no ",
}
_STOPS: dict[Language, frozenset[str]] = {
    "nl": frozenset({"stop", "einde", "stop maar", "einde gesprek", "einde oefening", "stop de oefening"}),
    "en": frozenset({"stop", "end", "stop now", "the end", "end session", "end of session", "stop the session"}),
}
_GREETINGS: dict[Language, re.Pattern[str]] = {
    "nl": re.compile(r"(hoi+|hallo|ha+i?|hé|hee+|hey|dag|welkom|(goe(de|die|ie)n? ?)(morgen|middag|avond|dag))( |$)"),
    "en": re.compile(r"(hi+|hiya|hello|hey|welcome|(good )?(morning|afternoon|evening)|good day)( |$)"),
}
_GREETING_WORDS = 12
"""A turn that greets and holds more words than these is about more than the greeting."""


def words_of(text: str) -> tuple[str, ...]:
    """Return the words in lower case, without punctuation."""
    return tuple(re.findall(r"[\w'-]+", text.lower()))


def is_backchannel(text: str, language: Language) -> bool:
    """Whether these words, at most four, only say that the listener is still there."""
    words = words_of(text)
    return 0 < len(words) <= 4 and all(f" {word} " in _BACKCHANNELS[language] for word in words)


def is_greeting(text: str, language: Language) -> bool:
    """Whether this short turn begins with a greeting, whoever it names and whatever small talk follows."""
    words = words_of(text)
    return len(words) <= _GREETING_WORDS and bool(_GREETINGS[language].match(" ".join(words)))


def is_stop(text: str, language: Language) -> bool:
    """Whether these words, and nothing else, ask to end the round."""
    return " ".join(words_of(text)) in _STOPS[language]

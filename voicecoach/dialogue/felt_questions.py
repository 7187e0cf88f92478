"""The three questions after a swapped round: how it felt to be coached like this."""

from __future__ import annotations

from collections.abc import Mapping

from voicecoach.domain.audio import Language

FELT_QUESTIONS: Mapping[Language, tuple[str, ...]] = {
    "nl": (
        "Hoe voelde je je in dit gesprek?",
        "Wanneer voelde je je gehoord, en wanneer niet?",
        "Hoeveel zin heb je om te doen wat er nu ligt, van één tot vijf?",
    ),
    "en": (
        "How did you feel in this talk?",
        "When did you feel heard, and when not?",
        "How keen are you to do what lies there now, from one to five?",
    ),
}
INTRODUCES: Mapping[Language, str] = {
    "nl": "Tot zover het gesprek. Nog drie vragen, over hoe het voelde.",
    "en": "That was the talk. Three questions now, on how it felt.",
}
THANKS: Mapping[Language, str] = {"nl": "Dank je wel.", "en": "Thank you."}
NOT_CAUGHT: Mapping[Language, tuple[str, ...]] = {
    "nl": ("Sorry, dat verstond ik niet. Kun je het nog eens zeggen?", "Ik heb het niet goed gehoord. Wat zei je?"),
    "en": ("Sorry, I did not catch that. Could you say it again?", "I did not hear that well. What did you say?"),
}

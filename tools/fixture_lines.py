"""What is said in the recordings of audio_fixtures/, and how; chosen among many lines because Whisper base hears it.

Kinds: `round` is the demonstration round in order; the others are the move that a turn makes, or what it is if no turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FixtureLine:
    """One spoken recording.

    name: file name without ending. kind: `round`, or what the clip is for. move: what the coach does in it.
    words: what is said. words_per_minute: speed, for the Dutch voice.
    """

    name: str
    language: Literal["nl", "en"]
    kind: str
    move: str
    words: str
    words_per_minute: int = 130


LINES: tuple[FixtureLine, ...] = (
    FixtureLine("nl_round_1", "nl", "round", "process", "Zullen we samen kijken wat er nodig is?"),
    FixtureLine("nl_round_2", "nl", "round", "open_question", "Vertel eens, hoe gaat het met de verkoop?"),
    FixtureLine("nl_round_3", "nl", "round", "open_question", "Vertel eens, wat is er moeilijk?"),
    FixtureLine("nl_round_4", "nl", "round", "reflection", "Dus de klanten kopen niet, en dat is moeilijk."),
    FixtureLine("nl_round_5", "nl", "round", "open_question", "Vertel eens, hoe komt het?"),
    FixtureLine("nl_round_6", "nl", "round", "reflection", "Dus je denkt dat het niet goed genoeg is."),
    FixtureLine("nl_round_7", "nl", "round", "open_question", "Wat heb je nodig om dat te doen?"),
    FixtureLine("nl_round_8", "nl", "round", "process", "Zullen we volgende week samen kijken hoe het gaat?"),
    FixtureLine("nl_advice", "nl", "bad", "advice", "Ik denk dat het beter is om een plan te maken."),
    FixtureLine("nl_assumption", "nl", "bad", "assumption", "Je bent bang dat het niet goed genoeg is."),
    FixtureLine("nl_judgement", "nl", "bad", "judgement", "Dat is niet goed genoeg."),
    FixtureLine("nl_leading", "nl", "bad", "leading_question", "Denk je niet dat het beter is om een plan te maken?"),
    FixtureLine("nl_cut_off", "nl", "cut_off", "other", "Ik denk dat het moeilijk is, dus..."),
    FixtureLine("nl_stop", "nl", "stop", "other", "Stop."),
    FixtureLine("en_round_1", "en", "round", "process", "Good morning. What would you like to get out of this talk?"),
    FixtureLine("en_round_2", "en", "round", "open_question", "How do you look back on this quarter?"),
    FixtureLine("en_round_3", "en", "round", "open_question", "What makes it so hard to reach your target?"),
    FixtureLine("en_round_4", "en", "round", "reflection", "So you feel that you have to do it all on your own."),
    FixtureLine(
        "en_round_5", "en", "round", "open_question", "Tell me more about that. What happens when you call a customer?"
    ),
    FixtureLine("en_round_6", "en", "round", "reflection", "It sounds like that takes a lot of your energy."),
    FixtureLine("en_round_7", "en", "round", "open_question", "What would you like to do differently yourself?"),
    FixtureLine("en_round_8", "en", "round", "process", "Shall we agree to meet again next week and see how it went?"),
    FixtureLine("en_advice", "en", "bad", "advice", "If I were you, I would call ten old customers every morning."),
    FixtureLine("en_assumption", "en", "bad", "assumption", "You are obviously just afraid of the phone."),
    FixtureLine("en_judgement", "en", "bad", "judgement", "That is simply not good enough."),
    FixtureLine("en_leading", "en", "bad", "leading_question", "Don't you think you should plan your week better?"),
    FixtureLine("en_cut_off", "en", "cut_off", "other", "I would like to understand that better, because"),
    FixtureLine("en_stop", "en", "stop", "other", "Stop."),
)

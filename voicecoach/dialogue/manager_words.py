"""What the scripted managers say, in Dutch and English, beside what they take from the persona's own questions."""

from __future__ import annotations

from voicecoach.domain.audio import Language

ADVICE: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Als ik jou was zou ik elke ochtend tien klanten bellen.",
        "Je moet gewoon een betere planning maken.",
        "Heb je al eens geprobeerd om met een lijstje te werken?",
        "Mijn tip is om eerst je beste klanten te doen.",
        "Wat bij mij altijd werkte is vroeg beginnen.",
        "Waarom vraag je niet gewoon een collega om hulp?",
        "Ik zou er vandaag nog mee beginnen.",
    ),
    "en": (
        "If I were you I would call ten customers every morning.",
        "You just need to make a better plan.",
        "Have you tried working with a list?",
        "My tip is to start with your best customers.",
        "What always worked for me is starting early.",
        "Why don't you simply ask a colleague for help?",
        "I would start with that today.",
    ),
}
JUDGEMENT: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Dat vind ik een slap excuus.",
        "Je collega's kunnen dit wel, en jij niet.",
        "Dit is gewoon niet goed genoeg.",
        "Je hebt er gewoon geen zin meer in.",
        "Daar ben je zelf schuld aan.",
        "Je doet veel te weinig je best.",
        "Zo kan het echt niet langer, dit is ondermaats.",
    ),
    "en": (
        "That is a poor excuse.",
        "Your colleagues can do this and you can't.",
        "That is simply not good enough.",
        "You obviously don't feel like it any more.",
        "You have only yourself to blame.",
        "You are not trying hard enough.",
        "It can't go on like this, your work is below standard.",
    ),
}
PRAISE: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Wat goed dat je er bent.",
        "Knap hoor, echt waar.",
        "Ik waardeer je enorm.",
        "Goed bezig!",
        "Je bent een topper.",
        "Wat fijn dat je dat zo zegt.",
    ),
    "en": (
        "So good that you are here.",
        "Well done, really.",
        "I appreciate you a lot.",
        "Great job!",
        "You're a star.",
        "How good of you to say that.",
    ),
}
NODS: dict[Language, tuple[str, ...]] = {
    "nl": ("Hm-hm.", "Ja.", "Hm, ja.", "Oké.", "Hm."),
    "en": ("Hm-hm.", "Yes.", "Mm, yeah.", "Okay.", "Mm."),
}
GIVES_BACK_FEELING: dict[Language, tuple[str, ...]] = {
    "nl": ("Dus er zit ook iets van {feeling} in, hoor ik.", "Dus dat voelt als: {feeling}."),
    "en": ("It sounds like that made you feel {feeling}.", "It sounds like you felt {feeling}."),
}
GIVES_BACK: dict[Language, str] = {"nl": "Dus {words}.", "en": "It sounds like {words}."}
SO: dict[Language, str] = {"nl": "Dus", "en": "So"}
FOLLOWS: dict[Language, tuple[str, ...]] = {
    "nl": ("Wat maakt dat zo?", "Hoe ging dat dan?", "Wat doet dat met je?", "Wat zit daar nog meer achter?"),
    "en": ("What makes it so?", "How did that go?", "What does that do to you?", "What is behind that?"),
}
BEGINS: dict[Language, tuple[str, str]] = {
    "nl": (
        "We hebben een kwartier, en wat je zegt blijft tussen ons. Is dat goed?",
        "Wat wil jij uit dit gesprek halen?",
    ),
    "en": (
        "We have fifteen minutes, and what you say stays between us. Is that all right?",
        "What would you like to get out of this conversation?",
    ),
}
CLOSES: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Zullen we dat zo afspreken?",
        "Laten we afspreken wanneer we hierop terugkomen. Is dat goed?",
        "Zullen we vastleggen wat we hebben afgesproken?",
    ),
    "en": (
        "Shall we make that our agreement?",
        "Let's agree when we come back to this. Is that all right?",
        "Shall we write down what we agreed?",
    ),
}
OPEN_WORDS: dict[Language, tuple[str, ...]] = {
    "nl": ("wat ", "hoe ", "welke ", "vertel ", "waarin ", "waar ", "waardoor ", "beschrijf "),
    "en": ("what ", "how ", "tell me", "in what ", "describe ", "which "),
}
"""How questions begin that invite to tell."""

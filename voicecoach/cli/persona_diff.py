"""`voicecoach persona diff`: what changed in a persona's behaviour between two versions, and in short in the text."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from voicecoach.cli.command import add_language
from voicecoach.cli.persona_action import PersonaAction, say
from voicecoach.cli.persona_bench_texts import BENCH_TEXTS
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.dialogue.behaviour_changes import SaidLine, TalkChange
    from voicecoach.dialogue.persona_changes import TextChange
    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import Level

_SHOWN = 5
"""Lines listed a manager, unless --full."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("old", metavar="OLD", help="a persona's id or file")
    parser.add_argument("new", metavar="NEW", help="the other version")
    parser.add_argument("--difficulty", choices=("easy", "normal", "hard"), default="normal")
    parser.add_argument("--full", action="store_true", help="list every line that is said otherwise")
    add_language(parser, "language of the words around it (otherwise the persona's own)")


def run(args: argparse.Namespace) -> int:
    """Show the differences; return 0 for none in behaviour, 1 for some."""
    from voicecoach.dialogue.persona_changes import text_changes  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.persona_bench import PersonaBench  # noqa: PLC0415 - heavy
    from voicecoach.wiring.personas import find_persona  # noqa: PLC0415 - heavy

    old, new = find_persona(args.old), find_persona(args.new)
    if old.language != new.language:
        raise InputError(
            f"{args.old} speaks {old.language} and {args.new} speaks {new.language}.",
            "Compare two versions in one language.",
        )
    language: Language = args.lang or new.language
    changes = PersonaBench().changes(old, new, args.difficulty)
    _show(
        BENCH_TEXTS[language]["behaviour"], list(_behaviour(changes, language, None if args.full else _SHOWN)), language
    )
    _show(BENCH_TEXTS[language]["text"], [_text(change, language) for change in text_changes(old, new)], language)
    return int(any(change.is_any for change in changes))


def _show(title: str, lines: Sequence[str], language: Language) -> None:
    say(title)
    for line in lines or [BENCH_TEXTS[language]["same"]]:
        say(f"  {line}")


def _behaviour(changes: Sequence[TalkChange], language: Language, shown: int | None) -> Iterator[str]:
    texts = BENCH_TEXTS[language]
    for change in changes:
        if change.is_any:
            yield texts.get(change.manager, change.manager)
            yield from (f"  {line}" for line in _fares(change, texts))
            yield from (f"  {line}" for line in _topics(change, texts))
            yield from (f"  {line}" for line in _said(change.said, texts["says_now"], texts, shown))
            yield from (f"  {line}" for line in _said(change.unsaid, texts["says_no_more"], texts, shown))


def _fares(change: TalkChange, texts: dict[str, str]) -> Iterator[str]:
    if change.openness[0] != change.openness[1]:
        yield texts["ends"].format(old=change.openness[0], new=change.openness[1])
    if change.insight[0] != change.insight[1]:
        old, new = (texts["not_at_all"] if at is None else f"{texts['turn']} {at}" for at in change.insight)
        yield texts["insight_moved"].format(old=old, new=new)
    for (was, is_so), key in ((change.own_solution, "brings"), (change.committed, "commits")):
        if was != is_so:
            yield texts[key if is_so else f"{key}_not"]


def _topics(change: TalkChange, texts: dict[str, str]) -> Iterator[str]:
    for topic, was, now in change.topics:
        if was is None and now is not None:
            yield texts["reached"].format(topic=topic, level=_level(now, texts))
        elif now is None and was is not None:
            yield texts["lost"].format(topic=topic, level=_level(was, texts))
        elif was is not None and now is not None:
            yield texts["deeper"].format(topic=topic, new=_level(now, texts), old=_level(was, texts))


def _said(lines: Sequence[SaidLine], form: str, texts: dict[str, str], shown: int | None) -> Iterator[str]:
    for line in lines[:shown]:
        yield form.format(level=_level(line.level, texts), line=line.text)
    if shown is not None and len(lines) > shown:
        yield texts["and_more"].format(count=len(lines) - shown)


def _level(level: Level, texts: dict[str, str]) -> str:
    return texts[level.name.lower()]


def _text(change: TextChange, language: Language) -> str:
    form = BENCH_TEXTS[language][change.way]
    return form.format(what=change.what, old=change.old, new=change.new, added=change.added, removed=change.removed)


ACTION = PersonaAction(
    "diff",
    "Tell what two versions of a persona do differently, manager by manager; status 1 when anything does.",
    "voicecoach persona diff joris my/joris.yaml",
    configure,
    run,
)

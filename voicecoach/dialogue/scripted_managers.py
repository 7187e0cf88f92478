"""Managers who each have one way of talking: what such a manager says next, whoever he talks to.

Pure: the same talk so far gives the same next line. Chance comes in as a seed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from voicecoach.dialogue.giving_back import from_his_side, last_words
from voicecoach.dialogue.manager_words import (
    ADVICE,
    BEGINS,
    CLOSES,
    FOLLOWS,
    GIVES_BACK,
    GIVES_BACK_FEELING,
    JUDGEMENT,
    NODS,
    PRAISE,
    SO,
)
from voicecoach.dialogue.script_lines import ScriptLine
from voicecoach.dialogue.talk_so_far import TalkSoFar
from voicecoach.domain.openness import ReplyKind


class Manager(StrEnum):
    """The ways of talking, the one that draws him out first."""

    LISTENER = "listener"
    INTERROGATOR = "interrogator"
    REWORDER = "reworder"
    RANDOM = "random"
    PARROT = "parrot"
    FLATTERER = "flatterer"
    NODDER = "nodder"
    SILENT = "silent"
    ADVISER = "adviser"
    JUDGE = "judge"


SILENCE = ScriptLine("", silence_ms=4000)
_TELLS = frozenset({ReplyKind.TOPIC, ReplyKind.SILENCE})


def next_line(manager: Manager, talk: TalkSoFar) -> ScriptLine | None:
    """Return what the manager says next, `silence_ms` set where he keeps silent; None once the coachee committed."""
    if talk.heard.kind is ReplyKind.COMMITMENT:
        return None
    return _RULES[manager](talk)


def _listens(talk: TalkSoFar) -> ScriptLine:
    """Aim first; then a question, room for the answer, what it means given back, and on from there."""
    begins = BEGINS[talk.material.language]
    if talk.turns < len(begins):
        return ScriptLine(begins[talk.turns])
    if talk.count(ReplyKind.SOLUTION):
        return _draws_out_solution(talk)
    last = talk.exchanges[-1].line
    if last is None or talk.heard.kind not in _TELLS:
        return _asks_on(talk)
    if last.silence_ms is not None:
        return _gives_back(talk)
    if last.text.endswith("?"):
        questions = sum(e.line is not None and e.line.text.endswith("?") for e in talk.exchanges)
        return _gives_back(talk) if questions % 2 else SILENCE
    return _asks_on(talk)


def _draws_out_solution(talk: TalkSoFar) -> ScriptLine:
    found = next(n for n, e in enumerate(talk.exchanges) if e.reply.kind is ReplyKind.SOLUTION)
    asked = talk.turns - found
    ways_out, closes = talk.material.ways_out, CLOSES[talk.material.language]
    return ScriptLine(ways_out[asked] if asked < len(ways_out) else _nth(closes, asked - len(ways_out)))


def _gives_back(talk: TalkSoFar) -> ScriptLine:
    """The feeling that the line shows, else what he told; after a mere word to fill the silence, on with the talk."""
    language, text = talk.material.language, talk.heard.text
    feeling = next((f for line, f in talk.material.feelings.items() if line in text), "")
    if feeling:
        ways = GIVES_BACK_FEELING[language]
        return ScriptLine(ways[talk.turns % len(ways)].format(feeling=feeling))
    words = from_his_side(text, language) if talk.heard.kind is ReplyKind.TOPIC else ""
    return ScriptLine(GIVES_BACK[language].format(words=words)) if words else _asks_on(talk)


def _asks_on(talk: TalkSoFar) -> ScriptLine:
    """Deeper into what he goes on about by himself; else the next topic that did not come up yet."""
    said = {exchange.line.text for exchange in talk.exchanges if exchange.line}
    told = {exchange.reply.topic for exchange in talk.exchanges if exchange.reply.kind is not ReplyKind.SILENCE}
    asks = [ask for topic, asks in talk.material.questions.items() if topic not in told for ask in asks[:2]]
    new = [ask for ask in asks if ask not in said]
    deeper = [follow for follow in FOLLOWS[talk.material.language] if follow not in said]
    goes_deeper = deeper and talk.heard.kind in _TELLS
    choice = deeper if goes_deeper else new or deeper or FOLLOWS[talk.material.language]
    return ScriptLine(choice[0])


def _interrogates(talk: TalkSoFar) -> ScriptLine:
    """Open questions one after the other, over all topics."""
    topics = list(talk.material.questions.values())
    return ScriptLine(_nth(topics[talk.turns % len(topics)], talk.turns // len(topics))) if topics else SILENCE


def _rewords(talk: TalkSoFar) -> ScriptLine:
    """One question, in other words each time."""
    topics = list(talk.material.questions.values())
    return ScriptLine(_nth(max(topics, key=len), talk.turns)) if topics else SILENCE


def _parrots(talk: TalkSoFar) -> ScriptLine:
    """His last words, as they stood, and in turn with a "so" before them."""
    heard = [exchange.reply.text for exchange in talk.exchanges if exchange.reply.text]
    words = last_words(heard[-1], 6) if heard else ""
    if not words:
        return _nods(talk)
    return ScriptLine(words if talk.turns % 2 == 0 else f"{SO[talk.material.language]} {words[0].lower()}{words[1:]}")


def _nods(talk: TalkSoFar) -> ScriptLine:
    return ScriptLine(_nth(NODS[talk.material.language], talk.turns))


def _keeps_silent(_talk: TalkSoFar) -> ScriptLine:
    return SILENCE


def _flatters(talk: TalkSoFar) -> ScriptLine:
    return ScriptLine(_nth(PRAISE[talk.material.language], talk.turns))


def _advises(talk: TalkSoFar) -> ScriptLine:
    return ScriptLine(_nth(ADVICE[talk.material.language], talk.turns))


def _judges(talk: TalkSoFar) -> ScriptLine:
    return ScriptLine(_nth(JUDGEMENT[talk.material.language], talk.turns))


def _talks_at_random(talk: TalkSoFar) -> ScriptLine:
    """Any of the other ways, line by line; the same for the same seed."""
    ways = tuple(rule for manager, rule in _RULES.items() if manager is not Manager.RANDOM)
    return ways[_chance(talk.seed, talk.turns) % len(ways)](talk)


def _chance(seed: int, turn: int) -> int:
    """A whole number that looks like chance: two rounds of a multiplicative hash over 32 bits."""
    mixed = (seed * 2_654_435_761 + turn * 40_503 + 97) & 0xFFFFFFFF
    mixed = ((mixed ^ (mixed >> 16)) * 2_246_822_519) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 13)) >> 3


def _nth(lines: Sequence[str], n: int) -> str:
    return lines[n % len(lines)]


_RULES: Mapping[Manager, Callable[[TalkSoFar], ScriptLine]] = {
    Manager.LISTENER: _listens,
    Manager.INTERROGATOR: _interrogates,
    Manager.REWORDER: _rewords,
    Manager.RANDOM: _talks_at_random,
    Manager.PARROT: _parrots,
    Manager.FLATTERER: _flatters,
    Manager.NODDER: _nods,
    Manager.SILENT: _keeps_silent,
    Manager.ADVISER: _advises,
    Manager.JUDGE: _judges,
}

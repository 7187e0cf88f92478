"""The table of `voicecoach replay --again`: each turn as it went, and as it would go today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from voicecoach.cli.replay_texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from voicecoach.domain.audio import Language
    from voicecoach.domain.moves import Move
    from voicecoach.wiring.replays import Hearing, SecondHearing, TrainerWords


_NOTHING = "-"


def table_of(hearings: Sequence[SecondHearing], language: Language, names: TrainerWords) -> Table:
    """Return the table: what stays the same once, what differs with then above now."""
    from rich.table import Table  # noqa: PLC0415 - heavy

    texts = TEXTS[language]
    table = Table(show_lines=True)
    for name in ("turn", "words", "moves", "openness", "reply"):
        table.add_column(texts[name], overflow="fold", justify="right" if name == "turn" else "left")
    for each in hearings:
        table.add_row(*_row(each, language, names), style=None if each.differs else "dim")
    return table


def sum_of(hearings: Sequence[SecondHearing], language: Language) -> str:
    """Return in a sentence how much would differ."""
    texts = TEXTS[language]
    if not hearings:
        return texts["sum_none"]
    return texts["sum"].format(
        differ=sum(each.differs for each in hearings),
        count=sum(each.silence_ms is None for each in hearings),
        silences=sum(each.silence_ms is not None for each in hearings),
        words=sum(each.words_differ for each in hearings),
        moves=sum(each.moves_differ for each in hearings),
        openness=sum(each.openness_differs for each in hearings),
        reply=sum(each.reply_differs for each in hearings),
        then=hearings[-1].then.openness,
        now=hearings[-1].now.openness,
    )


def json_of(each: SecondHearing) -> str:
    """Return a turn as a line of JSON."""
    differs = {
        "words": each.words_differ,
        "moves": each.moves_differ,
        "openness": each.openness_differs,
        "reply": each.reply_differs,
    }
    told = {
        "turn": each.turn,
        "silence_ms": each.silence_ms,
        "then": _hearing_json(each.then),
        "now": _hearing_json(each.now),
        "differs": [name for name, is_so in differs.items() if is_so],
    }
    return json.dumps(told, ensure_ascii=False)


def _hearing_json(hearing: Hearing) -> dict[str, object]:
    return {
        "text": hearing.text,
        "doubt": str(hearing.doubt),
        "moves": [{"kind": str(move.kind), "probability": round(move.probability, 3)} for move in hearing.moves],
        "openness": hearing.openness,
        "reply": hearing.reply,
    }


def _row(each: SecondHearing, language: Language, names: TrainerWords) -> tuple[str, ...]:
    from voicecoach.wiring.replays import decimal  # noqa: PLC0415 - heavy

    pairs = [
        (str(each.then.openness), str(each.now.openness)),
        (each.then.reply or _NOTHING, each.now.reply or _NOTHING),
    ]
    if each.silence_ms is not None:
        silence = TEXTS[language]["silence"].format(seconds=decimal(each.silence_ms / 1000, language))
        pairs = [(silence, silence), (_NOTHING, _NOTHING), *pairs]
    else:
        words = (_words(each.then, language, names), _words(each.now, language, names))
        kinds = (_kinds(each.then.moves, language, names), _kinds(each.now.moves, language, names))
        pairs = [words, kinds, *pairs]
    return (str(each.turn), *(_escaped(then if then == now else f"{then}\n-> {now}") for then, now in pairs))


def _words(hearing: Hearing, language: Language, names: TrainerWords) -> str:
    if hearing.doubt is hearing.doubt.NONE:
        return hearing.text or _NOTHING
    return TEXTS[language]["not_understood"].format(why=names.doubts[hearing.doubt])


def _kinds(moves: Sequence[Move], language: Language, names: TrainerWords) -> str:
    unsure = TEXTS[language]["unsure"]
    kinds = [names.moves[move.kind] + ("" if move.is_certain else f" ({unsure})") for move in moves]
    return " + ".join(kinds) or _NOTHING


def _escaped(text: str) -> str:
    from rich.markup import escape  # noqa: PLC0415 - heavy

    return escape(text)

"""Where a question mark shows that one move ends and another begins.

You were the first one done. | And then?        statement and question are two moves, however short
You are afraid of it. Aren't you?               a tag is none
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from voicecoach.dialogue.own_words_grammar import word_set

_TAGS = word_set(
    "hè he toch niet dan waar of zeker wel hoor nietwaar right no eh huh is are isn't aren't do don't does doesn't did "
    "didn't or not it you they he she that"
)
"""A question of these words alone hangs on the statement before it."""


def question_starts(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of words that begin a sentence asking where the one before does not, or the other way round."""
    start = 0
    did_ask: bool | None = None
    for number, word in enumerate(words):
        mark = word.rstrip("\"'”’)")[-1:]
        if mark not in {".", "!", "?", "…"} and number + 1 < len(words):
            continue
        asks = mark == "?"
        is_tag = asks and all(each.strip(".,!?").lower() in _TAGS for each in words[start : number + 1])
        if did_ask is not None and asks is not did_ask and not is_tag:
            yield start
        start, did_ask = number + 1, asks

"""The classifier on whole counselling talks of others, each turn after the client's words; measured, never trained on.

106 conversations of smokers with a counselling chatbot, with MISC labels made by a machine (zaffnet/MIBOT_ACL2025,
CC BY-SA 4.0): question, reflection, consistent with motivational interviewing (affirming, asking leave), not so.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from voicecoach.domain.moves import FILLING_IN, Move, MoveKind
from voicecoach.ports import MoveClassifier
from voicecoach.training.scores import Counts, unpunctuated

TALKS = Path(__file__).parents[2] / "shared" / "data" / "mibot_utterances.tsv"
MOST_TALKS = 25
KINDS: Mapping[MoveKind, str] = {
    **dict.fromkeys((MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION), "Q"),
    MoveKind.REFLECTION: "R",
    MoveKind.AFFIRMATION: "MICO",
    MoveKind.PROCESS: "MICO",
    **dict.fromkeys((MoveKind.ADVICE, MoveKind.ASSUMPTION, MoveKind.JUDGEMENT), "MIIN"),
}


@dataclass(frozen=True, slots=True)
class _Turn:
    previous: str
    sentences: tuple[tuple[str, str], ...]
    """Label and words."""


def run(classifier: MoveClassifier) -> str:
    """Return the figures as lines of text."""
    if not TALKS.is_file():
        return f"counselling talks: skipped, {TALKS.name} is not beside the repository"
    found: Counter[tuple[str, str]] = Counter()
    filled_in: Counter[str] = Counter()
    for turn in _turns():
        text = " ".join(words for _, words in turn.sentences)
        moves = classifier.moves(unpunctuated(text), (unpunctuated(turn.previous),), "en")
        at = 0
        for label, words in turn.sentences:
            move = _at(moves, at + len(words) // 2)
            at += len(words) + 1
            found[label, KINDS.get(move.kind, "other") if move else "other"] += 1
            filled_in[label] += bool(move and move.is_certain and move.kind in FILLING_IN)
    return "\n".join(_lines(found, filled_in))


def _lines(found: Counter[tuple[str, str]], filled_in: Counter[str]) -> Iterator[str]:
    labels = ("Q", "R", "MICO", "MIIN", "Other")
    totals = {label: sum(count for (own, _), count in found.items() if own == label) for label in labels}
    yield "counselling talks in context, no punctuation, labels by a machine:"
    for label in ("Q", "R"):
        counts = Counts(
            found[label, label],
            sum(count for (own, said), count in found.items() if said == label and own != label),
            totals[label] - found[label, label],
        )
        told = f"precision {counts.precision:.2f}, recall {counts.recall:.2f}, F1 {counts.f1:.2f}"
        yield f"  {label}: {told} ({totals[label]})"
    shares = ", ".join(f"{label} {filled_in[label] / max(1, totals[label]):.2f}" for label in labels)
    yield f"  share called filling in, and sure of it: {shares}"


def _turns() -> Iterator[_Turn]:
    """Each run of the counsellor's sentences in the first talks, with the client's run before it."""
    with TALKS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    rows = [row for row in rows if int(row["conversation"]) < MOST_TALKS]
    talk, client, own = "", "", list[tuple[str, str]]()
    was_client = False
    for row in [*rows, {"conversation": "", "speaker": "client", "misc": "", "text": ""}]:
        is_client = row["speaker"] == "client"
        if own and (is_client or row["conversation"] != talk):
            yield _Turn(client, tuple(own))
            own, client = [], ""
        if row["conversation"] != talk:
            talk, client, was_client = row["conversation"], "", False
        if is_client:
            client = f"{client} {row['text']}".strip() if was_client else row["text"]
        else:
            own.append((row["misc"], row["text"]))
        was_client = is_client


def _at(moves: tuple[Move, ...], place: int) -> Move | None:
    return max((move for move in moves if move.start <= place), key=lambda move: move.start, default=None)

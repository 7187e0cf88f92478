"""Move classification: on the held-out intents of the repo's text, and on public counselling text where it is there."""

from __future__ import annotations

import csv
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import counselling_talks, heard_moves, strange_lines
from voicecoach.domain.moves import Move, MoveKind
from voicecoach.ports import MoveClassifier
from voicecoach.training.marked_text import read_turns
from voicecoach.training.mishearing import MISHEARD
from voicecoach.training.scores import Counts, Scores, score, table, unpunctuated
from voicecoach.wiring.engines import build_classifier

UNSEEN = Path(__file__).parent / "text"
"""Conversations written with the annotation guide alone, by a writer who saw no training text; never trained on."""
PUBLIC = Path(__file__).parents[2] / "shared" / "data" / "boosting_mi_sentences.tsv"
"""Counselling sentences with MISC-like labels (Welivita & Pu 2023, CC BY-NC-SA): measured on, never trained on."""
_LABELS = {
    **dict.fromkeys(("Open Question", "Closed Question"), "question"),
    **dict.fromkeys(("Simple Reflection", "Complex Reflection"), "reflection"),
    **dict.fromkeys(("Advise with Permission", "Advise without Permission", "Direct", "Confront", "Warn"), "input"),
}
_KINDS = {
    **dict.fromkeys((MoveKind.OPEN_QUESTION, MoveKind.CLOSED_QUESTION, MoveKind.LEADING_QUESTION), "question"),
    MoveKind.REFLECTION: "reflection",
    **dict.fromkeys((MoveKind.ADVICE, MoveKind.ASSUMPTION, MoveKind.JUDGEMENT), "input"),
}


def run() -> str:
    """Return the tables as text."""
    classifier = build_classifier()
    held_out = [turn for turn in read_turns() if turn.is_test]
    began = time.perf_counter()
    rows = {
        f"{language}, held-out intents{'' if punctuated else ', bare'}": score(
            classifier, [turn for turn in held_out if turn.language == language], punctuated=punctuated
        )
        for language in ("nl", "en")
        for punctuated in (True, False)
    }
    misheard = [turn for turn in read_turns(MISHEARD) if turn.is_test]
    unseen = read_turns(UNSEEN)
    rows |= {
        f"{language}, {name}": score(
            classifier, [turn for turn in turns if turn.language == language], punctuated=punctuated
        )
        for name, turns, punctuated in (("misheard", misheard, True), ("unseen text, bare", unseen, False))
        for language in ("nl", "en")
    }
    each_ms = (time.perf_counter() - began) * 1000 / (2 * len(held_out) + len(misheard) + len(unseen))
    kinds = [_by_kind(name, scores) for name, scores in rows.items() if "intents, bare" in name]
    strange = strange_lines.run(classifier, [*held_out, *unseen])
    others = [strange, *(section.run(classifier) for section in (counselling_talks, heard_moves))]
    return "\n\n".join([table(rows), *kinds, f"{each_ms:.0f} ms a turn", _public(classifier), *others])


def _by_kind(name: str, scores: Scores) -> str:
    lines = [f"{name:<34}{'precision':>12}{'recall':>8}{'F1':>7}{'moves':>7}   most taken for"]
    for kind, counts in scores.kinds.items():
        wrong = {f: n for (m, f), n in scores.confusion.items() if m is kind and f is not kind}
        most = max(wrong, key=lambda found: wrong[found]) if wrong else None
        taken = f"{most} ({wrong[most]})" if most else ""
        lines.append(
            f"  {kind:<32}{counts.precision:>12.2f}{counts.recall:>8.2f}{counts.f1:>7.2f}{counts.count:>7}   {taken}"
        )
    return "\n".join(lines)


def _public(classifier: MoveClassifier) -> str:
    if not PUBLIC.is_file():
        return f"public counselling text: skipped, {PUBLIC.name} is not beside the repository"
    with PUBLIC.open(encoding="utf-8", newline="") as file:
        rows = [(row["label"], row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    pairs = [
        (_LABELS.get(label, "other"), _class(classifier.moves(unpunctuated(text), (), "en"))) for label, text in rows
    ]
    four = _macro_f1(pairs, ("question", "reflection", "input", "other"))
    two = [(is_so, said) for is_so, said in pairs if is_so in {"question", "input"}]
    return (
        f"public counselling sentences, no punctuation: question against input, macro-F1 "
        f"{_macro_f1(two, ('question', 'input')):.3f} ({len(two)}); four classes {four:.3f} ({len(pairs)})"
    )


def _class(moves: Sequence[Move]) -> str:
    longest = max(moves, key=lambda move: move.end - move.start, default=None)
    return "other" if longest is None else _KINDS.get(longest.kind, "other")


def _macro_f1(pairs: Sequence[tuple[str, str]], names: Sequence[str]) -> float:
    counts = {name: Counts() for name in names}
    for is_so, said in pairs:
        for name, own in counts.items():
            own.add(is_so == name, said == name)
    return sum(own.f1 for own in counts.values()) / len(counts)

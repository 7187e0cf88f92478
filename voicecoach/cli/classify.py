"""`voicecoach classify`: what kind of moves are in a coach turn, a turn a line."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, replace
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, TextIO

from voicecoach.cli.command import Command, add_language
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language
    from voicecoach.domain.moves import Move, Turn

_SMALL_WORDS: dict[Language, str] = {
    "nl": "de het een en dat die ik je jij jou jouw u niet wat hoe waar wie van voor met op te zijn heb hebt heeft ben "
    "bent is wel maar dus dan ook nog nou eens zou kun kan wil moet gaat ga doe vertel ja nee er al naar bij om toch",
    "en": "the a an and that this i you your not what how where who of for with on to are have has is was do does did "
    "but so then also just would could can will should going tell good yes no there it at by about out isn't don't",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A coach turn as typed or piped in: its words, and the coachee's last lines, newest last."""

    text: str
    previous: tuple[str, ...] = ()


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("turn", nargs="*", help="coach turns, each in quotes (standard input, a turn a line)")
    parser.add_argument(
        "--previous", metavar="LINE", help="what the coachee said last, where a line does not tell itself"
    )
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line (also what comes without it)")
    parser.add_argument("--explain", action="store_true", help="in words, for a trainer, instead of JSON")
    add_language(parser, "language of the turns; told apart line by line when left out")


def run(args: argparse.Namespace) -> int:
    """Classify the turns given, or standard input line by line, each answered as soon as it is read."""
    from voicecoach.domain.moves import Turn  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.engines import build_classifier  # noqa: PLC0415 - heavy

    classifier = build_classifier()
    said_last = (args.previous,) if (args.previous or "").strip() else ()
    for number, raw in enumerate(args.turn or _input_lines(), 1):
        line = read_line(raw, number)
        line = replace(line, previous=line.previous or said_last)
        language = args.lang or guess_language(" ".join((line.text, *line.previous)))
        turn = Turn(line.text, classifier.moves(line.text, line.previous, language))
        _print(explained(turn, language) if args.explain else json.dumps(as_json(turn), ensure_ascii=False))
    return 0


def read_line(raw: str, number: int) -> Line:
    """Return a turn from a line, plain or JSON; raise InputError, with its number, for JSON that is none."""
    raw = raw.strip()
    if not raw.startswith("{"):
        return Line(raw)
    try:
        given: Any = json.loads(raw)
    except ValueError as error:
        raise InputError(f"line {number}: no JSON ({error}).", 'Write {"text": "...", "previous": "..."}.') from None
    text, previous = given.get("text"), given.get("previous") or ()
    lines = (previous,) if isinstance(previous, str) else previous
    if (
        not isinstance(text, str)
        or not isinstance(lines, list | tuple)
        or any(not isinstance(one, str) for one in lines)
    ):
        raise InputError(
            f"line {number}: 'text' must be a text and 'previous' a text or a list of texts.",
            'Write {"text": "...", "previous": "..."}.',
        )
    return Line(text, tuple(one for one in lines if one.strip()))


def guess_language(text: str) -> Language:
    """Return the language whose small words occur most; Dutch where they tie."""
    words = text.lower().split()
    dutch, english = (
        sum(word.strip(".,?!") in known for word in words)
        for known in (_SMALL_WORDS["nl"].split(), _SMALL_WORDS["en"].split())
    )
    return "en" if english > dutch else "nl"


def as_json(turn: Turn) -> dict[str, object]:
    """Return the fields that are printed for a turn."""
    return {
        "text": turn.text,
        "moves": [move_json(move) for move in turn.moves],
        "assumption_free": turn.is_assumption_free,
        "certain": turn.is_certain,
    }


def move_json(move: Move) -> dict[str, object]:
    """Return the fields that are printed for a move."""
    return {
        "kind": str(move.kind),
        "probability": round(move.probability, 3),
        "start": move.start,
        "end": move.end,
        "follows_up": move.follows_up,
        "cues": list(move.cues),
    }


def explained(turn: Turn, language: Language) -> str:
    """Return the moves of a turn in a trainer's words."""
    from voicecoach.dialogue.explaining import explain_move, verdict  # noqa: PLC0415 - kept beside its use

    lines = [f"  {explain_move(turn.text, move, language)}" for move in turn.moves]
    return "\n".join([f"{turn.text}", *lines, f"  => {verdict(turn, language)}"])


def _input_lines() -> TextIO:
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command's output


COMMAND = Command(
    "classify",
    "Say what kind of moves are in a coach turn",
    "voicecoach classify --explain --previous 'Ik slaap er slecht van.' 'Het houdt je dus bezig.'",
    configure,
    run,
)

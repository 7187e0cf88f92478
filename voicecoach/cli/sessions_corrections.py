"""`voicecoach sessions correct` and `export-corrections`: what a trainer makes of the moves, and what trains on it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.command import Command, add_language
from voicecoach.cli.session_choice import add_sessions_folder, store_of
from voicecoach.domain.errors import InputError, SessionError
from voicecoach.domain.moves import MoveKind

if TYPE_CHECKING:
    from voicecoach.domain.audio import Language
    from voicecoach.domain.events import CoacheeResponded
    from voicecoach.wiring.sessions import Session, SessionStore


def _configure_correct(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="SESSION", help="the session: its id, the start of it, or its folder")
    parser.add_argument("--turn", type=int, metavar="N", help="the turn; without it all turns and moves are shown")
    parser.add_argument("--move", type=int, metavar="M", help="the move in the turn, from 1; may be left out for one")
    parser.add_argument("--kind", choices=[str(kind) for kind in MoveKind], help="what kind of move it was")
    parser.add_argument("--follows-up", choices=("yes", "no"), help="whether it took up what the coachee had said")
    border = parser.add_mutually_exclusive_group()
    border.add_argument("--split", metavar="WORDS", help="a move of this kind begins in the move, with these words")
    border.add_argument("--join-to", type=int, metavar="M", help="the moves up to this one are one, of this kind")
    add_sessions_folder(parser)


def _correct(args: argparse.Namespace) -> int:
    session = store_of(args).open(args.id)
    for remark in session.remarks:
        _warn(remark)
    if session.head.coach is not None:
        raise InputError(
            f"{session.head.id} is a round in the swapped chair: the machine coached.",
            "Correct a round in which you coached: 'voicecoach sessions list' shows which those are.",
        )
    if args.turn is None:
        if args.kind or args.move is not None or args.follows_up or args.split or args.join_to is not None:
            raise InputError("Which turn?", f"Add --turn N: 'voicecoach sessions correct {args.id}' shows them.")
        turns = _turns(session)
        for each in turns:
            _show(session, each)
        if not turns:
            _say("No turn in it was understood: there are no moves.")
        return 0
    turn = next((each for each in _turns(session) if each.turn == args.turn), None)
    if turn is None:
        raise InputError(
            f"{session.head.id}: turn {args.turn} has no moves.",
            f"'voicecoach sessions correct {args.id}' shows the turns that do.",
        )
    place = _place(turn, args.move)
    if args.kind is None:
        raise InputError("What kind of move was it?", f"Add --kind: {', '.join(MoveKind)}.")
    return _keep(args, turn, place)


def _keep(args: argparse.Namespace, turn: CoacheeResponded, place: int) -> int:
    from voicecoach.debrief.corrections import Correction  # noqa: PLC0415 - keeps --help fast
    from voicecoach.wiring.sessions import add_correction  # noqa: PLC0415 - keeps --help fast

    store = store_of(args)
    follows_up = None if args.follows_up is None else args.follows_up == "yes"
    split_at, joined_to = _split_at(turn, place, args.split), _joined_to(turn, place, args.join_to)
    correction = Correction(turn.turn, place, MoveKind(args.kind), follows_up, joined_to, split_at)
    is_new = add_correction(store.find(args.id), correction)
    session = store.open(args.id)
    _show(session, next(each for each in _turns(session) if each.turn == turn.turn))
    _say("Kept beside the session." if is_new else "It was corrected to that already.")
    return 0


def _place(turn: CoacheeResponded, move: int | None) -> int:
    count = len(turn.coach.moves)
    if move is None and count == 1:
        return 1
    if move is None or not 1 <= move <= count:
        what = "Which move?" if move is None else f"Turn {turn.turn} has no move {move}."
        raise InputError(what, "It has one move." if count == 1 else f"It has the moves 1 to {count}: add --move M.")
    return move


def _split_at(turn: CoacheeResponded, place: int, words: str | None) -> int | None:
    """Where in the turn's text the new move begins; None when nothing is split."""
    if words is None:
        return None
    move, text = turn.coach.moves[place - 1], turn.coach.text
    at = text.lower().find(words.strip().lower(), move.start + 1, move.end)
    if not words.strip() or at < 0 or not text[move.start : at].strip():
        raise InputError(
            f"Move {place} of turn {turn.turn} has no words before and from {words!r}.",
            "Give --split the words, as they are shown, with which the second move begins.",
        )
    return at


def _joined_to(turn: CoacheeResponded, place: int, last: int | None) -> int | None:
    count = len(turn.coach.moves)
    if last is not None and not place < last <= count:
        raise InputError(f"Move {place} cannot be joined to move {last}.", f"The last move of the turn is {count}.")
    return last


def _turns(session: Session) -> list[CoacheeResponded]:
    from voicecoach.domain.events import CoacheeResponded  # noqa: PLC0415 - numpy

    return [event for event in session.corrected if isinstance(event, CoacheeResponded) and event.coach.moves]


def _show(session: Session, turn: CoacheeResponded) -> None:
    from voicecoach.debrief.corrections import by_move  # noqa: PLC0415 - keeps --help fast

    changed = by_move(session.corrections)
    _say(f"turn {turn.turn}: {turn.coach.text}")
    for place, move in enumerate(turn.coach.moves, 1):
        words = turn.coach.text[move.start : move.end].strip()
        mark = " (corrected)" if (turn.turn, place) in changed else f" {move.probability:.2f}"
        follows = ", follows up" if move.follows_up else ""
        _say(f"  move {place}: {move.kind}{mark}{follows}: {words}")


def _configure_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="SESSION", help="which sessions; all that are kept when left out")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write <language>/corrected.tsv there, not to the screen"
    )
    add_language(parser, "only sessions in this language")
    add_sessions_folder(parser)


def _export(args: argparse.Namespace) -> int:
    """Print or write the training lines; return 1 when a session was damaged."""
    from voicecoach.debrief.training_lines import HEADER, training_lines  # noqa: PLC0415 - keeps --help fast
    from voicecoach.wiring.sessions import write_private  # noqa: PLC0415 - keeps --help fast

    store = store_of(args)
    found: dict[Language, dict[str, None]] = {}
    sessions, are_damaged = _chosen(store, args)
    for session in sessions:
        lines, unfit = training_lines(session.events, session.corrections)
        found.setdefault(session.head.language, {}).update(dict.fromkeys(str(line) for line in lines))
        for each in unfit:
            moves = " and ".join(str(move) for move in each.moves)
            _warn(f"{session.head.id}, turn {each.turn}: left out, since move {moves} is unsure: correct that too.")
    texts = {language: "\n".join([HEADER, *lines]) + "\n" for language, lines in found.items() if lines}
    if args.out is None and len(texts) > 1:
        raise InputError("There are corrections in both languages.", "Add --lang nl or --lang en, or --out DIR.")
    if not texts:
        _warn("Nothing was corrected.")
    if args.out is None:
        _say(next(iter(texts.values()), HEADER + "\n").rstrip("\n"))
        return int(are_damaged)
    for language, text in texts.items():
        path: Path = args.out / language / "corrected.tsv"
        write_private(path, text.encode("utf-8", "replace"), makes_folder=True)
        count = text.count("\n") - 1
        _say(f"{path}: {count} line{'s' * (count != 1)}")
    return int(are_damaged)


def _chosen(store: SessionStore, args: argparse.Namespace) -> tuple[list[Session], bool]:
    """The sessions asked for, and whether any was damaged; those are named."""
    sessions: list[Session] = []
    damaged: list[str] = []
    if args.ids:
        for folder in [store.find(name) for name in args.ids]:
            try:
                sessions.append(store.open(str(folder)))
            except SessionError as error:
                damaged.append(str(error))
    else:
        listing = store.listing()
        sessions, damaged = list(listing.sessions), [each.why for each in listing.damaged]
    for why in damaged:
        _warn(f"damaged, skipped: {why}")
    return [each for each in sessions if args.lang in {None, each.head.language}], bool(damaged)


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the command's output


def _warn(line: str) -> None:
    print(line, file=sys.stderr)  # noqa: T201 - the command's output


CORRECTING = (
    Command(
        "correct",
        "say what kind of move a move really was; reports and replays use it",
        "voicecoach sessions correct 20261123\n  "
        "voicecoach sessions correct 20261123 --turn 3 --move 1 --kind leading_question\n  "
        "voicecoach sessions correct 20261123 --turn 3 --move 1 --split 'ik zou' --kind advice",
        _configure_correct,
        _correct,
    ),
    Command(
        "export-corrections",
        "write the corrected turns as training text for the classifier",
        "voicecoach sessions export-corrections --out corrected",
        _configure_export,
        _export,
    ),
)

"""`voicecoach circle`: a trainer's evening in two rings: plan it, see what is in, evaluate it with the group."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.circle_texts import CIRCLE_TEXTS
from voicecoach.cli.command import Command, add_language
from voicecoach.cli.compare import add_page_files, page_files
from voicecoach.domain.errors import InputError, SessionError

if TYPE_CHECKING:
    from voicecoach.debrief.circle import Circle
    from voicecoach.wiring.circle import CircleCollection, Collected


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("new", "status", "report"), help="plan it, see what is in, evaluate it")
    parser.add_argument("folder", type=Path, help="the folder of the circle")
    new = parser.add_argument_group("new")
    new.add_argument("--people", metavar="NAMES", help="names with commas between, or a file with a name a line")
    new.add_argument("--persona", metavar="PERSONA", help="the coachee for all: a persona's id or file")
    new.add_argument("--title", default="", metavar="TEXT", help="heads the page")
    new.add_argument("--minutes", type=float, default=10, metavar="N", help="length of each talk (10)")
    new.add_argument("--rounds", type=int, default=None, metavar="N", help="how many (2, or 1 with --no-swap)")
    new.add_argument("--seed", type=int, default=1, metavar="N", help="draws the seats, the same every time (1)")
    new.add_argument("--in-order", action="store_true", help="seat people in the order given instead of drawing")
    new.add_argument("--no-swap", action="store_true", help="the inner ring has the talk in every round")
    add_page_files(parser)
    add_language(parser, "language of the texts (otherwise that of the coachee)")


_FOR_NEW = ("people", "persona", "title", "rounds", "in_order", "no_swap")


def _run(args: argparse.Namespace) -> int:
    given = [name for name in _FOR_NEW if getattr(args, name) not in {None, "", False}]
    if args.action != "new" and given:
        raise InputError(
            f"--{given[0].replace('_', '-')} is for 'circle new'.",
            "Leave it out; what the plan says can be changed in its circle.yaml.",
        )
    return {"new": _new, "status": _status, "report": _report}[args.action](args)


def _new(args: argparse.Namespace) -> int:
    from voicecoach.wiring import circle as wiring  # noqa: PLC0415 - keeps --help fast

    if args.people is None and args.persona is None and (args.folder / wiring.PLAN).exists():
        circle = wiring.read_circle(args.folder)
        wrote = wiring.make_stations(circle, args.folder)
    else:
        circle = _planned(args)
        wrote = wiring.write_circle(circle, args.folder)
    texts = CIRCLE_TEXTS[args.lang or circle.language]
    _say(texts["made" if wrote else "was_made"].format(plan=args.folder / wiring.PLAN))
    _tell(circle, wiring.collected_in(circle, args.folder), texts)
    return 0


def _planned(args: argparse.Namespace) -> Circle:
    from voicecoach.debrief.circle import Circle  # noqa: PLC0415 - numpy
    from voicecoach.wiring import circle as wiring  # noqa: PLC0415 - keeps --help fast

    if not args.people or not args.persona:
        raise InputError("A new circle wants people and a coachee.", "Add --people NAMES --persona PERSONA.")
    language = wiring.language_of_persona(args.persona)
    inner, outer = wiring.seats(_people(args.people), args.seed, in_order=args.in_order)
    rounds = args.rounds if args.rounds is not None else 1 if args.no_swap else 2
    rest = (args.title, args.lang or language, args.minutes, args.seed, not args.no_swap, rounds)
    try:
        return Circle(args.persona, inner, outer, *rest)
    except ValueError as error:
        raise InputError(f"This circle cannot be played: {error}.") from None


def _people(given: str) -> list[str]:
    path = Path(given)
    names = given.split(",")
    if len(names) == 1 and (path.suffix or path.parent.name) and not path.is_file():
        raise InputError(f"--people {given}: there is no such file.", "Give one with a name a line, or 'Anna, Bram'.")
    if path.is_file():
        try:
            names = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError):
            raise InputError(f"{path}: cannot be read as text.", "Save it as UTF-8 text, a name a line.") from None
    return [" ".join(name.split()) for name in names if name.strip()]


def _status(args: argparse.Namespace) -> int:
    from voicecoach.wiring import circle as wiring  # noqa: PLC0415 - keeps --help fast

    circle = wiring.read_circle(args.folder)
    collection = wiring.collected_in(circle, args.folder)
    _tell(circle, collection, CIRCLE_TEXTS[args.lang or circle.language])
    return _complain(collection)


def _report(args: argparse.Namespace) -> int:
    from voicecoach.wiring import circle as wiring  # noqa: PLC0415 - keeps --help fast
    from voicecoach.wiring.comparison import PageSettings  # noqa: PLC0415 - keeps --help fast

    circle = wiring.read_circle(args.folder)
    collection = wiring.collected_in(circle, args.folder)
    status = _complain(collection)
    if all(each.session is None for each in collection.collected):
        raise SessionError(
            f"{args.folder}: no talk is in yet.", f"'voicecoach circle status {args.folder}' shows where each belongs."
        )
    settings = PageSettings(args.lang or circle.language, circle.title, args.names, len(collection.damaged))
    files = page_files(args, args.folder)
    count = wiring.write_evaluation(collection, settings, files)
    texts = CIRCLE_TEXTS[settings.language]
    if count < len(collection.collected):
        print(texts["partly"].format(count=count, all=len(collection.collected)), file=sys.stderr)  # noqa: T201
    _say(str(files.page))
    _say(str(files.table))
    return status


def _tell(circle: Circle, collection: CircleCollection, texts: dict[str, str]) -> None:
    round_told = 0
    for each in collection.collected:
        if each.station.round != round_told:
            round_told = each.station.round
            _say(f"\n{texts['round'].format(number=round_told)}")
        _say(_line(each, texts))
        if each.session is None:
            _say(f"      {_practice(circle, each)}")
    done = sum(each.session is not None for each in collection.collected)
    _say(f"\n{texts['done'].format(done=done, all=len(collection.collected))}")


def _line(each: Collected, texts: dict[str, str]) -> str:
    from voicecoach.debrief.measures import measure  # noqa: PLC0415 - keeps --help fast
    from voicecoach.wiring.circle import duration  # noqa: PLC0415 - as above

    station = each.station
    watched = texts["watched_by_more" if len(station.observers) > 1 else "watched"]
    who = watched.format(talker=station.talker, observers=texts["and"].join(station.observers))
    line = f"  {station.number:2}  {who if station.observers else texts['alone'].format(talker=station.talker)}: "
    if each.session is None:
        return line + texts["waiting"]
    figures = measure(each.session.corrected)
    line += f"{duration(figures.duration_ms)}, {texts['openness']} {figures.start} → {figures.end}"
    line += texts["notes"].format(count=len(each.notes)) if each.notes else ""
    return line + (texts["earlier"].format(count=each.earlier) if each.earlier else "")


def _practice(circle: Circle, each: Collected) -> str:
    import shlex  # noqa: PLC0415 - only here

    folder = shlex.quote(str(each.folder))
    plan = f"--minutes {circle.minutes:g} --seed {circle.seed}"
    return f"voicecoach practice {shlex.quote(circle.persona)} {plan} --sessions {folder}"


def _complain(collection: CircleCollection) -> int:
    """Name on standard error what was left out; return the exit status."""
    lines = [f"damaged, skipped: {damaged.why}" for damaged in collection.damaged]
    lines += [remark for each in collection.collected for remark in each.remarks]
    mended = [remark for each in collection.collected if each.session for remark in each.session.remarks]
    lines += [f"{stray}: lies at no place of the plan; left out." for stray in collection.strays]
    for line in (*lines, *mended):
        print(line, file=sys.stderr)  # noqa: T201 - the command's output
    return 1 if lines else 0


def _say(line: str) -> None:
    print(line)  # noqa: T201 - the command's output


COMMAND = Command(
    name="circle",
    summary="plan an evening in two rings on one case, see what is in, and evaluate it with the group",
    example="voicecoach circle new evening --people 'Anna, Bram, Cor, Dirk' --persona joris\n"
    "  voicecoach circle status evening\n  voicecoach circle report evening",
    configure=_configure,
    run=_run,
)

"""`voicecoach persona curve`: scripted managers and a trainer's own scripts, and the openness curves they draw."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.command import add_language
from voicecoach.cli.persona_action import PersonaAction, say
from voicecoach.cli.persona_bench_texts import BENCH_TEXTS
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.dialogue.bench_talk import BenchTalk
    from voicecoach.dialogue.difficulty import Difficulty
    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import Persona

_DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "normal", "hard")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("persona", metavar="PERSONA", help="a persona's id or file")
    parser.add_argument(
        "--script",
        nargs="+",
        action="extend",
        default=[],
        metavar="FILE",
        help="talks of your own, written as for 'voicecoach simulate', beside the scripted managers",
    )
    parser.add_argument("--only-scripts", action="store_true", help="leave the scripted managers out")
    parser.add_argument("--difficulty", choices=(*_DIFFICULTIES, "all"), default="normal")
    parser.add_argument("--png", type=Path, default=None, metavar="FILE", help="draw the curves into a picture")
    parser.add_argument("--svg", type=Path, default=None, metavar="FILE", help="draw the curves as SVG")
    add_language(parser, "language of the words around the curves (otherwise the persona's own)")


def run(args: argparse.Namespace) -> int:
    """Run the talks, show the curves, draw them where asked; return 0."""
    from voicecoach.cli.curve_view import show_curves  # noqa: PLC0415 - keeps --help fast
    from voicecoach.wiring.personas import find_persona  # noqa: PLC0415 - heavy

    if args.only_scripts and not args.script:
        raise InputError("There is nothing to run.", "Add --script FILE, or leave --only-scripts out.")
    persona = find_persona(args.persona)
    language: Language = args.lang or persona.language
    wanted = _DIFFICULTIES if args.difficulty == "all" else (args.difficulty,)
    talks = _talks(persona, args, wanted)
    for difficulty, several in talks.items():
        show_curves(persona.name, BENCH_TEXTS[language][difficulty], several, language)
    _draw(persona, talks, args, language)
    return 0


def _talks(
    persona: Persona, args: argparse.Namespace, wanted: tuple[Difficulty, ...]
) -> dict[Difficulty, list[BenchTalk]]:
    from voicecoach.cli.simulate import read_script  # noqa: PLC0415 - kept beside its use
    from voicecoach.dialogue.scripted_managers import Manager  # noqa: PLC0415 - kept beside its use
    from voicecoach.wiring.persona_bench import PersonaBench  # noqa: PLC0415 - heavy

    scripts = {Path(path).stem: read_script(path) for path in args.script}
    managers = () if args.only_scripts else tuple(Manager)
    bench = PersonaBench()
    return {
        difficulty: [
            *(bench.manager_talk(persona, manager, difficulty) for manager in managers),
            *(bench.script_talk(persona, name, script, difficulty) for name, script in scripts.items()),
        ]
        for difficulty in wanted
    }


def _draw(
    persona: Persona, talks: dict[Difficulty, list[BenchTalk]], args: argparse.Namespace, language: Language
) -> None:
    from voicecoach.wiring.persona_bench import draw_curves  # noqa: PLC0415 - heavy

    texts = BENCH_TEXTS[language]
    for path, is_svg in ((args.png, False), (args.svg, True)):
        if path is not None:
            draw_curves(
                path, persona, {str(difficulty): several for difficulty, several in talks.items()}, texts, is_svg=is_svg
            )
            say(texts["written"].format(file=path))


ACTION = PersonaAction(
    "curve",
    "Let scripted managers and your own scripts talk to a persona, and draw his openness.",
    "voicecoach persona curve joris --difficulty all --png joris.png",
    configure,
    run,
)

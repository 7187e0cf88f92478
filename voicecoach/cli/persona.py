"""`voicecoach persona`: a trainer's commands: write, check, show, try and tune personas."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli import persona_curve, persona_diff, persona_try
from voicecoach.cli.command import Command, add_language
from voicecoach.cli.persona_action import PersonaAction, say
from voicecoach.domain.errors import InputError, PersonaError

if TYPE_CHECKING:
    from voicecoach.wiring.personas import Finding


def _configure(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for action in _ACTIONS:
        sub = actions.add_parser(
            action.name,
            help=action.summary,
            description=action.summary,
            epilog=f"example:\n  {action.example}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        action.configure(sub)
        sub.set_defaults(action=action)


def _run(args: argparse.Namespace) -> int:
    action: PersonaAction = args.action
    return action.run(args)


def _configure_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "names", nargs="*", metavar="FILE|ID", help="persona or case files, or ids; none: all that are shipped"
    )
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a finding, for programs")


def _check(args: argparse.Namespace) -> int:
    """Return 0 when nothing was found, 1 for warnings only, 2 for mistakes."""
    from voicecoach.wiring.personas import shipped_personas  # noqa: PLC0415 - keeps --help fast

    worst = 0
    for name in args.names or shipped_personas():
        try:
            path, findings = _findings_of(name)
        except PersonaError as error:
            print(f"voicecoach persona: {error}", file=sys.stderr)  # noqa: T201 - the command's output
            worst = 2
            continue
        worst = max([worst, *(2 if finding.is_mistake else 1 for finding in findings)])
        for finding in findings:
            say(json.dumps(asdict(finding), ensure_ascii=True) if args.jsonl else str(finding))
        if not args.jsonl:
            say(f"{path}: {_counted(findings)}")
    return worst


def _findings_of(name: str) -> tuple[Path, tuple[Finding, ...]]:
    from voicecoach.wiring.personas import (  # noqa: PLC0415 - heavy
        check_matching,
        check_persona,
        is_case_file,
        persona_path,
        read_case,
        read_persona,
    )

    path = persona_path(name)
    if is_case_file(path):
        return path, read_case(path)[1]
    read = read_persona(path)
    return path, tuple(sorted((*read.findings, *check_persona(read), *check_matching(read))))


def _counted(findings: tuple[Finding, ...]) -> str:
    mistakes = sum(finding.is_mistake for finding in findings)
    counts = ((mistakes, "mistake"), (len(findings) - mistakes, "warning"))
    said = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return ", ".join(said) or "nothing to remark"


def _configure_show(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", default="", metavar="FILE|ID", help="a persona; none: the list of them")
    add_language(parser, "language of the headings (otherwise the persona's own)")


def _show(args: argparse.Namespace) -> int:
    from voicecoach.cli.persona_view import show_persona  # noqa: PLC0415 - heavy
    from voicecoach.wiring.personas import (  # noqa: PLC0415 - heavy
        find_persona,
        list_personas,
        persona_path,
        read_persona,
    )

    if not args.name:
        for known in list_personas():
            say(f"{known.id:<12} {known.language}  {known.name}: {known.case}")
        return 0
    persona = find_persona(args.name)
    content = read_persona(persona_path(args.name)).content
    show_persona(persona, content.about or "" if content else "", args.lang or persona.language)
    return 0


def _configure_schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--case", action="store_true", help="the schema of case files instead")


def _schema(args: argparse.Namespace) -> int:
    from voicecoach.wiring.personas import (  # noqa: PLC0415 - heavy
        CaseFile,
        PersonaFile,
        schema_text,
    )

    say(schema_text(CaseFile if args.case else PersonaFile).rstrip())
    return 0


def _configure_new(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the name he is found by, in small letters; the file is ID.yaml")
    add_language(parser, "his language")
    parser.add_argument("--case", default="seller_under_target", metavar="CASE", help="the id of his case")
    parser.add_argument("--to", type=Path, default=None, metavar="FILE", help="where to write him (otherwise ID.yaml)")


def _new(args: argparse.Namespace) -> int:
    from voicecoach.wiring.personas import (  # noqa: PLC0415 - keeps --help fast
        case_path,
        questions_path,
        questions_skeleton,
        skeleton,
        why_no_case,
        write_skeleton,
    )

    id_ = args.id.removesuffix(".yaml")
    if not args.lang:
        raise InputError("In which language does he speak?", "Add --lang nl or --lang en.")
    path: Path = args.to or Path(f"{id_}.yaml")
    text = skeleton(id_, args.lang, args.case)
    if case_path(args.case, args.lang, path) is None:
        raise PersonaError(f"{why_no_case(args.case, args.lang, path)}")
    write_skeleton(path, text)
    questions = questions_path(path)
    if not questions.exists():
        write_skeleton(questions, questions_skeleton(id_, args.lang))
    say(f"{path}: fill him in, and look him over with: voicecoach persona check {path}")
    return 0


_ACTIONS = (
    PersonaAction(
        "check",
        "Tell all mistakes in persona files at their line and column, and what makes a persona weak.",
        "voicecoach persona check joris my/sanne.yaml",
        _configure_check,
        _check,
    ),
    PersonaAction(
        "show", "Show who a persona is, for a trainer.", "voicecoach persona show joris", _configure_show, _show
    ),
    PersonaAction(
        "schema",
        "Print the JSON Schema by which an editor completes and checks persona files.",
        "voicecoach persona schema > persona.schema.json",
        _configure_schema,
        _schema,
    ),
    PersonaAction(
        "new",
        "Write a first persona file to fill in.",
        "voicecoach persona new marieke --lang nl --case seller_under_target",
        _configure_new,
        _new,
    ),
    persona_try.ACTION,
    persona_curve.ACTION,
    persona_diff.ACTION,
)

COMMAND = Command(
    name="persona",
    summary="Write, check, show, try and tune personas.",
    example="voicecoach persona check joris",
    configure=_configure,
    run=_run,
)

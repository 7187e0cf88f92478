"""`voicecoach simulate`: a talk in text, through the same engine as a round by voice."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from voicecoach.cli.classify import move_json
from voicecoach.cli.command import Command
from voicecoach.dialogue.script_lines import ScriptLine, script_line
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.dialogue.persona_engine import Response
    from voicecoach.wiring.engines import CoachTurnResult, Conversation


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("persona", metavar="PERSONA", help="a persona's id or file")
    parser.add_argument(
        "--script",
        required=True,
        metavar="FILE",
        help="a coach turn a line, '-' for standard input; '(silence 4)' keeps silent for 4 s; a line that begins "
        "with '!' is said while the coachee still speaks; '#' begins a comment",
    )
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a turn, the summary last")
    parser.add_argument("--difficulty", choices=("easy", "normal", "hard"), default="normal")


def run(args: argparse.Namespace) -> int:
    """Play the script and print each turn and the summary."""
    from voicecoach.wiring.engines import build_conversation, load_persona  # noqa: PLC0415 - heavy

    script = read_script(args.script)
    conversation = build_conversation(load_persona(args.persona, args.difficulty))
    rows = [_row(conversation, line) for line in script] if args.jsonl else _shown_rows(conversation, script)
    summary = _summary(conversation, len(rows))
    if args.jsonl:
        for row in (*rows, summary):
            _print(json.dumps(row, ensure_ascii=False))
    else:
        _print("\n" + _in_words(summary))
    return 0


def read_script(path: str) -> list[ScriptLine]:
    """Return the turns of a script; raise InputError, with the line, for what is no turn."""
    try:
        if path == "-":
            text = sys.stdin.read()
        else:
            with open(path, encoding="utf-8-sig") as file:
                text = file.read()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}.", "Name a text file with a coach turn a line.") from None
    except UnicodeDecodeError:
        raise InputError(f"{path}: not a UTF-8 text file.", "Save it as UTF-8 text.") from None
    lines = [
        script_line(line.strip(), f"{path}:{number}")
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        raise InputError(f"{path}: no turns in it.", "Write a coach turn a line.")
    return lines


def _row(conversation: Conversation, line: ScriptLine) -> dict[str, object]:
    if line.silence_ms is not None:
        response = conversation.keep_silence(line.silence_ms)
        return {
            "text": "",
            "silence_s": line.silence_ms / 1000,
            "moves": [],
            "assumption_free": False,
            **_effect(response),
        }
    from voicecoach.dialogue.floor_words import is_backchannel  # noqa: PLC0415 - kept beside its use

    interrupts = line.interrupts and not is_backchannel(line.text, conversation.persona.language)
    result = conversation.hear(line.text, interrupted=interrupts)
    return {
        "text": line.text,
        "interrupted": interrupts,
        "moves": [move_json(move) for move in result.turn.moves],
        "assumption_free": result.turn.is_assumption_free,
        **_effect(result),
    }


def _effect(result: CoachTurnResult | Response) -> dict[str, object]:
    return {
        "openness_before": result.change.before,
        "openness_after": result.change.after,
        "level": result.change.level.name.lower(),
        "reason": result.change.reason,
        "reply": result.reply.text,
        "topic": result.reply.topic,
    }


def _summary(conversation: Conversation, turns: int) -> dict[str, object]:
    persona, state = conversation.persona, conversation.state
    said = set(state.said)
    told = [t.id for t in persona.topics if any({line.text, line.short} & said for line in t.lines)]
    return {
        "summary": True,
        "persona": persona.id,
        "turns": turns,
        "openness": state.openness,
        "level": persona.temper.level_of(state.openness).name.lower(),
        "own_solution": state.own_solution,
        "coach_solution": state.coach_solution,
        "committed": state.committed,
        "disclosed": told,
    }


def _shown_rows(conversation: Conversation, script: list[ScriptLine]) -> list[dict[str, object]]:
    name = conversation.persona.name
    greeting = conversation.opening()[1]
    if greeting is not None:
        _print(f"{name}: {greeting.text}")
    return [row for line in script for row in _shown(conversation, line, name)]


def _shown(conversation: Conversation, line: ScriptLine, name: str) -> Iterator[dict[str, object]]:
    row = _row(conversation, line)
    coach = f"({line.silence_ms / 1000:g} s)" if line.silence_ms is not None else line.text
    _print(f"Coach: {'! ' if line.interrupts else ''}{coach}")
    _print(f"    {row['openness_before']} -> {row['openness_after']} ({row['level']})  {row['reason']}")
    _print(f"{name}: {row['reply'] or '...'}")
    yield row


def _in_words(summary: dict[str, object]) -> str:
    told = summary["disclosed"]
    assert isinstance(told, list)
    return (
        f"openness {summary['openness']} ({summary['level']}), own solution: "
        f"{'yes' if summary['own_solution'] else 'no'}, talked about: {', '.join(told) or 'nothing'}"
    )


def _print(text: str) -> None:
    print(text)  # noqa: T201 - the command's output


COMMAND = Command(
    "simulate",
    "Try a talk in text, through the same engine as by voice",
    "voicecoach simulate joris --script talk.txt",
    configure,
    run,
)

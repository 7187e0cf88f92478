"""Loads the coaches of the swapped chair from their files; every mistake is told at its line and column."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from voicecoach.adapters.persona_document import Document, Loc
from voicecoach.adapters.persona_findings import Finding, refusal
from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.adapters.persona_yaml import read_document
from voicecoach.domain.audio import Language
from voicecoach.domain.coach import Coach, CoachAct, CoachStyle
from voicecoach.domain.errors import PersonaError
from voicecoach.domain.persona import VoiceChoice

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True)
class _CoachFile:
    """A coach's file as it stands; patience_s in seconds, the rest as in Coach."""

    spec: Literal[1]
    id: str
    version: str
    author: str
    language: Language
    name: str
    style: CoachStyle
    lines: dict[CoachAct, tuple[str, ...]]
    voice: VoiceChoice = field(default_factory=VoiceChoice)
    feelings: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    patience_s: float = 4
    turns: int = 8


def shipped_coaches() -> dict[tuple[str, Language], Path]:
    """The shipped coaches' files by id and language."""
    found: dict[tuple[str, Language], Path] = {}
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        for path in sorted((shipped_folder() / "coaches").glob(f"*.{language}.yaml")):
            found[path.name.removesuffix(f".{language}.yaml"), language] = path
    return found


def find_coach(name: str, language: Language) -> Coach:
    """Return the shipped coach with this id in a language, or the coach in a file.

    Raises PersonaError when there is none, or with every mistake in the file.
    """
    path = shipped_coaches().get((name.casefold(), language))
    if path is None:
        path = Path(name)
        if not name.lower().endswith((".yaml", ".yml")):
            known = ", ".join(sorted({coach for coach, _ in shipped_coaches()}))
            raise PersonaError(f"there is no coach '{name}' in '{language}'; there are: {known}")
    return read_coach(path)


def read_coach(path: Path) -> Coach:
    """Return the coach in a file; raise PersonaError with every mistake in it."""
    try:
        document = read_document(path.read_bytes())
    except OSError as error:
        raise PersonaError(f"{path}: cannot be read: {error.strerror}") from None
    findings = [
        Finding(str(path), problem.place.line, problem.place.column, problem.text) for problem in document.problems
    ]
    if findings:
        raise refusal(str(path), findings)
    return _coach(document, str(path))


def _coach(document: Document, file: str) -> Coach:
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    value = document.value
    if not isinstance(value, dict):
        raise refusal(
            file, [Finding(file, 1, 1, "a coach's file is keys with their values, such as 'style: listening'")]
        )
    known = {each.name for each in fields(_CoachFile)}
    findings = [_finding(document, file, (str(key),), f"'{key}' is not known") for key in value if key not in known]
    try:
        content = _adapter().validate_json(json.dumps(value, default=str), strict=True)
    except ValidationError as error:
        for wrong in error.errors(include_url=False, include_input=False):
            loc = tuple(part for part in wrong["loc"] if part != "[key]")
            findings.append(_finding(document, file, loc, f"{'.'.join(map(str, loc))}: {wrong['msg']}"))
    if findings:
        raise refusal(file, findings)
    try:
        return _made(content)
    except ValueError as error:
        raise refusal(file, [_finding(document, file, ("lines",), str(error))]) from None


def _made(content: _CoachFile) -> Coach:
    return Coach(
        content.id,
        content.version,
        content.author,
        content.name,
        content.language,
        content.style,
        content.lines,
        content.voice,
        content.feelings,
        content.finds,
        round(content.patience_s * 1000),
        content.turns,
    )


def _finding(document: Document, file: str, loc: Loc, text: str) -> Finding:
    place = document.key_place_of(loc)
    return Finding(file, place.line, place.column, text)


@cache
def _adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(_CoachFile)

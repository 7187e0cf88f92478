"""Loads personas from their files; every mistake in them is told at once, each at its line and column."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from voicecoach.adapters.persona_across import nearest
from voicecoach.adapters.persona_document import Document
from voicecoach.adapters.persona_findings import Finding, refusal
from voicecoach.adapters.persona_format import CaseFile, PersonaFile
from voicecoach.adapters.persona_names import LANGUAGES, case_path, cases_near, persona_path, shipped_personas
from voicecoach.adapters.persona_shape import check_shape
from voicecoach.adapters.persona_values import case_of, persona_of
from voicecoach.adapters.persona_wording import ID_PATTERN
from voicecoach.adapters.persona_yaml import MAX_BYTES, read_document
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import PersonaError
from voicecoach.domain.persona import Case, Persona


@dataclass(frozen=True, slots=True)
class PersonaSummary:
    """A shipped persona in one line."""

    id: str
    name: str
    language: Language
    case: str
    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class ReadPersona:
    """A persona file as read.

    persona, content, case: what it says; None when it, or its case file, has mistakes.
    document: the file's values with their places.
    findings: the mistakes in both files, in the order of their places.
    hash: sha256 of the bytes of both files, in hexadecimal digits.
    """

    path: Path
    document: Document
    findings: tuple[Finding, ...]
    hash: str
    content: PersonaFile | None = None
    persona: Persona | None = None


def find_persona(name: str) -> Persona:
    """Return the persona with a shipped persona's id, in any case of letters, or in a file.

    Raises PersonaError with the nearest names when there is none, or with every mistake in its files.
    """
    return _loaded(name)[0]


def persona_hash(name: str) -> str:
    """Return the sha256, in hexadecimal digits, of a persona file's bytes and its case file's; raise PersonaError."""
    return read_persona(persona_path(name)).hash


def list_personas() -> tuple[PersonaSummary, ...]:
    """Return the shipped personas, Dutch ones first, in alphabetical order; damaged ones left out."""
    summaries = (_summary(path) for path in shipped_personas().values())
    return tuple(summary for summary in summaries if summary)


def _summary(path: Path) -> PersonaSummary | None:
    root = read_document(_bytes_of(path)).value
    head = [root.get(key) if isinstance(root, dict) else None for key in ("id", "name", "case")]
    match head:
        case [str(id_), str(name), str(case_name)]:
            language: Language = "en" if path.parent.name == "en" else "nl"
            found = case_path(case_name, language, path)
            case = read_case(found)[0] if found else None
            return PersonaSummary(id_, name, language, case.title if case else case_name, path)
        case _:
            return None


def read_persona(path: Path) -> ReadPersona:
    """Return a persona file with all that is wrong in it and in its case; raise PersonaError when it cannot be read."""
    content = _bytes_of(path)
    document = read_document(content)
    file, findings = check_shape(document, PersonaFile, str(path))
    case_bytes, case, more = _case_beside(path, document)
    digest = hashlib.sha256(content + case_bytes).hexdigest()
    persona = persona_of(file, case) if file and case else None
    return ReadPersona(path, document, tuple(sorted({*findings, *more})), digest, file, persona)


def read_case(path: Path) -> tuple[Case | None, tuple[Finding, ...]]:
    """Return a case file's case, None when it has mistakes, and the mistakes; raise PersonaError when it won't open."""
    file, findings = check_shape(read_document(_bytes_of(path)), CaseFile, str(path))
    return (case_of(file) if file else None), findings


def is_case_file(path: Path) -> bool:
    """Whether a file holds a case and no persona, by its keys; raise PersonaError when it cannot be read."""
    root = read_document(_bytes_of(path)).value
    return isinstance(root, dict) and "briefing" in root and "topics" not in root


def _loaded(name: str) -> tuple[Persona, Path]:
    path = persona_path(name)
    read = read_persona(path)
    if read.persona is None:
        raise refusal(str(path), read.findings)
    return read.persona, path


def _case_beside(path: Path, document: Document) -> tuple[bytes, Case | None, tuple[Finding, ...]]:
    root = document.value if isinstance(document.value, dict) else {}
    name, language = root.get("case"), root.get("language")
    if not isinstance(name, str) or not isinstance(language, str):
        return b"", None, ()
    if language not in LANGUAGES or not re.fullmatch(ID_PATTERN, name):
        return b"", None, ()
    place = document.place_of(("case",))
    found = case_path(name, language, path)
    if found is None:
        return b"", None, (Finding(str(path), *place, why_no_case(name, language, path)),)
    try:
        content = _bytes_of(found)
    except PersonaError as error:
        return b"", None, (Finding(str(path), *place, error.what),)
    return content, *_case_in(found, content, name, language)


def _case_in(path: Path, content: bytes, name: str, language: str) -> tuple[Case | None, tuple[Finding, ...]]:
    document = read_document(content)
    file, findings = check_shape(document, CaseFile, str(path))
    if file is None:
        return None, findings
    wrong = []
    if file.id != name:
        wrong.append(Finding(str(path), *document.place_of(("id",)), f"write '{name}', as the file is called"))
    if file.language != language:
        text = f"write '{language}', as the file is called and its persona speaks"
        wrong.append(Finding(str(path), *document.place_of(("language",)), text))
    return (None if wrong else case_of(file)), tuple(wrong)


def why_no_case(name: str, language: str, path: Path) -> str:
    """Return in words that a persona file finds no such case, with the nearest one that it could use."""
    known = cases_near(path)
    here = tuple(sorted({case.rpartition(".")[0] for case in known if case.endswith(f".{language}")}))
    others = [case for case in known if case.rpartition(".")[0] == name]
    if others:
        there = f"the case '{name}' is there in another language only ({', '.join(others)})"
        return f"{there}; write cases/{name}.{language}.yaml"
    near = nearest(name, here)
    cure = f"did you mean '{near}'?" if near else f"there are: {', '.join(here) or 'none'}"
    return f"there is no case '{name}' in this language (cases/{name}.{language}.yaml); {cure}"


def _bytes_of(path: Path) -> bytes:
    """Read a file, but no more of it than shows that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise PersonaError(f"{path}: there is no such file; check the name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PersonaError(f"{path}: cannot be read ({reason}); check the path and the rights on it") from error

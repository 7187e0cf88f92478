"""Writes a first persona file for a trainer to fill in, from a template in his language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.adapters.persona_wording import ID_PATTERN
from voicecoach.domain.audio import Language
from voicecoach.domain.errors import InputError, PersonaError, StorageError


def skeleton(id_: str, language: Language, case: str) -> str:
    """Return the text of a persona file with that id, in a case, to be filled in; raise InputError on a bad id."""
    if not re.fullmatch(ID_PATTERN, id_):
        raise InputError(
            f"'{id_}' cannot be the id of a persona: it takes small letters, digits, '_' and '-'.",
            "Try: voicecoach persona new sanne",
        )
    schema = (shipped_folder() / "persona.schema.json").as_posix()
    name = id_.replace("_", " ").replace("-", " ").capitalize()
    return _filled(f"{language}.yaml", {"@schema@": schema, "@id@": id_, "@name@": name, "@case@": case})


def questions_skeleton(id_: str, language: Language) -> str:
    """Return the text of the test questions that go beside a new persona file."""
    return _filled(f"{language}.questions.tsv", {"@id@": id_})


def _filled(name: str, marks: Mapping[str, str]) -> str:
    template = (shipped_folder() / "templates" / name).read_text(encoding="utf-8")
    for mark, text in marks.items():
        template = template.replace(mark, text)
    return template


def write_skeleton(path: Path, text: str) -> None:
    """Write a new persona file; raise PersonaError when the file is there already, StorageError when it cannot be."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise PersonaError(
            f"{path}: this file is there already; choose another id, or another name with --to"
        ) from None
    except FileNotFoundError:
        raise PersonaError(f"{path}: there is no folder {path.parent}; make it first: mkdir -p {path.parent}") from None
    except OSError as error:
        raise StorageError(f"{path}: cannot be written ({error.strerror}); choose another place with --to") from error

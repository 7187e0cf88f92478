"""A circle on disk: circle.yaml with the plan, and a folder for each talk with its sessions and observers' notes."""

from __future__ import annotations

import io
import json
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.adapters.persona_document import Document
from voicecoach.adapters.persona_yaml import read_document
from voicecoach.adapters.session_files import storage_errors, write_private
from voicecoach.debrief.circle import Circle, slug, stations
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PLAN = "circle.yaml"

_COMMENTS = {
    "nl": "Een kring oefent op één casus. Aanpassen mag; 'voicecoach circle status' leest dit bestand opnieuw.",
    "en": "A circle practises on one case. Change what you like; 'voicecoach circle status' reads this file again.",
}
_NOTES = {
    "nl": "# Wat u ziet en hoort, een regel per keer: minuten:seconden vanaf het begin, en uw woorden. Voorbeeld:\n"
    "# 02:15 hij leunt naar voren\n",
    "en": "# What you see and hear, a line each: minutes:seconds from the start, and your words. For example:\n"
    "# 02:15 he leans forward\n",
}


def read_circle(folder: Path) -> Circle:
    """Read the plan in a folder; raise InputError with every mistake in it, each at its line and column."""
    path = folder / PLAN
    try:
        content = path.read_bytes()
    except OSError as error:
        cure = f"Begin one with: voicecoach circle new {folder} --people ... --persona ..."
        raise InputError(f"{path}: cannot be read: {error.strerror}.", cure) from None
    document = read_document(content)
    mistakes = [f"{path}:{p.place.line}:{p.place.column}: {p.text}" for p in document.problems]
    if mistakes:
        raise InputError("\n".join(mistakes))
    return _circle(document, path)


def write_circle(circle: Circle, folder: Path) -> bool:
    """Write the plan where there is none yet, and make what is missing of its folders and note files.

    Returns whether anything was written: the second time nothing is. Raises InputError where another plan lies there,
    StorageError when the disk refuses.
    """
    path = folder / PLAN
    is_new = not path.exists()
    if not is_new and read_circle(folder) != circle:
        raise InputError(
            f"{path}: holds another plan.", "Change that file, choose another folder, or take the file away."
        )
    with storage_errors(path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_new:
        write_private(path, _yaml(circle).encode("utf-8"))
    return make_stations(circle, folder) or is_new


def make_stations(circle: Circle, folder: Path) -> bool:
    """Make the folders and empty note files that are missing; return whether any was. Raises StorageError."""
    wrote = False
    for station in stations(circle):
        place = folder / station.folder
        with storage_errors(place):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        for observer in station.observers:
            notes = place / f"notes-{slug(observer) or 'observer'}.txt"
            if not notes.exists():
                write_private(notes, _NOTES[circle.language].encode("utf-8"))
                wrote = True
    return wrote


def _circle(document: Document, path: Path) -> Circle:
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    value = document.value
    if not isinstance(value, dict):
        raise InputError(f"{path}:1:1: a plan is keys with their values, such as 'persona: joris'.")
    known = {field.name for field in fields(Circle)}
    mistakes = [_mistake(document, path, (str(key),), "is not known") for key in value if key not in known]
    try:
        circle = _adapter().validate_json(json.dumps(value, default=str), strict=True)
    except ValidationError as error:
        for wrong in error.errors(include_url=False, include_input=False):
            is_missing = wrong["type"] in {"missing", "missing_argument"}
            what = "is missing; add it to the plan" if is_missing else wrong["msg"].removeprefix("Value error, ")
            mistakes.append(_mistake(document, path, wrong["loc"], what))
    if mistakes:
        raise InputError("\n".join(mistakes))
    assert isinstance(circle, Circle)
    return circle


def _mistake(document: Document, path: Path, loc: tuple[str | int, ...], what: str) -> str:
    place = document.key_place_of(loc)
    name = ".".join(map(str, loc))
    return f"{path}:{place.line}:{place.column}: {f'{name}: ' if name else ''}{what}"


def _yaml(circle: Circle) -> str:
    from ruamel.yaml import YAML  # noqa: PLC0415 - heavy

    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1000
    text = io.StringIO()
    minutes = int(circle.minutes) if circle.minutes == int(circle.minutes) else circle.minutes
    plan: dict[str, object] = {
        "title": circle.title,
        "persona": circle.persona,
        "language": circle.language,
        "minutes": minutes,
        "rounds": circle.rounds,
        "swap": circle.swap,
        "seed": circle.seed,
        "inner": list(circle.inner),
        "outer": list(circle.outer),
    }
    yaml.dump(plan, text)
    return f"# {_COMMENTS[circle.language]}\n{text.getvalue()}"


@cache
def _adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(Circle)

"""Checks a document against the shape of its kind of file, and says every mistake at its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from voicecoach.adapters.persona_across import mistakes_across, nearest
from voicecoach.adapters.persona_document import Document, Loc
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_format import FilePart

File = TypeVar("File", bound=FilePart)


MAX_MISTAKES = 1000
"""More than these help nobody, and finding the nearest key for each takes its time."""

_KEYS = "keys are wanted here, each on a line of its own, indented: 'key: value'"

_LIMITS = {
    "literal_error": "write {expected} here",
    "list_type": "a list is wanted here: each item on a line of its own, after '- '",
    "too_short": "the list is empty; write at least one item",
    "int_type": "a whole number is wanted here, without quotes, such as 50",
    "bool_type": "write true or false here, without quotes",
    "greater_than_equal": "too low; write {ge} or more",
    "less_than_equal": "too high; write {le} or less",
    "string_too_long": "too long; at most {max_length} characters",
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
}


def check_shape(document: Document, kind: type[File], file: str) -> tuple[File | None, tuple[Finding, ...]]:
    """Return what the document holds, None when it has mistakes, and all mistakes in the order of their places."""
    findings = {Finding(file, place.line, place.column, text) for place, text in document.problems}
    content: File | None = None
    if document.is_complete:
        try:
            content = kind.model_validate(document.value)
        except ValidationError as error:
            errors = error.errors(include_url=False)[:MAX_MISTAKES]
            details = [e for e in errors if not document.is_broken(e["loc"])]
            findings |= {_finding(e, document, kind, file) for e in details if not _is_misspelt(e, details, kind)}
        findings |= {Finding(file, *place, text) for place, text in mistakes_across(document)}
    return (None if findings else content), tuple(sorted(findings))


def _finding(error: ErrorDetails, document: Document, kind: type[BaseModel], file: str) -> Finding:
    loc, what = error["loc"], error["type"]
    if what == "missing":
        place = document.key_place_of(loc[:-1])
    elif what == "extra_forbidden":
        place = document.key_place_of(loc)
    else:
        place = document.place_of(loc)
    return Finding(file, *place, _words(error, kind))


def _words(error: ErrorDetails, kind: type[BaseModel]) -> str:
    loc, what, value = error["loc"], error["type"], error["input"]
    if what == "missing":
        return _missing(str(loc[-1]), _model_at(kind, loc[:-1]))
    if what == "extra_forbidden":
        return _unknown(str(loc[-1]), _model_at(kind, loc[:-1]))
    if what in {"string_type", "model_type", "model_attributes_type"} and not _wants_keys(kind, loc):
        return _pattern("version") if loc == ("version",) else _no_text(value)
    return _limits(what, value, error.get("ctx", {}), str(loc[-1]) if loc else "")


def _limits(what: str, value: object, context: Mapping[str, Any], key: str) -> str:
    if what == "wording":
        return str(context["text"])
    if value is None:
        return f"nothing is written after '{key}'; write a value, or take the key out if it may be left out"
    if what == "string_pattern_mismatch":
        return _pattern(key)
    return _LIMITS.get(what, "this cannot stand here; see docs/personas.md").format_map(context)


def _pattern(key: str) -> str:
    if key == "version":
        return "a version is three numbers with dots, such as 1.0.0"
    return "begin with a small letter; only small letters, digits, '_' and '-', at most 40: 'lost_order' for instance"


def _missing(key: str, model: type[BaseModel] | None) -> str:
    field = model.model_fields.get(key) if model else None
    if field and field.examples:
        return f"the key '{key}' is missing here; add it, for instance: {key}: {field.examples[0]}"
    meaning = f" ({field.description.rstrip('.')})" if field and field.description else ""
    return f"the key '{key}' is missing here; add it{meaning}"


def _unknown(key: str, model: type[BaseModel] | None) -> str:
    known = tuple(model.model_fields) if model else ()
    if near := nearest(key, known):
        return f"'{key}' is no key that is known here; did you mean '{near}'?"
    return f"'{key}' is no key that is known here; these are: {', '.join(known)}"


def _no_text(value: object) -> str:
    if value is None:
        return "nothing is written here; write a text, or take the line out"
    if isinstance(value, dict):
        return "the colon makes this a key; put the whole text in double quotes to keep it a text"
    if isinstance(value, list):
        return "one text is wanted here, no list; write it without '- ' and without '['"
    return f"this is read as {'yes or no' if isinstance(value, bool) else 'a number'}; put it in double quotes: " + (
        json.dumps(str(value).lower())
    )


def _is_misspelt(error: ErrorDetails, errors: list[ErrorDetails], kind: type[BaseModel]) -> bool:
    """Whether a key is missing only because it stands there misspelt, which is said already."""
    if error["type"] != "missing":
        return False
    loc = error["loc"]
    model = _model_at(kind, loc[:-1])
    strays = [str(e["loc"][-1]) for e in errors if e["type"] == "extra_forbidden" and e["loc"][:-1] == loc[:-1]]
    return model is not None and any(nearest(stray, tuple(model.model_fields)) == loc[-1] for stray in strays)


def _wants_keys(kind: type[BaseModel], loc: Loc) -> bool:
    model = _model_at(kind, loc)
    return model is not None and "say" not in model.model_fields


def _model_at(kind: Any, loc: Loc) -> type[BaseModel] | None:
    """Return the class that describes the part of a file at a place, None where there is none."""
    for step in loc:
        kind = _bare(kind)
        if isinstance(step, int):
            kind = get_args(kind)[0] if get_origin(kind) is list else None
        else:
            is_field = isinstance(kind, type) and issubclass(kind, BaseModel) and step in kind.model_fields
            kind = kind.model_fields[step].annotation if is_field else None
    kind = _bare(kind)
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _bare(kind: Any) -> Any:
    while get_origin(kind) in {Annotated, Union, UnionType}:
        kind = next(a for a in get_args(kind) if a is not type(None))
    return kind

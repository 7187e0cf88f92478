"""Turns values into lines of JSON and back, strictly: what does not fit the types is refused, with its place."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, cast

from voicecoach.domain.errors import SessionError
from voicecoach.domain.events import SessionEvent

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def encode_event(event: SessionEvent) -> bytes:
    r"""Return the event as one line of UTF-8 JSON ending in "\n": `type` first, then the fields as declared."""
    fields = asdict(event)
    return to_json({"type": fields.pop("type"), **fields}) + b"\n"


def decode_event(line: bytes, where: str) -> SessionEvent:
    """Return the event in a line; raise SessionError naming `where` (file and line) when it is none that we know."""
    return cast(SessionEvent, from_json(_event_adapter(), line, where))


def to_json(value: object) -> bytes:
    """Return compact UTF-8 JSON, keys in the order given; half a surrogate pair becomes "?", a path its text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return text.encode("utf-8", "replace")


def from_json(adapter: TypeAdapter[Any], text: bytes, where: str) -> object:
    """Return what the adapter reads in strict JSON; raise SessionError for what does not fit or is not known here.

    A field that is missing takes its default (older formats); a field that we do not know is refused, because
    dropping it could change what the session means (newer formats).
    """
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    try:
        value = adapter.validate_json(text, strict=True)
    except ValidationError as error:
        raise SessionError(f"{where}: {_first_mistake(error)}.", _CURE) from None
    unknown = _unknown_field(json.loads(text), value)
    if unknown:
        raise SessionError(f"{where}: the field '{unknown}' is not known to this version.", _CURE)
    return value


_CURE = "The file is damaged, or was written by a newer voicecoach: try 'pip install --upgrade voicecoach'."


@cache
def _event_adapter() -> TypeAdapter[Any]:
    from pydantic import Field, TypeAdapter  # noqa: PLC0415 - heavy

    return TypeAdapter(Annotated[SessionEvent, Field(discriminator="type")])


def _first_mistake(error: Exception) -> str:
    from pydantic import ValidationError  # noqa: PLC0415 - heavy

    assert isinstance(error, ValidationError)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _unknown_field(raw: object, value: object, path: str = "") -> str:
    """The path of the first key in `raw` that the read value has no field for; empty when there is none."""
    if isinstance(raw, dict) and is_dataclass(value):
        pairs = [(key, entry, getattr(value, key, _MISSING)) for key, entry in raw.items()]
    elif isinstance(raw, list) and isinstance(value, tuple):
        pairs = [(str(index), *pair) for index, pair in enumerate(zip(raw, value, strict=True))]
    else:
        return ""
    for key, entry, read in pairs:
        here = f"{path}.{key}" if path else str(key)
        unknown = here if read is _MISSING else _unknown_field(entry, read, here)
        if unknown:
            return unknown
    return ""


_MISSING = object()

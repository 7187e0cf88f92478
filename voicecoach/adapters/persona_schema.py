"""Makes the JSON Schemas by which an editor completes and checks persona and case files."""

from __future__ import annotations

import json
from typing import Any

from voicecoach.adapters.persona_format import CaseFile, FilePart, PersonaFile
from voicecoach.adapters.persona_yaml import read_document

SCHEMA_FILES: dict[str, type[FilePart]] = {"persona.schema.json": PersonaFile, "case.schema.json": CaseFile}
"""The files in the shipped folder and what they describe."""


def schema_text(kind: type[FilePart]) -> str:
    """Return the JSON Schema of a kind of file, indented, with a line end."""
    schema = _plain(kind.model_json_schema())
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"voicecoach {kind.__name__}"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def _plain(node: dict[str, Any]) -> dict[str, Any]:
    """Leave out the titles made from names and the nulls nobody writes, and give examples as values."""
    node = {key: value for key, value in node.items() if key != "title" and not (key == "default" and value is None)}
    for key in ("properties", "$defs"):
        if key in node:
            node[key] = {name: _plain(inner) for name, inner in node[key].items()}
    if "items" in node:
        node["items"] = _plain(node["items"])
    if "examples" in node:
        node["examples"] = [read_document(text.encode("utf-8")).value for text in node["examples"]]
    return _plain_choice(node)


def _plain_choice(node: dict[str, Any]) -> dict[str, Any]:
    choices = [_plain(inner) for inner in node.get("anyOf", ()) if inner != {"type": "null"}]
    if len(choices) == 1:
        del node["anyOf"]
        return choices[0] | node
    return node | ({"anyOf": choices} if choices else {})

"""The JSON Schemas for editors: up to date with the code, and saying what it says."""

from __future__ import annotations

import json

import pytest

from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.adapters.persona_schema import SCHEMA_FILES, schema_text


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_the_shipped_schema_is_the_one_that_the_code_makes(name: str) -> None:
    written = (shipped_folder() / name).read_text(encoding="utf-8")
    assert written == schema_text(SCHEMA_FILES[name]), "run: python -m tools.make_persona_schemas"


def test_the_schema_explains_every_key_and_refuses_unknown_ones() -> None:
    schema = json.loads(schema_text(SCHEMA_FILES["persona.schema.json"]))
    parts = [schema, *schema["$defs"].values()]
    parts += [choice for part in parts for choice in part.get("anyOf", ()) if "properties" in choice]
    for part in (part for part in parts if "properties" in part):
        assert part["additionalProperties"] is False
        for key, value in part["properties"].items():
            meant = schema["$defs"][value["$ref"].rpartition("/")[2]] if "$ref" in value else value
            assert value.get("description") or meant["description"], key


def test_a_line_is_a_text_or_keys_in_the_schema() -> None:
    schema = json.loads(schema_text(SCHEMA_FILES["persona.schema.json"]))
    plain, whole = schema["$defs"]["LinePart"]["anyOf"]
    assert plain["type"] == "string"
    assert (set(whole["properties"]), whole["required"]) == ({"say", "short", "feeling", "about"}, ["say"])
    assert schema["$defs"]["TemperPart"]["properties"]["gain"]["examples"] == [7]

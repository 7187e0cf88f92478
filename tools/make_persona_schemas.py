"""Writes the JSON Schemas of persona and case files anew: `python -m tools.make_persona_schemas`."""

from __future__ import annotations

from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.adapters.persona_schema import SCHEMA_FILES, schema_text


def main() -> None:
    """Write every schema into the folder of the shipped personas."""
    for name, kind in SCHEMA_FILES.items():
        path = shipped_folder() / name
        path.write_text(schema_text(kind), encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()

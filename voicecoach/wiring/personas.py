"""Persona files and their tools, for whoever reads, checks or writes them."""

from __future__ import annotations

from voicecoach.adapters.persona_checks import check_persona
from voicecoach.adapters.persona_files import (
    find_persona,
    is_case_file,
    list_personas,
    read_case,
    read_persona,
    why_no_case,
)
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_format import CaseFile, PersonaFile
from voicecoach.adapters.persona_names import case_path, persona_path, shipped_personas
from voicecoach.adapters.persona_schema import schema_text
from voicecoach.adapters.persona_skeleton import skeleton, write_skeleton

__all__ = [
    "CaseFile",
    "Finding",
    "PersonaFile",
    "case_path",
    "check_persona",
    "find_persona",
    "is_case_file",
    "list_personas",
    "persona_path",
    "read_case",
    "read_persona",
    "schema_text",
    "shipped_personas",
    "skeleton",
    "why_no_case",
    "write_skeleton",
]

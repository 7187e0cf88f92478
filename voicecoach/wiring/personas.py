"""Persona files and their tools, for whoever reads, checks or writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from voicecoach.adapters.persona_checks import check_persona
from voicecoach.adapters.persona_files import (
    ReadPersona,
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
from voicecoach.adapters.persona_questions import questions_path
from voicecoach.adapters.persona_schema import schema_text
from voicecoach.adapters.persona_skeleton import questions_skeleton, skeleton, write_skeleton

if TYPE_CHECKING:
    from voicecoach.ports import Embedder

__all__ = [
    "CaseFile",
    "Finding",
    "PersonaFile",
    "case_path",
    "check_matching",
    "check_persona",
    "find_persona",
    "is_case_file",
    "list_personas",
    "persona_path",
    "questions_path",
    "questions_skeleton",
    "read_case",
    "read_persona",
    "schema_text",
    "shipped_personas",
    "skeleton",
    "why_no_case",
    "write_skeleton",
]


def check_matching(read: ReadPersona) -> tuple[Finding, ...]:
    """Return what the topic matcher would confuse, and where it fails the test questions beside the file.

    Loads the sentence model once. About a second a file.
    """
    from voicecoach.adapters.persona_confusion import confused_questions  # noqa: PLC0415 - heavy
    from voicecoach.adapters.persona_trial import tried_questions  # noqa: PLC0415 - heavy

    return (*confused_questions(read, _embedder()), *tried_questions(read, _embedder()))


@cache
def _embedder() -> Embedder:
    from voicecoach.wiring.engines import build_embedder  # noqa: PLC0415 - heavy

    return build_embedder()

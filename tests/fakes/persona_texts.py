"""A persona file and its case as text, to break in tests."""

from __future__ import annotations

from pathlib import Path

from voicecoach.adapters.persona_files import read_persona
from voicecoach.adapters.persona_findings import Finding
from voicecoach.adapters.persona_skeleton import skeleton

CASE = """spec: 1
id: late_quotes
language: nl
title: Late offertes
briefing: >
  Je spreekt Jan. Zijn offertes
  gaan te laat de deur uit.
"""


def persona_text() -> str:
    """Return a Dutch persona file without mistakes, in the case CASE."""
    return skeleton("jan", "nl", "late_quotes")


def write_persona(folder: Path, text: str | bytes, case: str = CASE) -> Path:
    """Write a persona file with its case beside it; return its path."""
    path = folder / "jan.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "cases" / "late_quotes.nl.yaml").write_text(case, encoding="utf-8")
    return path


def findings_in(folder: Path, text: str | bytes, case: str = CASE) -> tuple[Finding, ...]:
    """Return all mistakes in a persona file and its case."""
    return read_persona(write_persona(folder, text, case)).findings


def told(folder: Path, text: str | bytes, case: str = CASE) -> list[str]:
    """Return the mistakes as they are printed, without the folder."""
    return [str(finding).replace(f"{folder}/", "") for finding in findings_in(folder, text, case)]


def changed(*changes: tuple[str, str]) -> str:
    """Return the persona file with each first text, which must be there, replaced by the second."""
    text = persona_text()
    for old, new in changes:
        assert old in text, f"{old!r} is not in the persona file"
        text = text.replace(old, new, 1)
    return text

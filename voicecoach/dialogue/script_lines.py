"""A coach's line in a written talk: words, words said through the coachee's, or a kept silence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voicecoach.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """Words, maybe said while the coachee still speaks, or a silence where `silence_ms` is set."""

    text: str
    interrupts: bool = False
    silence_ms: int | None = None


def script_line(line: str, where: str) -> ScriptLine:
    """Return what a written line means: '(silence 4)', '(4 s)', '! words' or words; raise InputError if unclear.

    where: the place to name in the error, as "file:line".
    """
    if re.match(r"\((silence\b|stilte\b|\d)", line):
        seconds = re.fullmatch(r"\((?:silence\s+|stilte\s+)?(\d+(?:\.\d+)?)\s*s?\)", line)
        if seconds is None:
            raise InputError(f"{where}: '{line}' is no silence.", "Write the seconds like this: (silence 4)")
        return ScriptLine("", silence_ms=round(float(seconds[1]) * 1000))
    if line.startswith("!"):
        return ScriptLine(line[1:].strip(), interrupts=True)
    return ScriptLine(line)

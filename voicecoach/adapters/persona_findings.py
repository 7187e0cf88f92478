"""What is found wrong in a persona or case file, at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.domain.errors import PersonaError

SHOWN = 20
"""So many mistakes are told when a file is loaded; `voicecoach persona check` tells them all."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong or doubtful.

    file: the path as the user wrote it.
    line, column: from 1, in characters.
    text: what is wrong, and what to write instead.
    is_mistake: False for a warning, which keeps nobody from loading the file.
    """

    file: str
    line: int
    column: int
    text: str
    is_mistake: bool = True

    def __str__(self) -> str:
        """Return `file:line:column: text` in characters that any terminal takes."""
        words = f"{self.file}:{self.line}:{self.column}: {'' if self.is_mistake else 'warning: '}{self.text}"
        return words.encode("utf-8", "backslashreplace").decode("utf-8")


def mistakes_in(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return the mistakes among the findings, in the order of their places."""
    return tuple(sorted(f for f in findings if f.is_mistake))


def refusal(file: str, findings: Sequence[Finding]) -> PersonaError:
    """Return the error that tells all mistakes of a file, one a line; up to SHOWN of them."""
    mistakes = mistakes_in(findings)
    if len(mistakes) == 1:
        return PersonaError(str(mistakes[0]))
    lines = [f"{file}: {len(mistakes)} mistakes", *(f"  {mistake}" for mistake in mistakes[:SHOWN])]
    if len(mistakes) > SHOWN:
        lines.append(f"  and {len(mistakes) - SHOWN} more: voicecoach persona check {file}")
    return PersonaError("\n".join(lines))

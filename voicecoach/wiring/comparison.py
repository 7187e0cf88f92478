"""Sessions of a group -> the page and the table that compare them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.adapters.comparison_csv import write_csv
from voicecoach.adapters.comparison_page import PageSettings, display_name, write_comparison
from voicecoach.adapters.persona_files import read_case
from voicecoach.adapters.persona_names import shipped_folder
from voicecoach.adapters.session_gathering import FoundSession, Gathering, gather
from voicecoach.adapters.session_store import SessionStore
from voicecoach.debrief.comparison import TalkHeard, compare
from voicecoach.domain.errors import InputError

if TYPE_CHECKING:
    from voicecoach.adapters.session_folder import Session
    from voicecoach.debrief.observer_notes import ObserverNote
    from voicecoach.domain.audio import Language
    from voicecoach.domain.persona import Case

__all__ = [
    "ComparisonFiles",
    "Gathering",
    "PageSettings",
    "SessionStore",
    "display_name",
    "gather",
    "language_of",
    "on_one_case",
    "talk_of",
    "write_group",
]


@dataclass(frozen=True, slots=True)
class ComparisonFiles:
    """Where the page and the table go."""

    page: Path
    table: Path


def on_one_case(found: Sequence[FoundSession], case: str = "") -> tuple[FoundSession, ...]:
    """Return the sessions on the case, or all where they share one; raise InputError, naming cases, where not."""
    cases = Counter(each.session.head.persona.case.id for each in found)
    if case and case not in cases:
        raise InputError(f"No session is on the case '{case}'.", f"There are: {_told(cases)}.")
    if not case and len(cases) > 1:
        raise InputError(f"The sessions are on {len(cases)} cases: {_told(cases)}.", "Choose one with --case ID.")
    return tuple(each for each in found if not case or each.session.head.persona.case.id == case)


def language_of(found: Sequence[FoundSession]) -> Language:
    """The language of most sessions; Dutch where there are none."""
    languages: Counter[Language] = Counter(each.session.head.language for each in found)
    return languages.most_common(1)[0][0] if languages else "nl"


def talk_of(who: str, session: Session, notes: tuple[ObserverNote, ...] = ()) -> TalkHeard:
    """Somebody's session as a talk to compare, with observers' notes on it."""
    return TalkHeard(who, session.head.persona, session.corrected, notes, bool(session.head.parent))


def write_group(talks: Sequence[TalkHeard], settings: PageSettings, files: ComparisonFiles) -> None:
    """Measure the talks and write the page and the table; raise StorageError when the disk refuses."""
    comparison = compare(talks)
    case = _case_title(talks[0].persona.case, settings.language) if talks else ""
    write_comparison(comparison, replace(settings, case=case), files.page)
    write_csv(comparison, files.table, names=settings.names)


def _case_title(case: Case, language: Language) -> str:
    """What a case is called in a language, where it is shipped in that; else what it is called in its own."""
    path = shipped_folder() / "cases" / f"{case.id}.{language}.yaml"
    if case.language == language or not path.is_file():
        return case.title
    other, _ = read_case(path)
    return other.title if other is not None else case.title


def _told(cases: Counter[str]) -> str:
    return ", ".join(f"{case} ({count})" for case, count in cases.most_common())

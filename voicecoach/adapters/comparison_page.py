"""Writes the comparison of a group's talks on one case: one HTML file that needs no network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from voicecoach import __version__
from voicecoach.adapters.comparison_chart import draw_group, group_chart
from voicecoach.adapters.comparison_rows import COLUMNS, figure_rows, labels_without, middle_row, short, topic_rows
from voicecoach.adapters.comparison_talks import notes_told, openings_told, solutions_told
from voicecoach.adapters.comparison_words import comparison_words
from voicecoach.adapters.session_files import write_private
from voicecoach.adapters.trainer_words import trainer_words
from voicecoach.debrief.comparison import Comparison, Talk, middle
from voicecoach.domain.audio import Language


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How the page is made. title: of the evening or the group, empty for none. names: show who is who.

    skipped: how many damaged sessions were left out. case: what the case is called in the page's language, empty for
    what it is called in the sessions.
    """

    language: Language
    title: str = ""
    names: bool = False
    skipped: int = 0
    case: str = ""


def write_comparison(comparison: Comparison, settings: PageSettings, path: Path) -> None:
    """Write the page for its owner only; raise StorageError when the disk refuses."""
    write_private(path, render_comparison(comparison, settings).encode("utf-8", "replace"))


def render_comparison(comparison: Comparison, settings: PageSettings) -> str:
    """The page as text."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - heavy

    environment = Environment(
        loader=PackageLoader("voicecoach.adapters", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("comparison.html").render(_page(comparison, settings))


def display_name(talk: Talk, settings: PageSettings) -> str:
    """What a talk is called: by name only when that was asked for."""
    person = comparison_words(settings.language)["person"].format(label=talk.label)
    return f"{talk.label} {talk.who}" if settings.names else person


def _page(comparison: Comparison, settings: PageSettings) -> dict[str, object]:
    language, talks = settings.language, comparison.talks
    texts, words = comparison_words(language), trainer_words(language)
    chart = group_chart(comparison)

    def display(talk: Talk) -> str:
        return display_name(talk, settings)

    return {
        "language": language,
        "t": texts,
        "words": words,
        "heading": texts["title_one" if len(talks) == 1 else "title"].format(count=len(talks)),
        "spoken": _spoken(talks, language),
        "eyebrow": settings.title or _case(talks, settings),
        "meta": _meta(talks, texts, settings),
        "summary": _summary(talks, language),
        "is_crowded": chart.is_crowded,
        "curves": draw_group(chart, words, texts["curves_label"].format(count=len(chart.curves)))
        if chart.curves
        else "",
        "columns": [texts[column] for column in COLUMNS],
        "rows": figure_rows(comparison, display, language),
        "middle": middle_row(comparison, language),
        "taken_up": ", ".join(talk.label for talk in talks if talk.is_taken_up),
        "is_again": any(not talk.label.isdigit() for talk in talks),
        "topics": topic_rows(comparison),
        "levels": {str(int(level)): name for level, name in words.levels.items()},
        "labels": [(talk.label, display(talk)) for talk in talks],
        "solutions": solutions_told(talks, display, language),
        "no_solutions": labels_without(talks, lambda talk: talk.solutions),
        "openings": openings_told(comparison, display, language),
        "no_openings": labels_without(talks, lambda talk: talk.opening),
        "notes": notes_told(talks, display, settings.names, language),
        "skipped": texts["skipped"].format(count=settings.skipped) if settings.skipped else "",
        "is_pseudonymous": not settings.names,
        "foot": texts["foot"].format(version=__version__),
    }


def _meta(talks: Sequence[Talk], texts: dict[str, str], settings: PageSettings) -> str:
    names = list(dict.fromkeys(talk.persona.name for talk in talks))
    told = [_case(talks, settings)] if settings.title and talks else []
    return " · ".join([*told, texts["with"].format(names=", ".join(names))] if names else told)


def _summary_key(ends: Sequence[int]) -> str:
    return "summary_one" if len(ends) == 1 else "summary_same" if len(set(ends)) == 1 else "summary"


def _case(talks: Sequence[Talk], settings: PageSettings) -> str:
    return settings.case or (talks[0].persona.case.title if talks else "")


def _spoken(talks: Sequence[Talk], language: Language) -> str:
    """The language of what is quoted, where it is another than the page's; empty else."""
    spoken = {talk.persona.language for talk in talks}
    return spoken.pop() if len(spoken) == 1 and language not in spoken else ""


def _summary(talks: Sequence[Talk], language: Language) -> str:
    ends = [talk.figures.end for talk in talks if talk.figures.end is not None]
    if not ends:
        return ""
    bringers = [talk.figures.first_solution for talk in talks]
    return comparison_words(language)[_summary_key(ends)].format(
        low=min(ends),
        high=max(ends),
        middle=short(middle(ends), language),
        own=sum(talk.figures.own_solution for talk in talks),
        count=len(talks),
        coach=bringers.count("coach"),
    )

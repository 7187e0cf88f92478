"""The comparison page, parsed as a browser would."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from random import Random

import pytest

from tests.fakes.crowd import synthetic_round
from tests.fakes.group import good_talk, heard, poor_talk, said, step, told
from voicecoach.adapters.comparison_chart import COLOURS, DASHES, group_chart
from voicecoach.adapters.comparison_page import PageSettings, render_comparison
from voicecoach.debrief.comparison import Comparison, TalkHeard, compare
from voicecoach.debrief.observer_notes import ObserverNote
from voicecoach.domain.audio import Language
from voicecoach.domain.events import SessionStarted
from voicecoach.domain.moves import MoveKind
from voicecoach.domain.openness import PersonaState, Reply, ReplyKind
from voicecoach.domain.persona import Level
from voicecoach.wiring.engines import load_persona

_VOID = {"meta", "br", "link"}


class _Page(HTMLParser):
    """Checks that tags close in order, and collects what a reader sees, tables by cell, and talks by element."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._open: list[str] = []
        self._seen: list[str] = []
        self.ids: list[str] = []
        self.refers: list[str] = []
        self.addresses: list[str] = []
        self.tables: list[list[list[str]]] = []
        self.curves: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        elif "path" in given.get("class", "").split():
            self.curves.append(given["data-talk"])
        self.ids += [given["id"]] if "id" in given else []
        self.refers += [given["aria-labelledby"]] if "aria-labelledby" in given else []
        self.addresses += [given[key] for key in ("href", "src", "action") if key in given]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"style", "script"} & set(self._open):
            return
        self._seen.append(data)
        if {"td", "th"} & set(self._open):
            self.tables[-1][-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join(" ".join(self._seen).split())


def _group() -> Comparison:
    notes = (ObserverNote(9500, "Hij leunt naar voren", "Bram"), ObserverNote(99_000, "Mooi slot", "Zus"))
    anna = TalkHeard("Anna", heard("Anna", ()).persona, good_talk(), notes)
    return compare([anna, heard("Bram", poor_talk()), heard("Anna", poor_talk())])


def _page(comparison: Comparison, settings: PageSettings | None = None) -> _Page:
    return _Page(render_comparison(comparison, settings or PageSettings("nl")))


def test_each_talk_has_its_curve_and_its_row_of_figures() -> None:
    page = _page(_group())
    assert page.curves == ["1", "2", "1b"]
    head, first, second, again, middle = page.tables[0]
    assert first[:4] == ["Deelnemer 1", "20 → 84", "inzicht", "1:00"]
    assert second[:4] == ["Deelnemer 2", "20 → 5", "gesloten", "0:30"]
    assert again[0] == "Deelnemer 1b"
    assert (first[8], second[8], middle[8]) == ("0", "2", "2")
    assert (first[-2:], second[-2:]) == (["Mark zelf", "ja"], ["coach", "nee"])
    assert {len(row) for row in page.tables[0]} == {len(head)}


def test_the_topics_tell_who_found_what_and_how_deep() -> None:
    head, quotes, target, team = _page(_group()).tables[1]
    assert head[2:] == ["1", "2", "1b"]
    assert quotes[1:] == ["3 van 3", "open", "gesloten", "gesloten"]
    assert target[1:] == ["0 van 3", *["niet ter sprake"] * 3]
    assert team[1:] == ["0 van 3", "gevraagd, niets verteld?", "niet ter sprake", "niet ter sprake"]


def test_the_page_tells_solutions_openings_and_notes() -> None:
    text = _page(_group()).text
    for part in (
        "Eén casus, 3 gesprekken",
        "eindigden tussen 5 en 84 (van 100), het midden is 5.",
        "0:39 Ik ga zelf bellen. zelf bedacht",
        "0:49 Dinsdag begin ik. zelf toegezegd",
        "0:15 Ik zou ze gewoon bellen. van de coach: ja gezegd, zonder draagvlak",
        "Begonnen met: open vraag",
        "Deelnemer 1 en Deelnemer 1b begonnen allebei zo.",
        "open vraag ▲ 26 advies ▼ 18 advies ▼ 5",
        "0:10 Hij leunt naar voren (waarnemer: Deelnemer 2) bij de beurt Hoe kijk jij naar je offertes?",
        "1:39 Mooi slot na het einde van het gesprek",
    ):
        assert part in text


def test_where_there_is_no_room_for_every_solution_the_promise_stays_and_how_many_more_is_said() -> None:
    tip, own = said(MoveKind.ADVICE, "Maak een lijstje."), said(MoveKind.OPEN_QUESTION, "En?")
    no, promise = (Reply(kind.value, kind, Level.CLOSED) for kind in (ReplyKind.REACTION, ReplyKind.COMMITMENT))
    log = [*(step(9 * n, n, tip, (20, 20), no) for n in range(1, 7)), step(90, 7, own, (20, 20), promise)]
    text = _page(compare([heard("Anna", tuple(event for turn in log for event in turn))])).text
    assert "1:29 commitment zelf toegezegd en nog 3" in text
    assert text.count("Maak een lijstje. van de coach") == 3


def test_names_stay_out_of_the_page_unless_they_are_asked_for() -> None:
    hidden = render_comparison(_group(), PageSettings("nl"))
    assert not re.search(r"Anna|Bram|Zus", hidden)
    shown = _page(_group(), PageSettings("nl", names=True)).text
    assert "1 Anna" in shown
    assert "waarnemer: Zus" in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_is_filled_in_and_every_region_has_its_heading(language: Language) -> None:
    page = _page(_group(), PageSettings(language, title="Avond", skipped=2))
    assert not re.search(r"[{}]|None|undefined", page.text)
    assert len(page.ids) == len(set(page.ids))
    assert set(page.refers) <= set(page.ids)
    assert page.addresses == []


def test_the_page_asks_nothing_of_a_network() -> None:
    assert not re.search(r"https?:|//cdn|@import|url\(", render_comparison(_group(), PageSettings("nl")))


def test_what_people_say_never_becomes_markup() -> None:
    nasty = '</q><script>alert("1")</script>'
    log = step(5, 1, said(MoveKind.ADVICE, nasty), (20, 12), Reply(nasty, ReplyKind.LIP_SERVICE, Level.CLOSED))
    talk = TalkHeard(nasty, heard("x", ()).persona, log, (ObserverNote(6000, nasty, nasty),))
    html = render_comparison(compare([talk]), PageSettings("nl", title=nasty, names=True))
    assert "<script>alert" not in html
    assert _Page(html).text.count(nasty) == 11


@pytest.mark.parametrize("log", [(), (SessionStarted(0, PersonaState(20)),), good_talk()[:3], good_talk()])
def test_a_group_of_one_and_talks_without_turns_have_their_page(log: tuple[SessionStarted, ...]) -> None:
    assert "Eén casus, één gesprek" in _page(compare([heard("Anna", log)])).text
    assert _page(compare([heard("Anna", log), heard("Bram", good_talk())])).curves[-1] == "2"


def test_an_empty_comparison_still_is_a_page() -> None:
    assert "0 gesprekken" in _page(compare([])).text


def test_forty_curves_are_told_apart_and_no_label_lies_on_another() -> None:
    persona = load_persona("joris")
    talks = [TalkHeard(str(n), persona, tuple(synthetic_round(persona, Random(n), 180_000))) for n in range(40)]
    chart = group_chart(compare(talks))
    assert COLOURS * DASHES >= len({(curve.colour, curve.dash) for curve in chart.curves}) == 40
    heights = sorted(curve.label_y for curve in chart.curves)
    assert min(b - a for a, b in pairwise(heights)) >= 16.9
    assert heights[0] >= 0
    assert heights[-1] <= chart.height + 0.1
    by_end = sorted(chart.curves, key=lambda curve: -(curve.talk.figures.end or 0))
    ends_up = [curve.label_y for curve in by_end]
    assert ends_up == sorted(ends_up)


def test_a_step_that_was_not_certain_is_called_unsure_as_in_the_report() -> None:
    doubted = said(MoveKind.ADVICE, "Bel eens.", 0.3)
    log = [step(9, 1, said(MoveKind.OPEN_QUESTION, "Hoe gaat het?"), (20, 26), told("quotes", Level(0)))]
    log += [step(18, 2, doubted, (26, 26), told("quotes", Level(0)))]
    text = _page(compare([heard("Anna", tuple(event for turn in log for event in turn))])).text
    assert "open vraag ▲ 26 advies (onzeker) ● 26" in text


def test_what_is_quoted_in_another_language_than_the_page_says_which() -> None:
    dutch = render_comparison(_group(), PageSettings("nl"))
    english = render_comparison(_group(), PageSettings("en", case="The seller under target"))
    assert '<q lang="nl">Ik ga zelf bellen.</q>' in english
    assert "The seller under target" in english
    assert "Onder target" not in english
    assert 'lang="nl">' in dutch[:60]
    assert "<q lang" not in dutch

"""The drawing of the openness curve: what it shows can be read back from it."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from tests.fakes.sessions import head, short_round
from voicecoach.adapters.openness_chart import HEIGHT, WIDTH, openness_chart, openness_spec, time_axis
from voicecoach.adapters.trainer_words import trainer_words
from voicecoach.debrief.measures import measure

FIGURES = measure(short_round())
TEMPER = head("nl").persona.temper
WORDS = trainer_words("nl")


def _svg() -> ElementTree.Element:
    return ElementTree.fromstring(openness_chart(FIGURES, TEMPER, WORDS, "De lijn", {"t6400": "advies"}))


def test_the_line_runs_through_each_turns_openness_in_steps() -> None:
    path = next(g for g in _svg().iter("g") if g.get("class") == "line").find("path")
    assert path is not None
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", path.attrib["d"])]
    levels = [round(100 - 100 * y / HEIGHT) for y in numbers[1::2]]
    wanted = [FIGURES.start, *(point.after for point in FIGURES.curve)]
    assert [level for level, before in zip(levels, [None, *levels], strict=False) if level != before] == [
        level for level, before in zip(wanted, [None, *wanted], strict=False) if level != before
    ]
    assert numbers[0] == 0
    assert numbers[-2] == pytest.approx(WIDTH, abs=0.5)


def test_each_turn_is_a_link_in_the_order_of_the_talk_with_its_reason_as_name() -> None:
    links = list(_svg().iter("a"))
    assert [link.get("href") for link in links] == [f"#t{point.at_ms}" for point in FIGURES.curve]
    for link, point in zip(links, FIGURES.curve, strict=True):
        name = link.get("aria-label") or ""
        assert f"{point.before} → {point.after}" in name
        assert point.reason in name
        title = link.find("g/title")
        assert title is not None
        assert title.text == name
        assert link.find("g/circle[@class='touch']") is not None
        way = "up" if point.step > 0 else "down" if point.step < 0 else "level"
        assert link.find(f"g[@class='dot {way}']") is not None


def test_the_levels_are_bands_with_their_names_in_the_language_of_the_page() -> None:
    drawing = _svg()
    bands = [g for g in drawing.iter("g") if (g.get("class") or "").startswith("band ")]
    assert [g.get("class") for g in bands] == ["band b0", "band b1", "band b2", "band b3"]
    names = next(g for g in drawing.iter("g") if g.get("class") == "names")
    assert [text.text for text in names.iter("text")] == [WORDS.levels[level] for level in WORDS.levels]
    english = openness_spec(FIGURES, TEMPER, trainer_words("en"), {})
    assert "insight" in str(english)
    assert (
        len([layer for layer in openness_spec(FIGURES, replace(TEMPER, open=TEMPER.insight), WORDS, {})["layer"]]) == 6
    )


def test_the_drawing_names_no_network_and_says_nothing_of_its_own_in_english() -> None:
    text = openness_chart(FIGURES, TEMPER, WORDS, "De lijn")
    assert not re.search(r"https?:|xmlns|url\(", text)
    assert text.count("aria-label") == 1 + len(FIGURES.curve)
    assert "aria-roledescription" not in text
    assert 'role="group" aria-label="De lijn"' in text


def test_what_was_said_never_becomes_markup() -> None:
    point = replace(FIGURES.curve[0], reason='"><script>alert(1)</script>')
    text = openness_chart(replace(FIGURES, curve=(point,)), TEMPER, WORDS, "<b>")
    assert "<script" not in text
    assert "<b>" not in text


def test_there_are_at_most_seven_times_on_the_axis() -> None:
    for span_s in (1, 59, 61, 900, 7200, 20_000):
        axis = time_axis(span_s, (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600))
        assert 1 <= len(axis["values"]) <= 7

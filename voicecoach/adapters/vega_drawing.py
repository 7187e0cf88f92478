"""Draws a chart given as Vega-Lite: SVG to put into a page, and nothing from a network.

A layer named `talk__c2` has its marks in `<g class="talk c2">`, so that the page's style sheet colours them, in light
and dark and on paper. A mark with an `href` becomes a link that a finger can hit, with its description as its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup

Spec = Mapping[str, Any]
"""A Vega-Lite specification, version 5; plain dicts, lists, strings and numbers."""

VERSION = "5.21"
NO_MARKS: Mapping[str, Any] = {
    "view": {"stroke": None},
    "axis": {"grid": False, "domain": False, "ticks": False, "title": None, "labelFontSize": 14, "labelPadding": 8},
    "text": {"fontSize": 14},
    "font": "sans-serif",
}
"""A configuration without frame, grid and ticks: what is to be seen is asked for."""

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_TOUCH = "14"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the page says of the drawing.

    classes: of the svg element. role, label: for a screen reader. groups: attributes of a layer's group, by the first
    word of its name; `title` becomes its tooltip. links: the classes of a link's mark, by address.
    """

    classes: str
    role: str
    label: str
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


def drawn(spec: Spec, frame: Frame) -> Markup:
    """Return the drawing as an svg element that takes the width it is given."""
    import vl_convert  # noqa: PLC0415 - heavy: it brings Vega and what runs it

    text = vl_convert.vegalite_to_svg(dict(spec), vl_version=VERSION)
    svg = ElementTree.fromstring(text)
    for name in ("width", "height", "class"):
        svg.attrib.pop(name)
    svg.attrib |= {"class": frame.classes, "role": frame.role, "aria-label": frame.label}
    _name_groups(svg, frame)
    _widen_links(svg, frame.links)
    for element in svg.iter():
        element.tag = element.tag.removeprefix(_SVG)
        _leave_the_words_to_us(element)
    return Markup(ElementTree.tostring(svg, encoding="unicode", short_empty_elements=False))


def _name_groups(svg: ElementTree.Element, frame: Frame) -> None:
    for group in svg.iter(f"{_SVG}g"):
        names = [name for name in group.get("class", "").split() if name.endswith("_marks")]
        if not names:
            continue
        words = names[0].removesuffix("_marks").split("__")
        group.set("class", " ".join(words))
        given = dict(frame.groups.get(words[0], {}))
        if (title := given.pop("title", "")) != "":
            group.insert(0, _titled(title))
        group.attrib |= given


def _widen_links(svg: ElementTree.Element, classes: Mapping[str, str]) -> None:
    """Give each link its name and a place to touch; its mark moves into a group of its own, for styles to scale it."""
    for link in svg.iter(f"{_SVG}a"):
        mark, address = link[0], link.attrib.pop(f"{_XLINK}href")
        address = address[address.index("#") :]
        about, place = mark.get("aria-label", ""), mark.attrib.pop("transform", "")
        inner = ElementTree.Element(f"{_SVG}g", {"class": classes.get(address, ""), "transform": place})
        inner.extend([_titled(about), ElementTree.Element(f"{_SVG}circle", {"class": "touch", "r": _TOUCH}), mark])
        link.remove(mark)
        link.append(inner)
        link.attrib |= {"href": address, "aria-label": about}


def _leave_the_words_to_us(element: ElementTree.Element) -> None:
    """Drop Vega's English descriptions; what a drawing says stands in its label, its links and the table beside it."""
    if element.tag not in {"svg", "a"}:
        for name in ("role", "aria-label", "aria-roledescription"):
            element.attrib.pop(name, None)


def _titled(text: str) -> ElementTree.Element:
    title = ElementTree.Element(f"{_SVG}title")
    title.text = text
    return title

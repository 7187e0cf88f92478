"""Puts a YAML document together from the parser's events, with the place of every value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from voicecoach.adapters.persona_document import Document, Loc, Place, Problem

MAX_DEPTH = 20

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FRACTION = re.compile(r"[-+]?(\.[0-9]{1,30}|[0-9]{1,30}(\.[0-9]{0,30})?)([eE][-+]?[0-9]{1,3})?\Z")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= {word: True for word in ("true", "True", "TRUE")} | {word: False for word in ("false", "False", "FALSE")}


class StoppedReading(Exception):
    """Nothing after this place can be read with sense; the problem is noted."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list being filled; a mapping waits for a key, or has one whose value is to come."""

    loc: Loc
    into: dict[str, Any] | list[Any]
    place: Place
    key: str | None = None
    is_key_dropped: bool = False

    @property
    def wants_key(self) -> bool:
        return isinstance(self.into, dict) and self.key is None and not self.is_key_dropped


class TreeBuilder:
    """Puts a document together from the parser's events, on a stack of its own, so that no depth overflows."""

    def __init__(self, document: Document) -> None:
        self.long_quote: ScalarEvent | None = None
        """The text in quotes read last, when it goes over several lines: a quote too many is likely its cause."""
        self._document = document
        self._frames: list[_Frame] = []
        self._is_filled = False

    def build(self, events: Iterator[Event]) -> None:
        """Read all events; raise StoppedReading where the rest makes no sense."""
        for event in events:
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, DocumentStartEvent) and self._is_filled:
            self._stop(event, "a second document begins here; keep one a file, without a line '---' in the middle")
        if isinstance(event, NodeEvent):
            self._refuse_extras(event)
        if isinstance(event, ScalarEvent):
            self._scalar(event)
        elif isinstance(event, AliasEvent):
            self._note(event, f"'*{event.anchor}' points at a part written elsewhere; write that part out here")
            self._place_value(event, None, is_broken=True)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._frames.pop()

    def _scalar(self, event: ScalarEvent) -> None:
        is_long = event.style in {"'", '"'} and event.end_mark.line > event.start_mark.line
        self.long_quote = event if is_long else None
        if _SURROGATE.search(event.value):
            self._note(event, "a character that no text can hold, written with '\\u'; take it out")
            event.value = _SURROGATE.sub("?", event.value)
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.wants_key:
            self._key(frame, event)
        else:
            self._place_value(event, _plain(event.value) if not event.style else event.value)

    def _key(self, frame: _Frame, event: ScalarEvent) -> None:
        loc = (*frame.loc, event.value)
        assert isinstance(frame.into, dict)
        if event.value in frame.into:
            first = self._document.keys[loc].line
            self._note(event, f"'{event.value}' stands here twice, first in line {first}; keep one of the two")
            frame.is_key_dropped = True
            return
        frame.key = event.value
        self._document.keys[loc] = _place(event)

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self._frames) >= MAX_DEPTH:
            self._stop(event, f"lists and keys are nested more than {MAX_DEPTH} deep here; check the indentation")
        into: dict[str, Any] | list[Any] = {} if isinstance(event, MappingStartEvent) else []
        if self._frames and self._frames[-1].wants_key:
            self._note(event, "a key is a single word; put a text that begins with '[' or '{' in double quotes")
            self._frames[-1].is_key_dropped = True
            self._frames.append(_Frame(("?",), into, _place(event)))
            return
        is_dropped = bool(self._frames) and self._frames[-1].is_key_dropped
        loc = self._place_value(event, into)
        self._frames.append(_Frame(("?",) if is_dropped else loc, into, _place(event)))

    def _place_value(self, event: NodeEvent, value: object, *, is_broken: bool = False) -> Loc:
        loc = self._put(value)
        # The parser puts a value that is not there at whatever comes next; its key is nearer.
        place = self._document.keys.get(loc) if value is None and event.start_mark.line == event.end_mark.line else None
        self._document.values.setdefault(loc, place or _place(event))
        if is_broken:
            self._document.broken.add(loc)
        return loc

    def _put(self, value: object) -> Loc:
        if not self._frames:
            self._document.value = value
            self._is_filled = True
            return ()
        frame = self._frames[-1]
        if isinstance(frame.into, list):
            frame.into.append(value)
            return (*frame.loc, len(frame.into) - 1)
        if frame.is_key_dropped:
            frame.is_key_dropped = False
            return ("?",)
        if frame.key is None:
            frame.is_key_dropped = True
            return ("?",)
        loc = (*frame.loc, frame.key)
        frame.into[frame.key] = value
        frame.key = None
        return loc

    def _refuse_extras(self, event: NodeEvent) -> None:
        if event.anchor is not None and not isinstance(event, AliasEvent):
            self._note(event, f"'&{event.anchor}' names a part for use elsewhere; leave the name out")
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            self._note(event, f"'{tag}' says how to read a value; leave it out, or put the text in double quotes")

    def _note(self, event: Event, text: str) -> None:
        self._document.problems.append(Problem(_place(event), text))

    def _stop(self, event: Event, text: str) -> None:
        self._note(event, text)
        raise StoppedReading


def _place(event: Event) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)


def _plain(text: str) -> object:
    """Read a text without quotes as the core schema of YAML 1.2 does."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.match(text):
        return int(text)
    return float(text) if _FRACTION.match(text) else text

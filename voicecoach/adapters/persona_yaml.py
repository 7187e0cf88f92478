"""Reads YAML 1.2 into plain values that know at which line and column they stand; never crashes on any bytes."""

from __future__ import annotations

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import ScalarEvent

from voicecoach.adapters.persona_document import Document, Place, Problem
from voicecoach.adapters.persona_syntax import in_plain_words, never_closed
from voicecoach.adapters.persona_tree import StoppedReading, TreeBuilder

MAX_BYTES = 256 * 1024
"""A rich persona takes some 40 KB; more than this is no persona file."""


def read_document(content: bytes) -> Document:
    """Return the document in the bytes, with all that is wrong in its YAML; raise nothing."""
    document = Document()
    text = _text_of(content, document)
    if text is None:
        document.is_complete = False
        return document
    builder = TreeBuilder(document)
    try:
        # Not "rt": that parser marks the folds of a '>' text with control characters, for writing it back.
        builder.build(YAML(typ="safe", pure=True).parse(text))
    except StoppedReading:
        document.is_complete = False
    except (YAMLError, ValueError, OverflowError, LookupError, AssertionError) as error:
        # Beside its own errors the scanner lets a few of Python's through on malformed escapes and tags.
        document.is_complete = False
        _explain(error, text, document, builder.long_quote)
    return document


def _text_of(content: bytes, document: Document) -> str | None:
    wrong = ""
    if len(content) > MAX_BYTES:
        wrong = f"the file is larger than {MAX_BYTES // 1024} KB; no persona or case file is"
    elif b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        wrong = "this is no text but a binary file; write a YAML file, in UTF-8"
    elif not content.strip():
        wrong = "the file is empty; begin one with: voicecoach persona new NAME"
    if wrong:
        document.problems.append(Problem(Place(1, 1), wrong))
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        place = Place(before.count("\n") + 1, len(before) - before.rfind("\n"))
        wrong = "the file is not in UTF-8 from here on; save it with the encoding UTF-8"
        document.problems.append(Problem(place, wrong))
        return None


def _explain(error: Exception, text: str, document: Document, long_quote: ScalarEvent | None) -> None:
    lines = text.split("\n")
    tabs = [n for n, line in enumerate(lines, 1) if "\t" in line[: len(line) - len(line.lstrip())]]
    cure = "a tab at the beginning of a line; indent with spaces, two a step"
    document.problems.extend(Problem(Place(n, lines[n - 1].index("\t") + 1), cure) for n in tabs)
    place, words = _syntax_mistake(error, text, lines, long_quote)
    if place.line not in tabs:
        document.problems.append(Problem(place, words))


def _syntax_mistake(error: Exception, text: str, lines: list[str], long_quote: ScalarEvent | None) -> Problem:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(_place_in(error, text), in_plain_words(error, ""))
    end = Place(error.problem_mark.line + 1, error.problem_mark.column + 1)
    if "quoted scalar" in str(error.context) and "end of stream" in str(error.problem) and error.context_mark:
        return Problem(Place(error.context_mark.line + 1, error.context_mark.column + 1), never_closed())
    if "but found" in str(error.problem) and long_quote and long_quote.end_mark.line + 1 == end.line:
        start = Place(long_quote.start_mark.line + 1, long_quote.start_mark.column + 1)
        return Problem(start, never_closed(end.line))
    return Problem(end, in_plain_words(error, lines[end.line - 1] if end.line <= len(lines) else ""))


def _place_in(error: Exception, text: str) -> Place:
    position = getattr(error, "position", 0)
    before = text[: position if isinstance(position, int) else 0]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))

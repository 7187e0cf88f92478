"""Reads YAML 1.2 into plain values that know at which line and column they stand; never crashes on any bytes."""

from __future__ import annotations

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from voicecoach.adapters.persona_document import Document, Place, Problem
from voicecoach.adapters.persona_syntax import in_plain_words
from voicecoach.adapters.persona_tree import StoppedReading, TreeBuilder

MAX_BYTES = 512 * 1024
"""A rich persona takes some 60 KB; more than this is no persona file."""


def read_document(content: bytes) -> Document:
    """Return the document in the bytes, with all that is wrong in its YAML; raise nothing."""
    document = Document()
    text = _text_of(content, document)
    if text is None:
        document.is_complete = False
        return document
    try:
        # Not "rt": that parser marks the folds of a '>' text with control characters, for writing it back.
        TreeBuilder(document).build(YAML(typ="safe", pure=True).parse(text))
    except StoppedReading:
        document.is_complete = False
    except (YAMLError, ValueError, OverflowError, LookupError, AssertionError) as error:
        # Beside its own errors the scanner lets a few of Python's through on malformed escapes and tags.
        document.is_complete = False
        _explain(error, text, document)
    return document


def _text_of(content: bytes, document: Document) -> str | None:
    wrong = ""
    if len(content) > MAX_BYTES:
        wrong = (
            f"the file is {len(content) // 1024} KB; a persona or case file is at most {MAX_BYTES // 1024} KB of text"
        )
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


def _explain(error: Exception, text: str, document: Document) -> None:
    lines = text.split("\n")
    tabs = [n for n, line in enumerate(lines, 1) if "\t" in line[: len(line) - len(line.lstrip())]]
    cure = "a tab at the beginning of a line; indent with spaces, two a step"
    document.problems.extend(Problem(Place(n, lines[n - 1].index("\t") + 1), cure) for n in tabs)
    mark = getattr(error, "problem_mark", None) if isinstance(error, MarkedYAMLError) else None
    line, column = (mark.line + 1, mark.column + 1) if mark else _place_in(error, text)
    if line in tabs:
        return
    start = error.context_mark.line + 1 if isinstance(error, MarkedYAMLError) and error.context_mark else line
    words = in_plain_words(error, lines[line - 1] if line <= len(lines) else "", start)
    document.problems.append(Problem(Place(line, column), words))


def _place_in(error: Exception, text: str) -> Place:
    position = getattr(error, "position", 0)
    before = text[: position if isinstance(position, int) else 0]
    return Place(before.count("\n") + 1, len(before) - before.rfind("\n"))

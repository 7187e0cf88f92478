"""The texts that persona and case files hold, and what may not stand in them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z][a-z0-9_-]{0,39}$"
RESERVED = frozenset({"solution", "suggestion", "more", "what", "measured", "when"})
"""Names that the topic-matching tests use for other things than topics."""

_BRACKETS = re.compile(r"[()\[\]{}<>*_#]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def refuse(text: str) -> PydanticCustomError:
    """Return the error by which a check of these classes says in plain words what is wrong and what to write."""
    return PydanticCustomError("wording", "{text}", {"text": text})


def _one_line(text: str) -> str:
    text = text.strip()
    if not text:
        raise refuse("nothing is written here; write a text")
    if "\n" in text:
        raise refuse("a new line inside the text; write it on one line, or after '>' without an empty line in it")
    if found := _CONTROL.search(text):
        raise refuse(f"a character that cannot be said or shown (U+{ord(found.group()):04X}); take it out")
    return text


def _prose(text: str) -> str:
    for line in text.strip().split("\n"):
        if line.strip():
            _one_line(line)
    if not text.strip():
        raise refuse("nothing is written here; write a text")
    return text.strip()


def _spoken(text: str) -> str:
    text = _one_line(text)
    if found := _BRACKETS.search(text):
        raise refuse(f"'{found.group()}' cannot be said aloud; write only the words he speaks, no stage directions")
    if not any(c.isalnum() for c in text):
        raise refuse("there is no word in this text; write what he says")
    return text


def _repeat(text: str) -> str:
    text = _one_line(text)
    if text.count("{line}") != 1:
        raise refuse('write {line} once, where his last line is to come: "I said: {line}"')
    _spoken(text.replace("{line}", "line"))
    return text


def _topic_id(text: str) -> str:
    if text in RESERVED:
        raise refuse(f"'{text}' is a name with a meaning of its own; take another one, such as '{text}_topic'")
    return text


OneLine = Annotated[str, AfterValidator(_one_line)]
Prose = Annotated[str, AfterValidator(_prose)]
Spoken = Annotated[str, AfterValidator(_spoken)]
Repeat = Annotated[str, AfterValidator(_repeat)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
TopicId = Annotated[Id, AfterValidator(_topic_id)]


class Part(BaseModel):
    """A part of a file: the keys below and no others."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)

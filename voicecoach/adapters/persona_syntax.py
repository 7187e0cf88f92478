"""Says in a trainer's words what the YAML parser could not read, and what to write instead."""

from __future__ import annotations

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

_QUOTE = 'put the whole text in double quotes: "..."'

_CURES = (
    (
        "mapping values are not allowed",
        f"a colon followed by a space stands inside a text; {_QUOTE}, or check the indentation",
    ),
    ("scanning an a", f"a text cannot begin with '*' or '&'; {_QUOTE}"),
    ("mapping keys are not allowed", f"'? ' stands inside a text; {_QUOTE}"),
    ("sequence entries are not allowed", "'- ' begins a list here; put the list on the next line, indented"),
    ("cannot start any token", f"a text cannot begin with this character; {_QUOTE}"),
    ("expected ',' or ']'", "the list that opens with '[' is not closed; end it with ']', a comma between its items"),
    ("expected ',' or '}'", "the part that opens with '{' is not closed; end it with '}', a comma between its keys"),
    ("expected the node content", f"a text cannot begin with this character; {_QUOTE}"),
    ("could not find expected ':'", "a key without its colon, or a text that lost its indentation; write 'key: text'"),
    (
        "unknown escape character",
        "a backslash in double quotes has a meaning of its own; leave it out or write it twice",
    ),
    ("but found '?'", "this line is indented less or more than the ones before it; line it up with them"),
    ("but found '-'", "this '- ' does not line up with the items before it; indent it as far as they are"),
    (
        "but found '<block mapping start>'",
        "this line is indented differently from the ones before it; line it up with them",
    ),
    ("but found '<block sequence start>'", "this list is indented differently from what stands before it; line it up"),
    ("incompatible YAML document", "leave this line out; the file is read as YAML 1.2"),
)


def in_plain_words(error: Exception, line: str) -> str:
    """Return what is wrong and its cure; `line` is the line of the mistake, as it stands in the file."""
    if isinstance(error, ReaderError):
        return "a control character that no text can hold; take it out"
    if not isinstance(error, MarkedYAMLError):
        return f"this cannot be read; {_QUOTE}"
    context, problem = str(error.context or ""), str(error.problem or "")
    if "but found '<scalar>'" in problem:
        return _after_a_quote(line)
    for sign, cure in _CURES:
        if sign in problem or sign in context:
            return cure
    return f"this cannot be read here ({problem or context}); check quotes, colons and indentation, or {_QUOTE}"


def never_closed(line: int = 0) -> str:
    """Return what to do about a quote that closes nowhere, or only in a later line, where another was to open."""
    where = f"closed only by the quote in line {line}" if line else "never closed"
    return (
        f"a quote opens here and is {where}; a text that begins with ' or \" ends with the same: "
        "put a text such as 's avonds wholly in double quotes"
    )


def _after_a_quote(line: str) -> str:
    quote = next((c for c in line if c in "\"'"), "")
    if not quote:
        return "this line is indented differently from the ones before it; line it up with them"
    other = "'" if quote == '"' else '"'
    return (
        f"words stand after the closing {quote}; a text that begins with a quote ends with it: "
        f"put the whole text between {other} and {other}, or take the quotes out"
    )

"""Whatever a file holds, it loads as a persona or is refused with a PersonaError; nothing else comes out."""

from __future__ import annotations

import contextlib
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.fakes.persona_texts import persona_text, write_persona
from voicecoach.adapters.persona_files import find_persona, read_persona
from voicecoach.domain.errors import PersonaError

GOOD = persona_text().encode("utf-8")
SIGNS = b": |- |\"|'|[|]|{|}|*a|&a |!!int |>- |#|? |--- |... |%YAML 1.1 |<<: |~|.nan|1e999|0x1F|true|say: ".split(b"|")
BYTES = (
    b"\n",
    b"\t",
    b"|\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\\U7fffffff",
    b"9" * 5000,
)
PIECES = st.sampled_from((*SIGNS, *BYTES, b"\n---\n", b"\n...\n", b"!<tag:%>"))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
KEYS = st.sampled_from(
    ["spec", "id", "case", "language", "topics", "lines", "levels", "temper", "start", "open", "say", "x"]
)
TREES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5))


def loads_or_refuses(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_persona(Path(folder), content)
        read = read_persona(path)
        for finding in read.findings:
            assert finding.line >= 1
            assert finding.column >= 1
            str(finding).encode("utf-8")
        assert (read.persona is None) == bool(read.findings)
        with contextlib.suppress(PersonaError):
            assert find_persona(str(path)) == read.persona
            assert read.persona


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_load_or_are_refused(content: bytes) -> None:
    loads_or_refuses(content)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_loads_or_is_refused(text: str) -> None:
    loads_or_refuses(text.encode("utf-8", "surrogatepass"))


@given(TREES)
@settings(max_examples=200, deadline=None)
def test_any_yaml_loads_or_is_refused(tree: object) -> None:
    written = io.BytesIO()
    YAML(typ="safe", pure=True).dump(tree, written)
    loads_or_refuses(written.getvalue())


@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 60), PIECES), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_a_good_file_with_pieces_cut_out_and_put_in_loads_or_is_refused(cuts: list[tuple[int, int, bytes]]) -> None:
    content = GOOD
    for start, length, piece in cuts:
        content = content[:start] + piece + content[start + length :]
    loads_or_refuses(content)

"""Makes speech slower or faster without making it lower or higher, by FFmpeg's atempo."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from voicecoach.domain.audio import RATE_HZ, Samples

SLOWEST, FASTEST = 0.5, 4.0


def stretched(pieces: Iterator[Samples], speed: float) -> Iterator[Samples]:
    """Yield 16 kHz sound at `speed` times its pace, 0.5 to 4, as its pieces come in; ValueError for other speeds."""
    if not SLOWEST <= speed <= FASTEST:
        raise ValueError(f"speed lies in {SLOWEST}..{FASTEST}, got {speed}")
    if speed == 1.0:
        yield from pieces
        return
    graph = _graph(speed)
    for piece in pieces:
        if len(piece):
            graph.push(_frame(piece))
            yield from _drained(graph)
    graph.push(None)
    yield from _drained(graph)


def _graph(speed: float) -> Any:
    import av.filter  # noqa: PLC0415 - heavy

    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=RATE_HZ, format="flt", layout="mono", time_base=None)
    tempo = graph.add("atempo", f"{speed:g}")
    sink = graph.add("abuffersink")
    source.link_to(tempo)
    tempo.link_to(sink)
    graph.configure()
    return graph


def _frame(piece: Samples) -> Any:
    import av  # noqa: PLC0415 - heavy

    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(piece)[None, :], format="flt", layout="mono")
    frame.sample_rate = RATE_HZ
    return frame


def _drained(graph: Any) -> Iterator[Samples]:
    import av  # noqa: PLC0415 - heavy

    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        samples: Samples = frame.to_ndarray().reshape(-1).astype(np.float32)
        yield samples

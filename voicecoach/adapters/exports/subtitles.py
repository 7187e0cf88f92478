"""Subtitles: WebVTT by webvtt-py, SubRip by srt."""

from __future__ import annotations

from datetime import timedelta
from html import escape

from voicecoach.adapters.exports.utterance_words import pieces
from voicecoach.adapters.session_folder import Session
from voicecoach.domain.speech import SpeechSpan

_SHORTEST_MS = 1
"""A subtitle that lasts no time is none: words without sound in the log last a millisecond."""


def as_vtt(session: Session) -> str:
    """Return the talk as WebVTT, each cue in the voice of who speaks."""
    from webvtt import Caption, WebVTT  # noqa: PLC0415 - only here

    captions = [
        Caption(_vtt_time(start), _vtt_time(end), f"<v {_vtt_voice(each.speaker)}>{_vtt_text(each.text)}")
        for each in pieces(session)
        for start, end in [_times(each.span)]
    ]
    return str(WebVTT(captions=captions).content) + "\n"


def as_srt(session: Session) -> str:
    """Return the talk as SubRip, each subtitle opened by who speaks."""
    import srt  # noqa: PLC0415 - only here

    subtitles = []
    for number, each in enumerate(pieces(session), 1):
        start, end = (timedelta(milliseconds=ms) for ms in _times(each.span))
        subtitles.append(srt.Subtitle(number, start, end, f"{each.speaker}: {each.text}"))
    return str(srt.compose(subtitles, reindex=False))


def _times(span: SpeechSpan) -> tuple[int, int]:
    return span.start_ms, max(span.end_ms, span.start_ms + _SHORTEST_MS)


def _vtt_time(ms: int) -> str:
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}"


def _vtt_text(text: str) -> str:
    """Signs that WebVTT gives a meaning written so that they stand for themselves."""
    return escape(text, quote=False)


def _vtt_voice(name: str) -> str:
    """A name as a cue carries it; two hyphens before the closing sign would make an arrow, which parts times."""
    return _vtt_text(name).replace("--", "-&#45;")

"""What the sound tells of a question: the rise of the voice at the end against the recogniser's question marks.

Read sentences of one Flemish woman, the only source at hand whose transcripts keep their question marks.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.recognition import SPEECH, clips_of
from voicecoach.adapters.audio_files import read_audio
from voicecoach.domain.audio import RATE_HZ
from voicecoach.wiring.engines import build_transcriber

SOURCES = ("nl_nathalie",)
CLIPS = 300
FRAME_S, STEP_S = 0.04, 0.01
LOWEST_HZ, HIGHEST_HZ = 90, 450
VOICED = 0.45
"""Normalised autocorrelation from which a frame counts as voiced (Boersma 1993 takes 0.45)."""
END_S, BEFORE_S = 0.25, 0.75


def run() -> str:
    """Return the figures as lines of text."""
    if not SPEECH.is_dir():
        return f"the rise at the end: skipped, the human speech ({SPEECH.name}) is not beside the repository"
    transcriber, _ = build_transcriber("auto")
    asked, rises, marked = [], [], []
    for clip in clips_of(SOURCES, CLIPS):
        audio = read_audio(clip.path)
        asked.append(clip.words.rstrip(' "').endswith("?"))
        rises.append(final_rise(pitches(audio, RATE_HZ)))
        marked.append("?" in transcriber.transcribe(audio, clip.language).text)
    is_asked, is_marked = np.array(asked), np.array(marked)
    rise = np.array(rises)
    hits = (is_asked & is_marked).sum()
    sets = {"all": np.ones_like(is_marked), "without a mark": ~is_marked, "with a mark": is_marked}
    lines = [
        f"{len(asked)} read sentences, {is_asked.sum()} of them questions",
        f"the recogniser's mark: recall {hits / is_asked.sum():.2f}, precision {hits / is_marked.sum():.2f}",
        f"rise of the last {END_S} s over the {BEFORE_S} s before it, area under the curve:",
    ]
    for name, own in sets.items():
        questions = (is_asked & own).sum()
        lines.append(f"  {name}: {area(rise[own], is_asked[own]):.2f} ({questions} questions of {own.sum()})")
    return "\n".join(lines)


def pitches(samples: Any, rate: int) -> Any:
    """Return the pitch in Hz every 10 ms by autocorrelation, 0 where the voice is silent or unvoiced."""
    width, step = int(FRAME_S * rate), int(STEP_S * rate)
    shortest, longest = rate // HIGHEST_HZ, rate // LOWEST_HZ
    window = np.hanning(width)
    of_window = np.correlate(window, window, "full")[width - 1 :]
    found = []
    for start in range(0, len(samples) - width, step):
        frame = samples[start : start + width].astype(np.float64)
        frame = (frame - frame.mean()) * window
        own = np.correlate(frame, frame, "full")[width - 1 :] / of_window.clip(1e-3)
        if own[0] < 1e-6 * width:
            found.append(0.0)
            continue
        at = shortest + int(np.argmax(own[shortest:longest]))
        found.append(rate / at if own[at] / own[0] > VOICED else 0.0)
    return np.array(found)


def final_rise(pitch: Any) -> float:
    """Return by how many semitones the end lies above what went before; 0 where there is too little voice."""
    voiced = np.flatnonzero(pitch)
    if len(voiced) < 10:
        return 0.0
    last = voiced[-1]
    end, middle = int(END_S / STEP_S), int(BEFORE_S / STEP_S)
    late = pitch[max(0, last - end) : last + 1]
    early = pitch[max(0, last - end - middle) : max(0, last - end)]
    late, early = late[late > 0], early[early > 0]
    if len(late) < 3 or len(early) < 3:
        return 0.0
    return float(12 * np.log2(np.median(late[-5:]) / np.median(early)))


def area(values: Any, is_so: Any) -> float:
    """Return the chance that a value of what is so lies above one of what is not (area under the ROC curve)."""
    so, not_so = values[is_so], values[~is_so]
    above = (so[:, None] > not_so[None]).mean() + 0.5 * (so[:, None] == not_so[None]).mean()
    return float(above)

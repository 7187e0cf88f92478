"""What recognition costs the classifier: human speech judged by the words said, and by the words recognised."""

from __future__ import annotations

from benchmarks.recognition import SPEECH, Clip, clips_of
from voicecoach.adapters.audio_files import read_audio
from voicecoach.domain.moves import Turn
from voicecoach.ports import MoveClassifier
from voicecoach.training.scores import Counts, unpunctuated
from voicecoach.wiring.engines import build_transcriber

SOURCES = {"en": ("en_kathleen", "en_fleurs"), "nl": ("nl_nathalie", "nl_rdh")}
CLIPS = 40


def run(classifier: MoveClassifier) -> str:
    """Return a line a language: how often both give the same kinds, and F1 of assumption-free against the words said.

    The clips are read sentences, no coaching; so the words said are the measure, and the figure is the loss alone.
    """
    if not SPEECH.is_dir():
        return f"through the recogniser: skipped, the human speech ({SPEECH.name}) is not beside the repository"
    transcriber, _ = build_transcriber("auto")
    lines = []
    for language, sources in SOURCES.items():
        same, free, count = 0, Counts(), 0
        for clip in clips_of(sources, CLIPS):
            heard = transcriber.transcribe(read_audio(clip.path), clip.language).text
            said, understood = (_turn(classifier, text, clip) for text in (clip.words, heard))
            same += [m.kind for m in said.moves] == [m.kind for m in understood.moves]
            free.add(said.is_assumption_free, understood.is_assumption_free)
            count += 1
        lines.append(
            f"through the recogniser, {language}: {count} clips, same moves {same / count:.2f}, "
            f"assumption-free against the words said: F1 {free.f1:.3f}"
        )
    return "\n".join(lines)


def _turn(classifier: MoveClassifier, text: str, clip: Clip) -> Turn:
    bare = unpunctuated(text)
    return Turn(bare, classifier.moves(bare, (), clip.language))

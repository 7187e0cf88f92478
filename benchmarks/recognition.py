"""Recognition on human speech: stock faster-whisper beside ours, by source: errors, seconds, times as fast."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from benchmarks.word_errors import Errors, slot_errors, word_errors
from voicecoach.adapters.audio_files import read_audio
from voicecoach.adapters.speech_models import find_model
from voicecoach.adapters.whisper import WhisperTranscriber
from voicecoach.adapters.whisper_decoding import repeats_itself
from voicecoach.domain.audio import Language, Samples

SPEECH = Path(__file__).parents[2] / "shared" / "data" / "speech"
THREADS = 1
SYNTHETIC = "nl_mimic3"

Recognise = Callable[[Samples, Language], str]


@dataclass(frozen=True, slots=True)
class Clip:
    """One recording: where it lies, its language and the words said ("[slots] a ; b" where only those are known)."""

    path: Path
    language: Language
    words: str

    @property
    def source(self) -> str:
        """The folder it comes from."""
        return self.path.parent.name


@dataclass(frozen=True, slots=True)
class Side:
    """One recogniser on the clips of one source."""

    errors: Errors
    took_s: float
    loops: int


def run(limit_per_source: int = 60) -> str:
    """Return the table as text, over at most so many clips a source; says so where the speech is not there."""
    if not SPEECH.is_dir():
        return f"recognition: skipped, the human speech ({SPEECH.name}) is not beside the repository"
    folder = find_model()
    ours = WhisperTranscriber(folder.path, cpu_threads=THREADS)
    sides = _recognisers(folder.path, ours)
    lines = [f"Recognition: {folder.origin}, int8, {THREADS} thread, at most {limit_per_source} clips a source.", _HEAD]
    clips = list(_clips(limit_per_source))
    by_source: dict[str, tuple[list[Clip], list[Side]]] = {}
    for source in dict.fromkeys(clip.source for clip in clips if clip.source != "noise"):
        chosen = [clip for clip in clips if clip.source == source]
        by_source[source] = chosen, [_measure(chosen, recognise) for recognise in sides]
        lines.append(_row(source, *by_source[source]))
    lines += [_human(language, by_source) for language in ("nl", "en")]
    noise = [clip for clip in clips if clip.source == "noise"]
    with_words = [clip.path.name for clip in noise if ours.transcribe(read_audio(clip.path), "nl").text]
    lines.append(f"noise: {len(with_words)} of {len(noise)} clips gave words {' '.join(with_words)}".rstrip())
    return "\n".join(lines)


def _human(language: str, by_source: Mapping[str, tuple[list[Clip], list[Side]]]) -> str:
    """The row over all people who speak a language."""
    chosen = [found for source, found in by_source.items() if source.startswith(language) and source != SYNTHETIC]
    clips = [clip for found, _ in chosen for clip in found]
    return _row(f"{language}, people", clips, [_together(sides) for sides in zip(*(s for _, s in chosen), strict=True)])


def _together(sides: Sequence[Side]) -> Side:
    errors = Errors(0, 0)
    for side in sides:
        errors = errors + side.errors
    return Side(errors, sum(side.took_s for side in sides), sum(side.loops for side in sides))


_HEAD = (
    f"{'source':<14}{'clips':>6}{'words':>7} | {'WER: beam 5':>11} {'beam 1':>7} {'ours':>7} | "
    f"{'s a clip: beam 5':>16} {'beam 1':>7} {'ours':>7} | {'as fast':>8} {'loops':>6}"
)


def _row(source: str, clips: Sequence[Clip], sides: Sequence[Side]) -> str:
    best, _, ours = sides
    wer = [f"{100 * side.errors.rate:.1f}" for side in sides]
    each = [f"{side.took_s / len(clips):.2f}" for side in sides]
    return (
        f"{source:<14}{len(clips):>6}{ours.errors.words:>7} | {wer[0]:>11} {wer[1]:>7} {wer[2]:>7} | "
        f"{each[0]:>16} {each[1]:>7} {each[2]:>7} | {best.took_s / ours.took_s:>7.1f}x {ours.loops:>6}"
    )


def _recognisers(folder: Path, ours: WhisperTranscriber) -> tuple[Recognise, Recognise, Recognise]:
    from faster_whisper import WhisperModel  # noqa: PLC0415 - heavy

    stock = WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=THREADS)

    def with_beam(beam_size: int) -> Recognise:
        def recognise(samples: Samples, language: Language) -> str:
            segments: Any = stock.transcribe(samples, beam_size=beam_size, language=language)[0]
            return " ".join(segment.text.strip() for segment in segments)

        return recognise

    return with_beam(5), with_beam(1), lambda samples, language: ours.transcribe(samples, language).text


def _measure(clips: Sequence[Clip], recognise: Recognise) -> Side:
    errors, took_s, loops = Errors(0, 0), 0.0, 0
    for clip in clips:
        samples = read_audio(clip.path)
        began = time.perf_counter()
        heard = recognise(samples, clip.language)
        took_s += time.perf_counter() - began
        compare = slot_errors if clip.words.startswith("[slots]") else word_errors
        errors = errors + compare(clip.words.removeprefix("[slots]"), heard)
        loops += repeats_itself(heard)
    return Side(errors, took_s, loops)


def clips_of(sources: Sequence[str], limit_per_source: int) -> list[Clip]:
    """Return at most so many clips of each of these sources."""
    return [clip for clip in _clips(limit_per_source) if clip.source in sources]


def _clips(limit_per_source: int) -> Iterator[Clip]:
    taken: dict[str, int] = {}
    with (SPEECH / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            clip = Clip(SPEECH / row["path"], cast(Language, row["language"]), row["transcript"])
            taken[clip.source] = taken.get(clip.source, 0) + 1
            if taken[clip.source] <= limit_per_source or clip.source == "noise":
                yield clip

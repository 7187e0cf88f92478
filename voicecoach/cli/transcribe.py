"""`voicecoach transcribe`: the words in recordings, with how sure the recogniser is and how long it took."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from voicecoach.cli.command import Command, add_language, add_model
from voicecoach.domain.errors import AudioFileError

if TYPE_CHECKING:
    from voicecoach.domain.speech import Transcript
    from voicecoach.wiring.sound import WhisperTranscriber


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="WAV, FLAC, OGG or anything else FFmpeg reads")
    add_language(parser, "the language spoken; found out from each file when not given")
    add_model(parser)
    parser.add_argument("--jsonl", action="store_true", help="one JSON object a line, for programs")


def _run(args: argparse.Namespace) -> int:
    from voicecoach.wiring.sound import WhisperTranscriber, find_model, read_audio  # noqa: PLC0415 - heavy

    folder = find_model(args.model)
    transcriber: WhisperTranscriber | None = None
    is_clean = True
    for name in args.files:
        try:
            samples = read_audio(Path(name))
        except AudioFileError as error:
            is_clean = False
            _print(f"voicecoach transcribe: {error}", sys.stderr)
            continue
        transcriber = transcriber or WhisperTranscriber(folder.path)
        language = args.lang or transcriber.detect_language(samples)
        transcript = transcriber.transcribe(samples, language)
        _print(_as_json(name, transcript) if args.jsonl else _as_words(name, transcript), sys.stdout)
    return 0 if is_clean else 2


def _as_json(file: str, transcript: Transcript) -> str:
    return json.dumps({"file": file, **asdict(transcript)}, ensure_ascii=False)


def _as_words(file: str, transcript: Transcript) -> str:
    words = transcript.text or f"(not understood: {transcript.doubt.replace('_', ' ')})"
    window = f"{transcript.window_s:.0f} s window{', fell back' if transcript.fell_back else ''}"
    facts = f"{transcript.audio_s:.1f} s of sound, {transcript.took_s:.2f} s to recognise, {window}"
    return f"{file} [{transcript.language}]\n  {words}\n  {facts}, log-probability {transcript.avg_logprob:.2f}"


def _print(line: str, stream: TextIO) -> None:
    print(line, file=stream, flush=True)


COMMAND = Command(
    name="transcribe",
    summary="Write down the words in recordings, with how sure the recogniser is and how long it took.",
    example="voicecoach transcribe --lang nl talk.wav",
    configure=_configure,
    run=_run,
)

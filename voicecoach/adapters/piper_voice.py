"""Speaks with Piper, where the user has installed it (`pip install piper-tts`, GPL-3.0) and put voices in a folder.

    voices/nl_NL-mls-medium.onnx, .onnx.json        one child a voice and pace, kept warm
    line in  ->  piper  ->  "Wrote /tmp/.../123.wav" on its error output  ->  sound out

A voice is taken by the persona's voice name, else the first whose name begins with the language.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from voicecoach.adapters.wav_piece import read_piece
from voicecoach.dialogue.spoken_pieces import spoken_pieces
from voicecoach.dialogue.spoken_text import spoken_text
from voicecoach.domain.audio import Language, Sound
from voicecoach.domain.errors import VoiceError
from voicecoach.domain.persona import VoiceChoice

FOLDER = "VOICECOACH_VOICES"
"""Environment variable that names the folder with Piper's voices."""

_NORMAL_WORDS_PER_MINUTE = 150
_MOST_CHILDREN = 3
_WROTE = "Wrote "
_CURE = f"Check the voices in the folder that {FOLDER} names, or unset it to use the system's own voice."


def voices_in(folder: Path) -> dict[str, Path]:
    """Return the voices in a folder by name, each .onnx with its .onnx.json beside it; none without a folder."""
    found = sorted(folder.glob("*.onnx")) if folder.is_dir() else []
    return {path.stem: path for path in found if path.with_name(f"{path.name}.json").is_file()}


def voices_folder() -> Path:
    """The folder named by the environment, else `voicecoach/voices` in the user's data folder."""
    named = os.environ.get(FOLDER)
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(named) if named else Path(data) / "voicecoach" / "voices"


def voice_for(voices: dict[str, Path], choice: VoiceChoice, language: Language) -> Path | None:
    """Return the voice by its name, else the first in the language; None where there is none."""
    by_language = [path for name, path in voices.items() if name.lower().startswith(language)]
    return voices.get(choice.name) or next(iter(by_language), None)


class PiperVoice:
    """A Voice by way of Piper's own program.

    voices: by name, as `voices_in` finds them. program: the command. timeout_s: for a piece, and for the start.
    """

    def __init__(self, voices: dict[str, Path], program: Sequence[str] = ("piper",), timeout_s: float = 20.0) -> None:
        self._voices = voices
        self._program = program
        self._timeout_s = timeout_s
        self._children: dict[tuple[Path, float], _Child] = {}

    def speaks(self, choice: VoiceChoice, language: Language) -> bool:
        """Whether there is a voice for this choice."""
        return voice_for(self._voices, choice, language) is not None

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        """Yield the sound of the text, piece by piece; nothing for empty text. Raise VoiceError when Piper fails."""
        path = voice_for(self._voices, choice, language)
        if path is None:
            raise VoiceError(f"There is no Piper voice for '{language}'.", _CURE)
        child = self._child(path, round(_NORMAL_WORDS_PER_MINUTE / max(60, choice.words_per_minute), 1))
        pieces = spoken_pieces(spoken_text(text, language))
        child.forget(self._timeout_s)
        for piece in pieces:
            child.ask(piece)
        for number in range(len(pieces)):
            made = child.made(self._timeout_s)
            sound = read_piece(made, is_last=number == len(pieces) - 1)
            made.unlink(missing_ok=True)
            if len(sound.samples):
                yield sound

    def close(self) -> None:
        """Let Piper go; may be called twice."""
        while self._children:
            self._children.popitem()[1].kill()

    def _child(self, path: Path, pace: float) -> _Child:
        """The warm child for a voice at a pace; the one longest unused makes room for a new one."""
        child = self._children.pop((path, pace), None)
        if child is not None and not child.is_alive:
            child.kill()
            child = None
        if child is None:
            while len(self._children) >= _MOST_CHILDREN:
                self._children.pop(next(iter(self._children))).kill()
            child = _Child([*self._program, "-m", str(path), "--length-scale", str(pace)])
        self._children[path, pace] = child
        return child


class _Child:
    """One `piper` process with the folder it writes to."""

    def __init__(self, command: Sequence[str]) -> None:
        self._folder = tempfile.mkdtemp(prefix="voicecoach-piper-")
        try:
            self._process = subprocess.Popen(
                [*command, "-d", self._folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise VoiceError(f"Piper cannot be started: {error.strerror}.", _CURE) from error
        self._said: SimpleQueue[str] = SimpleQueue()
        self._owed = 0
        self._reader = threading.Thread(target=self._read, name="piper", daemon=True)
        self._reader.start()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def forget(self, timeout_s: float) -> None:
        """Throw away what a line that was cut off still has coming."""
        while self._owed:
            self.made(timeout_s).unlink(missing_ok=True)

    def ask(self, piece: str) -> None:
        assert self._process.stdin is not None
        self._owed += 1
        try:
            self._process.stdin.write(" ".join(piece.split()) + "\n")
            self._process.stdin.flush()
        except OSError:
            self.kill()
            raise VoiceError("Piper ended while it was spoken to.", _CURE) from None

    def made(self, timeout_s: float) -> Path:
        """Wait for the next piece of sound."""
        try:
            path = self._said.get(timeout=timeout_s)
        except Empty:
            self.kill()
            raise VoiceError(f"Piper made no sound within {timeout_s:g} s.", _CURE) from None
        if not path:
            self.kill()
            raise VoiceError("Piper ended without a sound.", _CURE)
        self._owed -= 1
        return Path(path)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.join(timeout=5)
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _read(self) -> None:
        """Take in what Piper reports; its words are not kept: they may hold what was said."""
        assert self._process.stderr is not None
        with self._process.stderr as reported:
            for line in reported:
                if _WROTE in line:
                    self._said.put(line.partition(_WROTE)[2].strip())
        self._said.put("")

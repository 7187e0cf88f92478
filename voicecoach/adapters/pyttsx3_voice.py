"""Speaks with the machine's own voices (pyttsx3: espeak-ng, SAPI5, NSSpeech) in a child process that can be killed.

say()       |piece 1|piece 2|                 asked one ahead
child       [make 1 ][make 2 ]..[make 3 ]
yielded              ^1      ^2
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from voicecoach.adapters.wav_piece import read_piece
from voicecoach.dialogue.spoken_pieces import spoken_pieces
from voicecoach.dialogue.spoken_text import spoken_text
from voicecoach.domain.audio import Language, Sound
from voicecoach.domain.errors import VoiceError
from voicecoach.domain.persona import VoiceChoice

_CURE = "Install one with: pip install 'voicecoach[espeak]'"
_CHILD = (sys.executable, "-m", "voicecoach.adapters.pyttsx3_child")
_GONE: dict[str, Any] = {"gone": True}


class Pyttsx3Voice:
    """A Voice whose engine is kept warm in a child process, and started again when it dies.

    timeout_s: how long one piece, or the start, may take before the child is killed and VoiceError is raised.
    child: the command of the child process; it gets the folder for its files as its last argument.
    """

    def __init__(self, timeout_s: float = 8.0, child: Sequence[str] = _CHILD) -> None:
        self._timeout_s = timeout_s
        self._command = child
        self._lock = threading.Lock()
        self._next_id = 0
        self._closed = False
        self._child: _Child | None = _Child(child)

    def engine(self) -> str:
        """Wait until the engine is warm and return what it is; raise VoiceError when nothing here can speak."""
        with self._lock:
            return self._ready_child().origin

    def say(self, text: str, choice: VoiceChoice, language: Language) -> Iterator[Sound]:
        """Yield the sound of the text, piece by piece, the first as soon as it is there; nothing for empty text."""
        pieces = spoken_pieces(spoken_text(text, language))
        orders = [self._order(piece, choice, language) for piece in pieces]
        for index, order in enumerate(orders):
            with self._lock:
                path = self._made(order, orders[index + 1 : index + 2])
            sound = read_piece(path, is_last=index == len(orders) - 1)
            path.unlink(missing_ok=True)
            if len(sound.samples):
                yield sound

    def close(self) -> None:
        """Stop what is being made and let the engine go; may be called twice."""
        self._closed = True
        child, self._child = self._child, None
        if child is not None:
            child.kill()

    def _order(self, text: str, choice: VoiceChoice, language: Language) -> dict[str, Any]:
        self._next_id += 1
        return {
            "id": self._next_id,
            "text": text,
            "name": choice.name,
            "language": language,
            "words_per_minute": choice.words_per_minute,
            "pitch": choice.pitch,
        }

    def _made(self, order: dict[str, Any], ahead: Sequence[dict[str, Any]]) -> Path:
        """Return the file of an order, asking for the next one already; one new child if this one died."""
        for attempt in (1, 2):
            child = self._ready_child()
            for wanted in (order, *ahead):
                child.ask(wanted)
            answer = child.answer(order["id"], self._timeout_s)
            if answer is None:
                self._drop()
                raise VoiceError(f"The voice did not finish a line within {self._timeout_s:.0f} s.", "Try again.")
            if answer is not _GONE:
                return self._path(answer)
            self._drop()
            if attempt == 2 or self._closed:
                break
        raise VoiceError("The voice stopped in the middle of a line.", "Check it with: voicecoach doctor")

    @staticmethod
    def _path(answer: dict[str, Any]) -> Path:
        if "error" in answer:
            raise VoiceError(f"The voice could not say a line: {answer['error']}.", "Check it with: voicecoach doctor")
        return Path(answer["path"])

    def _ready_child(self) -> _Child:
        if self._closed:
            raise VoiceError("The voice is closed.")
        if self._child is None:
            self._child = _Child(self._command)
        try:
            self._child.wait_until_ready(self._timeout_s)
        except VoiceError:
            self._drop()
            raise
        return self._child

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None


class _Child:
    """One child process: the orders it got, the answers it gave, and its folder, open to the owner only."""

    def __init__(self, command: Sequence[str]) -> None:
        self.origin = ""
        self._folder = Path(tempfile.mkdtemp(prefix="voicecoach-voice-"))
        self._asked: set[int] = set()
        self._answers: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._process = subprocess.Popen(
            [*command, str(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C in the terminal is ours to answer
        )
        self._reader = threading.Thread(target=self._read, daemon=True, name="voice")
        self._reader.start()

    def wait_until_ready(self, timeout_s: float) -> None:
        """Return once the engine is warm; raise VoiceError with the cure when it is not there."""
        if self.origin:
            return
        try:
            first = self._answers.get(timeout=timeout_s)
        except Empty:
            raise VoiceError(f"The voice did not start within {timeout_s:.0f} s.", _CURE) from None
        if "ready" not in first:
            why = first.get("error", "its process ended")
            raise VoiceError(f"Nothing on this machine can speak ({why}).", _CURE)
        self.origin = first["ready"]

    def ask(self, order: dict[str, Any]) -> None:
        """Send an order, unless this child has it already."""
        if order["id"] in self._asked:
            return
        self._asked.add(order["id"])
        assert self._process.stdin is not None
        with contextlib.suppress(OSError, ValueError):  # a dead child shows in its answers
            self._process.stdin.write(json.dumps({**order, "path": str(self._folder / f"{order['id']}.wav")}) + "\n")
            self._process.stdin.flush()

    def answer(self, wanted: int, timeout_s: float) -> dict[str, Any] | None:
        """Return the answer to an order, `_GONE` when the child died, None when it takes too long."""
        while True:
            try:
                answer = self._answers.get(timeout=timeout_s)
            except Empty:
                return None
            if answer is _GONE or answer.get("id") == wanted:
                return answer
            if "path" in answer:  # of a line that was broken off
                Path(answer["path"]).unlink(missing_ok=True)

    def kill(self) -> None:
        """End the process now, whatever it does, and remove its files."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with contextlib.suppress(ValueError):
                self._answers.put(json.loads(line))
        self._answers.put(_GONE)

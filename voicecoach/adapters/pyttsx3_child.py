"""The voice's child process: makes a WAV of each line with pyttsx3, told by JSON lines on its standard input.

    > {"id": 1, "text": "...", "name": "nl+m3", "language": "nl", "words_per_minute": 150, "pitch": 50, "path": "..."}
    < {"ready": "espeak, library from the espeakng-loader wheel"}        once, first; or {"error": "..."}
    < {"id": 1, "path": "..."}                                           or {"id": 1, "error": "..."}

A process of its own, because pyttsx3 cannot be interrupted, prints to standard output, may hang, and because
libespeak-ng (GPL-3.0) is loaded nowhere else. It ends when its standard input does, even in the middle of a hang.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import queue
import shutil
import sys
import threading
import time
import wave
from pathlib import Path
from typing import Any, TextIO

_ATTEMPTS = 3
_ATTEMPT_S = 0.5
_SETTLE_S = 0.05
# libespeak-ng keeps the path of its data in a buffer of 160 bytes.
_LONGEST_DATA_PATH = 130


class Engine:
    """pyttsx3 as it should be: a line in, a complete WAV out."""

    def __init__(self, folder: Path) -> None:
        self.origin = _load_espeak(folder)
        import pyttsx3  # noqa: PLC0415 - heavy, and after the library is in place

        self._engine = pyttsx3.init()
        self._voices: list[Any] | None = None

    def save(self, request: dict[str, Any]) -> None:
        """Write the line to request["path"]; raise RuntimeError when no complete file comes."""
        self._choose(request["name"], request["language"])
        self._set("rate", request["words_per_minute"])
        if self._engine.driver_name == "espeak":
            self._set("pitch", request["pitch"])
        path = Path(request["path"])
        for _ in range(_ATTEMPTS):
            self._engine.save_to_file(request["text"], str(path))
            self._engine.runAndWait()
            if _is_complete(path):
                return
        raise RuntimeError("the speech engine made no sound")

    def _set(self, name: str, value: int) -> None:
        """Set and see it set: espeak takes it on a thread of its own, and loses it while the last line is ending."""
        for _ in range(_ATTEMPTS):
            self._engine.setProperty(name, value)
            until = time.monotonic() + _SETTLE_S
            while time.monotonic() < until:
                if self._engine.getProperty(name) == value:
                    return
                time.sleep(0.001)

    def _choose(self, name: str, language: str) -> None:
        """Take the voice by name, else one that speaks the language: a persona's voice may exist elsewhere only."""
        if self._engine.driver_name == "espeak":
            # a name that espeak does not know leaves the voice as it was, so the language comes first
            self._engine.setProperty("voice", language)
            if name:
                self._engine.setProperty("voice", name)
            return
        if self._voices is None:
            self._voices = list(self._engine.getProperty("voices"))
        by_name = [voice for voice in self._voices if name and name in (voice.id, voice.name)]
        by_language = [voice for voice in self._voices if _speaks(voice, language)]
        for voice in (by_name + by_language)[:1]:
            self._engine.setProperty("voice", voice.id)


def _speaks(voice: Any, language: str) -> bool:
    names = [item.decode("utf-8", "ignore") if isinstance(item, bytes) else str(item) for item in voice.languages or ()]
    return any(name.strip("\x05").lower().startswith(language) for name in names)


def _load_espeak(folder: Path) -> str:
    """Make libespeak-ng loadable where the system has none; return where the engine comes from."""
    if sys.platform in {"win32", "darwin"}:
        return "the system's own voices"
    for name in ("libespeak-ng.so.1", "/usr/local/lib/libespeak-ng.so.1", "libespeak.so.1"):
        with contextlib.suppress(OSError):
            ctypes.CDLL(name)
            return "espeak, the system's library"
    import espeakng_loader  # noqa: PLC0415 - an extra

    data = Path(espeakng_loader.get_data_path())
    if len(str(data)) > _LONGEST_DATA_PATH:
        link = folder / "espeak-ng-data"
        if not link.is_symlink():
            link.symlink_to(data)
        data = link
    os.environ["ESPEAK_DATA_PATH"] = str(data)
    ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    return "espeak, library from the espeakng-loader wheel"


def _is_complete(path: Path) -> bool:
    """Whether a file with sound is there; waits a little, since runAndWait may return before it is written."""
    until = time.monotonic() + _ATTEMPT_S
    while time.monotonic() < until:
        with contextlib.suppress(OSError, EOFError):
            if _holds_sound(path):
                return True
        time.sleep(0.005)
    return False


def _holds_sound(path: Path) -> bool:
    if path.read_bytes()[:4] != b"RIFF":  # AIFF on macOS, written in one go
        return path.stat().st_size > 100
    try:
        with wave.open(str(path)) as file:
            expected = file.getnframes() * file.getnchannels() * file.getsampwidth()
            return bool(0 < expected <= path.stat().st_size)
    except wave.Error:
        return False


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # pyttsx3 prints to standard output, which belongs to the answers
    folder = Path(sys.argv[1])
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, folder), daemon=True).start()
    try:
        engine = Engine(folder)
        warm_up = folder / "warm-up.wav"
        engine.save({"name": "", "language": "nl", "words_per_minute": 150, "pitch": 50, "text": "ja", "path": warm_up})
        warm_up.unlink()
    except Exception as error:
        _answer(answers, {"error": f"{type(error).__name__}: {error}"})
        return
    _answer(answers, {"ready": engine.origin})
    while True:
        request = json.loads(requests.get())
        try:
            engine.save(request)
            _answer(answers, {"id": request["id"], "path": request["path"]})
        except Exception as error:
            _answer(answers, {"id": request["id"], "error": str(error)})


def _read(requests: queue.SimpleQueue[str], folder: Path) -> None:
    for line in sys.stdin:
        requests.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _answer(answers: TextIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()

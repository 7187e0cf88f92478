"""Single keys as they are pressed, where somebody sits at a terminal; none anywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def keys_pressed() -> Iterator[Callable[[], str]]:
    """Give a function that returns the next key without waiting, empty when none was pressed.

    Arrows come as "left" and "right". The terminal is put back as it was, whatever happens.
    """
    if not sys.stdin.isatty():
        yield lambda: ""
    elif sys.platform == "win32":
        yield _windows_key
    else:
        with _keys_at_once(sys.stdin.fileno()):
            yield lambda: posix_key(sys.stdin.fileno())


if sys.platform == "win32":
    import msvcrt

    def _windows_key() -> str:
        if not msvcrt.kbhit():
            return ""
        key = msvcrt.getwch()
        return {"K": "left", "M": "right"}.get(msvcrt.getwch(), "") if key in "\x00\xe0" else key

else:
    import select
    import termios
    import tty

    @contextmanager
    def _keys_at_once(descriptor: int) -> Iterator[None]:
        before = termios.tcgetattr(descriptor)
        try:
            tty.setcbreak(descriptor)
            yield
        finally:
            termios.tcsetattr(descriptor, termios.TCSADRAIN, before)

    def posix_key(descriptor: int) -> str:
        """Return the next key of a terminal that gives them at once, empty when none was pressed."""
        if not _has_more(descriptor):
            return ""
        key = os.read(descriptor, 1)
        while key == b"\x1b" and _has_more(descriptor):
            key += os.read(descriptor, 2)
        return {b"\x1b[D": "left", b"\x1b[C": "right"}.get(key[:3], key.decode("latin-1"))

    def _has_more(descriptor: int) -> bool:
        return bool(select.select([descriptor], [], [], 0)[0])

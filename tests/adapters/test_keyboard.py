from __future__ import annotations

import os
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal of our own can be made on POSIX only", allow_module_level=True)

import pty
import tty

from voicecoach.adapters.keyboard import keys_pressed, posix_key


def test_keys_come_one_by_one_and_arrows_by_name() -> None:
    ours, theirs = pty.openpty()
    try:
        tty.setcbreak(theirs)
        assert posix_key(theirs) == ""
        os.write(ours, b" \x1b[C+\x1b[Dq")
        assert [posix_key(theirs) for _ in range(6)] == [" ", "right", "+", "left", "q", ""]
    finally:
        os.close(ours)
        os.close(theirs)


def test_escape_by_itself_is_a_key_and_waits_for_nothing() -> None:
    ours, theirs = pty.openpty()
    try:
        tty.setcbreak(theirs)
        os.write(ours, b"\x1b")
        assert posix_key(theirs) == "\x1b"
    finally:
        os.close(ours)
        os.close(theirs)


def test_without_a_terminal_no_key_is_ever_pressed() -> None:
    with keys_pressed() as next_key:
        assert next_key() == ""

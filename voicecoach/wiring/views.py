"""What a round looks like while it goes on."""

from __future__ import annotations

from voicecoach.adapters.terminal_view import TerminalView
from voicecoach.adapters.trainer_words import trainer_words

__all__ = ["TerminalView", "trainer_words"]

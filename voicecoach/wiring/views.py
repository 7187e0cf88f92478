"""What a round looks like while it goes on."""

from __future__ import annotations

from voicecoach.adapters.terminal_view import MOVE_NAMES, TerminalView

__all__ = ["MOVE_NAMES", "TerminalView"]

"""Sessions on disk, and what is read from them."""

from __future__ import annotations

from voicecoach.adapters.plain_summary import summary_lines
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.session_store import SessionStore, default_root
from voicecoach.adapters.trainer_words import duration

__all__ = ["Session", "SessionStore", "default_root", "duration", "summary_lines"]

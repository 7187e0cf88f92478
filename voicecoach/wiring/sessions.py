"""Sessions on disk, and what is read from them."""

from __future__ import annotations

from voicecoach.adapters.plain_summary import summary_lines
from voicecoach.adapters.session_corrections import add_correction
from voicecoach.adapters.session_files import write_private
from voicecoach.adapters.session_folder import Session
from voicecoach.adapters.session_keeping import anonymise, started_before
from voicecoach.adapters.session_store import SessionStore, default_root
from voicecoach.adapters.trainer_words import duration

__all__ = [
    "Session",
    "SessionStore",
    "add_correction",
    "anonymise",
    "default_root",
    "duration",
    "started_before",
    "summary_lines",
    "write_private",
]

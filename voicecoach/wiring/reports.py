"""Pages made of sessions."""

from __future__ import annotations

from voicecoach.adapters.html_report import write_report

__all__ = ["write_report"]

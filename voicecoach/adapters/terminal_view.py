"""The live view of a round in the terminal: who speaks, how loud, the words as understood, the kind of move."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from voicecoach.adapters.trainer_words import trainer_words
from voicecoach.domain.audio import Language
from voicecoach.domain.events import (
    CoacheeResponded,
    CoachSpoke,
    DeviceLost,
    FeltAnswered,
    GoalSet,
    NotUnderstood,
    ReplyEnded,
    ReplyStarted,
    SessionEnded,
    SessionEvent,
    SessionStarted,
    SilenceKept,
    TurnHeard,
    TurnRecognised,
)
from voicecoach.domain.moves import Turn
from voicecoach.domain.openness import OpennessChange, Reply

if TYPE_CHECKING:
    from rich.console import Console

_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "you": "U",
        "listening": "ik luister",
        "you_speak": "u spreekt",
        "speaks": "spreekt",
        "lost": "De microfoon is weg. Wat gezegd is, is bewaard.",
        "unsure": "onzeker",
        "openness": "openheid",
    },
    "en": {
        "you": "You",
        "listening": "listening",
        "you_speak": "you are speaking",
        "speaks": "is speaking",
        "lost": "The microphone is gone. What was said is kept.",
        "unsure": "unsure",
        "openness": "openness",
    },
}
_BAR = 20


class TerminalView:
    """Writes a line for each thing said, and keeps one status line alive where the output is a terminal.

    coach_view: also show openness and its reasons; in a real round the manager must not see them.
    """

    def __init__(self, console: Console, language: Language, coachee: str, *, coach_view: bool) -> None:
        self._console = console
        self._words = _WORDS[language]
        self._moves = trainer_words(language).moves
        self._coachee = coachee
        self._coach_view = coach_view
        self._is_replying = False
        self._partial = ""
        self._status = console.status("", spinner="dots") if console.is_terminal else None
        if self._status is not None:
            self._status.start()

    def close(self) -> None:
        """Take the status line away."""
        if self._status is not None:
            self._status.stop()

    def level(self, rms: float, is_speech: bool) -> None:
        """Move the meter: full at a rather loud voice."""
        if self._status is None:
            return
        filled = min(_BAR, round(_BAR * min(1.0, (rms / 0.2) ** 0.5)))
        who = f"{self._coachee} {self._words['speaks']}" if self._is_replying else self._words["listening"]
        who = self._words["you_speak"] if is_speech else who
        self._status.update(
            f"[{'green' if is_speech else 'dim'}]{'▮' * filled:<{_BAR}}[/] {who}  [dim]{self._partial}[/]"
        )

    def words(self, text: str) -> None:
        """Show words that may yet go on."""
        self._partial = text[-60:].replace("[", "(")

    def happened(self, event: SessionEvent) -> None:
        """Write what is worth reading."""
        match event:
            case SessionStarted(greeting=greeting):
                self._answer(None, greeting.text if greeting is not None else "")
            case TurnRecognised(transcript=transcript):
                self._partial = ""
                if transcript.is_understood:
                    self._say(self._words["you"], transcript.text, "bold")
            case CoacheeResponded(coach=coach, change=change, reply=reply):
                self._show_moves(coach)
                self._answer(change, reply.text)
            case SilenceKept(change=change, reply=reply):
                self._answer(change, reply.text)
            case (
                NotUnderstood(reply=Reply(text=text))
                | CoachSpoke(reply=Reply(text=text))
                | FeltAnswered(reply=Reply(text=text))
            ):
                self._answer(None, text)
            case ReplyStarted():
                self._is_replying = True
            case ReplyEnded():
                self._is_replying = False
            case DeviceLost():
                self._console.print(self._words["lost"], style="bold red")
            case GoalSet() | TurnHeard() | SessionEnded() | FeltAnswered():
                pass
            case _:
                assert_never(event)

    def _show_moves(self, turn: Turn) -> None:
        kinds = [self._moves[m.kind] + ("" if m.is_certain else f" ({self._words['unsure']})") for m in turn.moves]
        if kinds:
            self._console.print("    " + " + ".join(kinds), style="dim cyan", markup=False, highlight=False)

    def _answer(self, change: OpennessChange | None, text: str) -> None:
        if self._coach_view and change is not None:
            line = f"    {self._words['openness']} {change.before} -> {change.after}  {change.reason}"
            style = "green" if change.after > change.before else "red" if change.after < change.before else "dim"
            self._console.print(line, style=style, markup=False, highlight=False)
        if text:
            self._say(self._coachee, text)

    def _say(self, who: str, text: str, style: str = "") -> None:
        self._console.print(f"{who + ':':<8}{text}", style=style, markup=False, highlight=False)

"""Shows a talk that is played back: word by word, and after each turn what kind of moves were in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.cli.replay_texts import TEXTS
from voicecoach.wiring.replays import decimal, duration

if TYPE_CHECKING:
    from collections.abc import Collection

    from rich.console import Console

    from voicecoach.debrief.cues import Cue
    from voicecoach.debrief.timeline import Utterance
    from voicecoach.domain.audio import Language
    from voicecoach.domain.moves import Turn
    from voicecoach.wiring.replays import TrainerWords


class ReplayView:
    """Writes as the cues come.

    corrected: (turn, move from 1) of the moves that a trainer corrected.
    """

    def __init__(
        self,
        console: Console,
        language: Language,
        coachee: str,
        names: TrainerWords,
        corrected: Collection[tuple[int, int]] = (),
    ) -> None:
        self._console = console
        self._texts, self._language = TEXTS[language], language
        self._coachee = coachee
        self._names = names
        self._corrected = corrected
        self._is_in_line = False

    def show(self, cue: Cue) -> None:
        """Write what the cue says."""
        said = cue.utterance
        self._is_in_line = cue.part != "ends"
        match cue.part:
            case "begins":
                self._begin(said)
            case "word":
                self._console.print(f" {cue.text}", end="", style=_style(said), markup=False, soft_wrap=True)
            case "ends":
                self._end(said)

    def jumped(self) -> None:
        """End the line that was begun: what comes next is from elsewhere."""
        if self._is_in_line:
            self._console.print()
        self._is_in_line = False

    def told(self, speed: float, is_paused: bool) -> None:
        """Say that it pauses, or how fast it plays on."""
        text = self._texts["paused"] if is_paused else self._texts["speed"].format(speed=speed)
        self._console.print(f" [{text}]", end="" if self._is_in_line else "\n", style="dim", markup=False)

    def _begin(self, said: Utterance) -> None:
        who = self._texts["you"] if said.side == "coach" else self._coachee
        self._console.print(
            f"{duration(said.span.start_ms):>5} {who + ':':<8}", end="", style=_style(said), markup=False
        )

    def _end(self, said: Utterance) -> None:
        if said.was_interrupted:
            self._console.print(f" {self._texts['cut_off']}", end="", style="dim", markup=False)
        if said.doubt is not said.doubt.NONE:
            why = self._texts["not_understood"].format(why=self._names.doubts[said.doubt])
            self._console.print(f" {why}", end="", style="dim", markup=False)
        self._console.print()
        notes = [self._moves(said.turn, said.coach)] if said.coach is not None else []
        if said.silence_ms is not None:
            notes.append(self._texts["silence"].format(seconds=decimal(said.silence_ms / 1000, self._language)))
        if said.change is not None:
            notes.append(f"{said.change.before} -> {said.change.after}  {said.change.reason}")
        if notes:
            line = "   ".join(note for note in notes if note)
            self._console.print(f"{'':15}{line}", style="cyan", markup=False, soft_wrap=True)

    def _moves(self, turn: int, coach: Turn) -> str:
        return " + ".join(
            self._names.moves[move.kind] + self._mark(turn, place, is_certain=move.is_certain)
            for place, move in enumerate(coach.moves, 1)
        )

    def _mark(self, turn: int, place: int, *, is_certain: bool) -> str:
        if (turn, place) in self._corrected:
            return f" ({self._texts['corrected']})"
        return "" if is_certain else f" ({self._texts['unsure']})"


def _style(said: Utterance) -> str:
    return "bold" if said.side == "coach" else ""

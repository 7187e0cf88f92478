"""`python -m voicecoach.training.mishearing`: speaks training turns, recognises them, and keeps what was misheard.

marked      [reflection+] dus die offertes [open_question+] wat doet dat met je
heard       Dus die of vertes, wat dood dat met je?
kept        [reflection+] Dus die of vertes, [open_question+] wat dood dat met je?

A turn keeps its intent and theme, so what is held out stays held out. The voice is the machine's own (espeak-ng), of
which the recogniser gets much wrong; a turn of which it understood too little is left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.training.marked_text import FOLDER, MarkedTurn, read_turns

if TYPE_CHECKING:
    from voicecoach.domain.persona import VoiceChoice
    from voicecoach.ports import Transcriber, Voice

MISHEARD = FOLDER.parent / "misheard"
"""Turns as the recogniser heard them, in the folders and files of the themes that they came from."""
MOST_WRONG = 0.45
"""Share of the words lost or changed above which nobody could say what was meant."""
_VOICES = {
    "nl": (("nl+m3", 130, 50), ("nl+f2", 140, 55), ("nl+m7", 145, 45)),
    "en": (("en-gb", 165, 50), ("en-us+f3", 175, 55), ("en-gb-scotland", 160, 40)),
}


def main() -> None:
    """Speak, recognise, align, write; a line of progress every 20 turns."""
    parser = argparse.ArgumentParser(prog="voicecoach.training.mishearing", description=__doc__)
    parser.add_argument("--every", type=int, default=9, help="take each so many-th turn (%(default)s)")
    args = parser.parse_args()
    from voicecoach.adapters.pyttsx3_voice import Pyttsx3Voice  # noqa: PLC0415 - heavy
    from voicecoach.wiring.engines import build_transcriber  # noqa: PLC0415 - heavy

    transcriber, origin = build_transcriber("auto")
    voice = Pyttsx3Voice()
    _say(f"recognised by {origin}")
    chosen = read_turns()[:: args.every]
    rows: dict[Path, list[str]] = {}
    try:
        for number, turn in enumerate(chosen):
            marked = marked_as_heard(turn, _heard(turn, number, voice, transcriber))
            if marked:
                path = MISHEARD / turn.language / f"{turn.theme}.tsv"
                rows.setdefault(path, ["intent\tprevious\tturn"]).append(f"{turn.intent}\t{turn.previous}\t{marked}")
            if number % 20 == 0:
                _say(f"{number} of {len(chosen)} spoken, {sum(len(r) - 1 for r in rows.values())} kept")
    finally:
        voice.close()
    for path, lines in rows.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def marked_as_heard(turn: MarkedTurn, heard: str) -> str:
    """Return what was heard, cut and marked as the turn is; empty where it was heard well, or hardly at all."""
    said = [(word, number) for number, move in enumerate(turn.moves) for word in _move_words(turn, number)]
    words = heard.split()
    matcher = SequenceMatcher(None, [_bare(word) for word, _ in said], [_bare(word) for word in words], autojunk=False)
    wrong = sum(max(b - a, d - c) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    if not words or not 0 < wrong <= MOST_WRONG * len(said):
        return ""
    owners = list(_owners([number for _, number in said], matcher.get_opcodes()))
    if sorted(set(owners)) != list(range(len(turn.moves))) or owners != sorted(owners):
        return ""
    moves = [[word for word, owner in zip(words, owners, strict=True) if owner == n] for n in range(len(turn.moves))]
    marks = [
        f"[{move.kind}{'+' if move.follows_up else ''}] {' '.join(own)}"
        for move, own in zip(turn.moves, moves, strict=True)
    ]
    return " ".join(marks)


def _owners(numbers: Sequence[int], steps: Sequence[tuple[str, int, int, int, int]]) -> Iterator[int]:
    """For each word heard the number of the move that it belongs to."""
    for _, first, end, heard_first, heard_end in steps:
        for at in range(heard_end - heard_first):
            place = first + at * max(1, end - first) // (heard_end - heard_first)
            yield numbers[min(place, len(numbers) - 1)]


def _heard(turn: MarkedTurn, number: int, voice: Voice, transcriber: Transcriber) -> str:
    import numpy as np  # noqa: PLC0415 - kept beside its use

    sounds = [sound.samples for sound in voice.say(turn.text, _voice(turn, number), turn.language)]
    return transcriber.transcribe(np.concatenate(sounds), turn.language).text if sounds else ""


def _voice(turn: MarkedTurn, number: int) -> VoiceChoice:
    from voicecoach.domain.persona import VoiceChoice  # noqa: PLC0415 - kept beside its use

    return VoiceChoice(*_VOICES[turn.language][number % 3])


def _move_words(turn: MarkedTurn, number: int) -> list[str]:
    return turn.text[turn.moves[number].start : turn.moves[number].end].split()


def _bare(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum())


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main()

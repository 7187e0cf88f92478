"""`python -m voicecoach.training`: train the classifier, print its scores on held-out intents, keep the weights."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from voicecoach.adapters.encoder_classifier import CUES, WEIGHTS, EncoderMoveClassifier, TurnJudge
from voicecoach.dialogue.cue_weights import CueWeights
from voicecoach.training.calibration import best_temperature
from voicecoach.training.cue_fitting import fit_cues, write_cues
from voicecoach.training.encoder_fitting import EncoderSettings, train, write
from voicecoach.training.marked_text import MarkedTurn, read_turns
from voicecoach.training.mishearing import MISHEARD
from voicecoach.training.scores import score, table
from voicecoach.training.turn_variants import ShownTurn, shown

_FEW = 192
"""Turns that tell whether training comes out the same twice."""


def main() -> None:
    """Train, calibrate, write, report."""
    settings = EncoderSettings()
    parser = argparse.ArgumentParser(prog="voicecoach.training", description=__doc__)
    parser.add_argument("--epochs", type=int, default=settings.epochs, help="times each turn is shown (%(default)s)")
    parser.add_argument(
        "--keep-network", action="store_true", help="fit and calibrate around the weights that are there"
    )
    parser.add_argument(
        "--twice", action="store_true", help="train twice on a few turns and compare the bytes, then stop"
    )
    args = parser.parse_args()
    turns, misheard = read_turns(), read_turns(MISHEARD)
    if args.twice:
        sys.exit(_compare([shown(turn) for turn in turns[:_FEW]]))
    kept = [turn for turn in (*turns, *misheard) if not turn.is_test]
    held_out = [turn for turn in turns if turn.is_test]
    cues = fit_cues(kept)
    write_cues(cues, CUES)
    if args.keep_network:
        with np.load(WEIGHTS, allow_pickle=False) as found:
            arrays = dict(found)
    else:
        arrays = train([shown(turn) for turn in kept], EncoderSettings(epochs=args.epochs), _say)
    arrays["temperature"] = np.float16(best_temperature(_classifier(arrays, cues), held_out))
    write(arrays, WEIGHTS)
    _say(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB, temperature {arrays['temperature']:.2f}")
    _say(table(_by_language(arrays, cues, held_out)))


def _compare(turns: Sequence[ShownTurn]) -> int:
    """Train twice on the same turns and say whether the weights files are the same, byte for byte."""
    digests = []
    for _ in range(2):
        with tempfile.NamedTemporaryFile(suffix=".npz") as file:
            path = Path(file.name)
            write(train(turns, EncoderSettings(epochs=2), _say), path)
            digests.append(hashlib.sha256(path.read_bytes()).hexdigest())
        _say(f"sha256 {digests[-1]}")
    is_same = digests[0] == digests[1]
    _say("byte-identical" if is_same else "different")
    return 0 if is_same else 1


def _by_language(arrays: Mapping[str, Any], cues: CueWeights, turns: Sequence[MarkedTurn]) -> dict[str, Any]:
    classifier = _classifier(arrays, cues)
    return {
        f"{language}, held-out intents{'' if punctuated else ', bare'}": score(
            classifier, [turn for turn in turns if turn.language == language], punctuated=punctuated
        )
        for language in ("nl", "en")
        for punctuated in (True, False)
    }


def _classifier(arrays: Mapping[str, Any], cues: CueWeights) -> EncoderMoveClassifier:
    weights = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}
    return EncoderMoveClassifier(TurnJudge(weights), cues, float(weights["temperature"]))


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main()

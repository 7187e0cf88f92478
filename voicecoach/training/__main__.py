"""`python -m voicecoach.training`: train the classifier, print its scores on held-out intents, keep the weights."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from voicecoach.adapters.encoder_classifier import CUES, WEIGHTS, EncoderMoveClassifier, TurnJudge
from voicecoach.dialogue.cue_weights import CueWeights
from voicecoach.training.calibration import best_temperature
from voicecoach.training.cue_fitting import fit_cues, write_cues
from voicecoach.training.encoder_fitting import EncoderSettings, stored, train, write
from voicecoach.training.marked_text import MarkedTurn, read_turns
from voicecoach.training.scores import score, table
from voicecoach.training.turn_variants import shown


def main() -> None:
    """Train, calibrate, write, report."""
    settings = EncoderSettings()
    parser = argparse.ArgumentParser(prog="voicecoach.training", description=__doc__)
    parser.add_argument("--epochs", type=int, default=settings.epochs, help="times each turn is shown (%(default)s)")
    parser.add_argument(
        "--keep-network", action="store_true", help="fit and calibrate around the weights that are there"
    )
    args = parser.parse_args()
    turns = read_turns()
    kept = [turn for turn in turns if not turn.is_test]
    held_out = [turn for turn in turns if turn.is_test]
    cues = fit_cues(kept)
    write_cues(cues, CUES)
    if args.keep_network:
        with np.load(WEIGHTS, allow_pickle=False) as found:
            arrays = dict(found)
    else:
        epochs = EncoderSettings(epochs=args.epochs)
        arrays = stored(
            train([shown(turn) for turn in kept], epochs, _say, lambda learnt: write(stored(learnt), WEIGHTS))
        )
    arrays["temperature"] = np.float16(best_temperature(_classifier(arrays, cues), held_out))
    write(arrays, WEIGHTS)
    _say(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB, temperature {arrays['temperature']:.2f}")
    _say(table(_by_language(arrays, cues, held_out)))


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

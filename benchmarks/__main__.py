"""`python -m benchmarks [SECTION...]`: print every figure of docs/benchmarks.md again."""

from __future__ import annotations

import argparse
import importlib
import os
import platform

SECTIONS = (
    "latency",
    "recognition",
    "classification",
    "question_rise",
    "topics",
    "follow_ups",
    "line_choice",
    "report",
    "comparison",
)


def main() -> None:
    """Run the sections asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", default=SECTIONS, metavar="SECTION", help=", ".join(SECTIONS))
    args = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for section in args.sections:
        print(f"\n## {section}\n")
        print(importlib.import_module(f"benchmarks.{section}").run())


if __name__ == "__main__":
    main()

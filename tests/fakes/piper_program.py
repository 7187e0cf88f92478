"""Stands in for Piper: writes a tone a line, as long as the line, and reports it as Piper does."""

PROGRAM = """
import argparse, sys, wave
import numpy as np
parser = argparse.ArgumentParser()
parser.add_argument("-m"); parser.add_argument("-d"); parser.add_argument("--length-scale", type=float)
args = parser.parse_args()
for number, line in enumerate(sys.stdin):
    if "burst" in line:
        sys.exit(3)
    path = f"{args.d}/{number}.wav"
    with wave.open(path, "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(22050)
        length = round(22050 * 0.01 * len(line.strip()) * args.length_scale)
        file.writeframes((9000 * np.sin(np.arange(length) / 9)).astype("<i2").tobytes())
    print(f"INFO:piper:Wrote {path}", file=sys.stderr, flush=True)
"""

"""Speed, latency, recognition and classification figures: `python -m benchmarks`."""

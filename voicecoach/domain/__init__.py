"""Pure values: what the rest of the house talks about. No clock, no file, no thread, no chance."""

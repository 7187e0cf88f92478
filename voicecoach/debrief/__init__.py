"""Pure measures: folds over an event log. Nothing here reads a file."""

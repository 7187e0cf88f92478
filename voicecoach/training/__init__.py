"""Trains the move classifier from marked text: `python -m voicecoach.training`."""

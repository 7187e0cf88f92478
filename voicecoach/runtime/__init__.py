"""The one loop that runs a session."""

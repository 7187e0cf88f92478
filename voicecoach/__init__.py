"""A local, offline, voice-based role-play simulator in which a sales manager practises coaching."""

__version__ = "0.1.0"

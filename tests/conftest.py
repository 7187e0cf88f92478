"""What holds for all tests."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A machine that is busy with other work draws slowly; that says nothing of the code.
settings.register_profile("voicecoach", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("voicecoach")

"""How much the suite tries of what is tried at random: a little here, much more in `python start.py bench rounds`."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}  # a busy machine is no fault

settings.register_profile("suite", max_examples=100, derandomize=True, **COMMON)
settings.register_profile("whole", max_examples=2_000, **COMMON)
settings.load_profile("suite")  # --hypothesis-profile=whole comes later and wins

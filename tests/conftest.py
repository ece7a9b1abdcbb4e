"""What all tests share: the hypothesis profiles, and a fresh calculator."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from calc_repl import Calculator
from calc_repl.settings import DECLARED

# Tests are found by their paths, so what several of them use is imported from here.
if str(Path(__file__).parent) not in sys.path:
    sys.path.append(str(Path(__file__).parent))

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# No test meets the exchange rates the user has kept.
DECLARED["rates"].default = "none"
os.environ["CALC_REPL_RATES"] = "none"


@pytest.fixture
def calculator() -> Calculator:
    """A session without definitions."""
    return Calculator()

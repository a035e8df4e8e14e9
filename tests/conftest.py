"""What several rooms of tests share."""

import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are noisy: speed is measured by the benchmark, never by a test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

NO_FILTER = dict.fromkeys(
    ["age_group", "age", "dose", "dose_per_4_weeks", "interval", "therapy", "disease", "ige", "tryptase", "without"]
)


@pytest.fixture
def no_filter():
    """Every query parameter of the literature pages, with no filter set and everything shown."""
    return {**NO_FILTER, "possible": True, "excluded": True, "child": False, "unit": "patients", "search": ""}

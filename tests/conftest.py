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


@pytest.fixture(scope="session")
def everything():
    """The built-in source with no filter set."""
    import queries
    from data.source import Choice

    return Choice(queries.built_in())


# Tests that share files or pictures, which take longer to make than to read, by how their addresses begin.
TOGETHER = {
    "files of the talk": ("tests/present/test_deck.py", "tests/present/test_handout.py"),
    "pictures of the course": ("tests/charts/test_story.py", "tests/charts/test_story_tracks.py"),
}


# A scheduler of ours, because the plugin's own marks do nothing with this version of pytest (pytest-xdist 3.8.0, pytest 9.2.0).
def pytest_xdist_make_scheduler(config, log):
    """Keep tests that share what they read with one worker; share the others out one by one."""
    from xdist.scheduler import LoadScopeScheduling

    class Together(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return next((name for name, begins in TOGETHER.items() if nodeid.startswith(begins)), nodeid)

    return Together(config, log)

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


# First, because the plugin that shares tests out reads these marks in a hook of the same name.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Keep tests that share the slides and handouts of a session with one worker: they take longer to make than to read."""
    for item in items:
        if "made" in item.fixturenames:
            item.add_marker(pytest.mark.xdist_group("files of the talk"))

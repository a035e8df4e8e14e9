"""The files of the talk under each filter, shared by every test of this room."""

import pytest

from tests.present import takeaways


@pytest.fixture(scope="session", params=takeaways.FILTERS)
def made(request):
    """The talk under one filter, with its slides, PDF and web page."""
    return takeaways.files(request.param)

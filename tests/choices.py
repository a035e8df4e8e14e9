"""Choices that tests draw: any value of any filter that a source offers."""

from hypothesis import strategies as st

import filters


def _values(control, source):
    """Give a strategy for the value of one filter, None where it is not set."""
    offered = list(filters.options(control, source))
    if control.kind == "switch":
        return st.booleans()
    if not offered:
        return st.none()
    if control.kind == "range":
        return st.none() | st.tuples(st.sampled_from(offered), st.sampled_from(offered)).map(sorted)
    if control.kind in ("some", "many"):
        return st.none() | st.lists(st.sampled_from(offered), max_size=3, unique=True)
    return st.sampled_from(offered)


def any_choice(source):
    """Give a strategy for every choice that the filters can make in a source, those that nobody matches included."""
    values = st.fixed_dictionaries({control.key: _values(control, source) for control in filters.FILTERS})
    return values.map(lambda values: filters.choice(source, values))


def nobody(source):
    """Give a choice that no patient matches: every publication is set aside."""
    return filters.choice(source, {"without": list(filters.options(filters.CONTROLS["without"], source))})

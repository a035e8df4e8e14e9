"""Axes end where the limits of a source say, so that no mark of any source is cut off."""

import pytest

from charts import claims, comparison, directions, doses, export, literature, outcomes
from tests.charts.drawings import EVERY, LIMITS, OTHER, SILENT

EACH = pytest.mark.parametrize("limits", [LIMITS, OTHER], ids=["built-in", "other"])


def ends(figure, *options, channel="x"):
    """Both ends of an axis of a chart."""
    layers = export.specification(figure, *options)["layer"]
    domains = [layer["encoding"].get(channel, {}).get("scale", {}).get("domain") for layer in layers]
    return next(domain for domain in domains if domain)


def ticks(figure, *options, channel="x"):
    layers = export.specification(figure, *options)["layer"]
    axes = [layer["encoding"].get(channel, {}).get("axis") for layer in layers]
    return next(axis["values"] for axis in axes if axis)


def holds(axis, low, high):
    return axis[0] <= low and high <= axis[1]


@EACH
def test_counts_fit_their_axes_with_little_room_left(limits):
    for figure, most in [
        (literature.composition, limits.largest_disease),
        (literature.publications, limits.largest_publication),
    ]:
        axis = ends(figure, limits)
        assert holds(axis, 0, most)
        assert axis[1] <= most * 1.14 + 1
    for unit, most in limits.units().items():
        assert most < ends(directions.tally, limits, unit)[1] <= most * 1.03 + 1
    for name in comparison.TOPICS:
        assert holds(ends(comparison.profile, limits, name, "A", "B"), -limits.patients, limits.patients)


@EACH
def test_ages_doses_and_lengths_fit_their_axes(limits):
    ages, months = limits.of("age"), limits.of("therapy")
    assert ends(literature.ages, limits) == [ages[0], ages[-1]]
    assert holds(ends(literature.therapy, limits), 0, months[-1] + 1)
    lanes = ends(doses.dose, limits, channel="y")
    assert len(lanes) == len(set(lanes)) == sum(one.last - one.first + 1 for one in limits.doses)
    length = ends(doses.dose, limits)
    assert 0 < length[0] < max(months[0], 0.25), "a logarithmic axis cannot hold zero"
    assert holds(length, max(months[0], 0.25), months[-1] * 1.2)


@EACH
def test_ticks_are_stops_and_about_a_dozen(limits):
    values = ticks(doses.dose, limits)
    assert 3 < len(values) <= 13
    assert set(values) <= set(limits.of("therapy")) - {0}
    assert values == sorted(values)


def test_the_built_in_source_keeps_the_axes_it_had():
    assert ends(literature.ages, LIMITS) == [0, 100]
    assert ends(literature.composition, LIMITS) == [0, 72]
    assert ends(literature.publications, LIMITS) == [0, 44]
    assert ends(doses.dose, LIMITS) == pytest.approx([0.8, 388.8])
    assert [one.dose for one in LIMITS.doses] == ["75–300 mg", "150 mg", "300 mg", "375 mg", "450 mg"]
    assert [ends(directions.tally, LIMITS, unit)[1] for unit in LIMITS.units()] == [84, 86, 20, 21]


def test_a_silent_source_still_has_axes():
    for figure in [literature.ages, doses.dose, literature.therapy]:
        low, high = ends(figure, SILENT)
        assert low < high


def test_constant_ends_of_the_built_in_source_hold_its_rows():
    rows = {drawing.query: drawing.rows() for drawing in EVERY if not drawing.limited}
    assert rows["outcomes/responses"]["to_patients"].max() <= outcomes.LARGEST_GROUP
    assert rows["outcomes/trial"]["score"].max() <= outcomes.HIGHEST_SCORE
    assert rows["paper/claims"]["place"].max() <= claims.MOST
    for drawing in EVERY:
        if drawing.query == "case/biomarkers":
            assert holds(ends(drawing.figure, *drawing.options), 0, drawing.rows()["value"].max())

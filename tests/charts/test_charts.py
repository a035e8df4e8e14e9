"""Every chart is valid, named, the same for every filter, and carries title, filter and source into its picture."""

import altair as alt
import jsonschema
import pytest

import charts
import queries
from charts import case, comparison, directions, literature, outcomes
from models import proportion

LITERATURE = ["ages", "composition", "publications", "dose", "therapy"]
SETTINGS = [
    {},
    {"age_group": "pediatric"},
    {"ige": ["down"], "child": True},
    {"age": [99, 100]},
    {"disease": "cutaneous", "unit": "publications"},
]

INFLUENCE = {"biomarker": "total IgE", "direction": "up"}
SIDES = {"left": '{"age_group": "pediatric"}', "right": '{"age_group": "adult"}'}


def drawings(no_filter):
    """Every chart of the app as (query, values, figure, options)."""
    for name in LITERATURE:
        yield f"literature/{name}", no_filter, getattr(literature, name), ()
    for unit in directions.REACH:
        yield "directions/tally", {**no_filter, "unit": unit}, directions.tally, (unit,)
    yield "directions/plot", {**no_filter, "child": True}, directions.plot, ()
    yield "directions/influence", {**no_filter, **INFLUENCE}, directions.influence, ()
    for name, topics in comparison.TOPICS.items():
        yield "comparison/profile", {**SIDES, "topics": topics}, comparison.profile, (name,)
    for name in ["responses", "trial", "resolution", "harms", "gaps"]:
        yield f"outcomes/{name}", no_filter, getattr(outcomes, name), ()
    for axis, views in case.VIEWS.items():
        for view, (low, high) in views.items():
            values = {"axis": axis, "lanes": case.LANES, "view_from": low, "view_to": high}
            yield "case/timeline", values, case.timeline, (axis, view)
    yield "case/score", {}, case.score, ()
    for biomarker in case.BIOMARKERS:
        yield "case/biomarkers", {"biomarker": biomarker}, case.biomarkers, (biomarker,)


def test_every_chart_is_valid_named_and_has_units_and_tooltips(no_filter):
    for _, _, figure, options in drawings(no_filter):
        drawn = charts.specification(figure, *options)
        jsonschema.validate(drawn, alt.load_schema())
        assert len(drawn["description"]) > 20
        assert "tooltip" in str(drawn)
        assert "http" not in str(drawn)


FILTERED = [f"literature/{name}" for name in LITERATURE] + ["directions/plot", "directions/tally", "directions/influence"]


def figure_of(name, setting):
    """The chart function of a filtered query, with its options."""
    subject, noun = name.split("/")
    figure = getattr({"literature": literature, "directions": directions}[subject], noun)
    return figure, (setting.get("unit", "patients"),) if noun == "tally" else ()


@pytest.mark.parametrize("name", FILTERED)
def test_the_specification_never_depends_on_the_rows(no_filter, name):
    for setting in SETTINGS:
        figure, options = figure_of(name, setting)
        rows = queries.run(name, **{**no_filter, **INFLUENCE, **setting})
        drawn = figure(rows, *options).to_dict()
        for part in ["data", "datasets", "$schema"]:
            drawn.pop(part, None)
        names = {
            key: value for key, value in charts.specification(figure, *options).items() if key not in ("$schema", "datasets")
        }
        assert _without_data(drawn) == _without_data(names)


def _without_data(spec):
    if isinstance(spec, dict):
        return {key: _without_data(value) for key, value in spec.items() if key not in ("data", "name", "views")}
    return [_without_data(value) for value in spec] if isinstance(spec, list) else spec


@pytest.mark.parametrize("name", FILTERED)
def test_rows_keep_their_columns_and_types_for_every_filter(no_filter, name):
    types = [dict(queries.run(name, **{**no_filter, **INFLUENCE, **setting}).dtypes) for setting in SETTINGS]
    assert all(one == types[0] for one in types)


def test_a_comparison_keeps_specification_columns_and_types_for_every_pair_of_sides():
    nobody = '{"age": [99, 100]}'
    pairs = [SIDES, {"left": "{}", "right": nobody}, {"left": nobody, "right": nobody}]
    for topics in comparison.TOPICS.values():
        profiles = [queries.run("comparison/profile", **pair, topics=topics) for pair in pairs]
        assert all(dict(rows.dtypes) == dict(profiles[0].dtypes) for rows in profiles)
    for method in proportion.METHODS:
        shares = [proportion.with_intervals(queries.run("comparison/proportions", **pair), method) for pair in pairs]
        assert all(dict(rows.dtypes) == dict(shares[0].dtypes) for rows in shares)
        drawn = comparison.proportions(shares[0]).to_dict()
        assert _without_data({key: drawn[key] for key in drawn if key not in ("$schema", "datasets")}) == _without_data(
            {key: value for key, value in charts.specification(comparison.proportions).items() if key != "$schema"}
        )
        jsonschema.validate(charts.specification(comparison.proportions), alt.load_schema())


def test_a_picture_carries_title_filter_and_source(no_filter):
    for query, values, figure, options in drawings(no_filter):
        rows = queries.run(query, **values)
        svg = charts.picture("svg", figure, rows, options, "What is seen", ["6 of 81 patients", "Source: the paper"]).decode()
        for text in ["What is seen", "6 of 81 patients", "Source: the paper"]:
            assert text in svg, (query, options, text)
    png = charts.picture("png", figure, rows, options, "What is seen", [])
    assert png.startswith(b"\x89PNG")


def test_the_timeline_draws_every_event_and_medication_step():
    with queries.build() as connection:
        told = {
            row[0]
            for row in connection.execute(
                "SELECT event_id FROM case_events UNION SELECT medication_id FROM case_medications"
            ).fetchall()
        }
    for axis in case.VIEWS:
        low, high = case.VIEWS[axis]["Whole life"]
        rows = queries.run("case/timeline", axis=axis, lanes=case.LANES, view_from=low, view_to=high)
        marks = rows[rows["kind"] != "lane"]
        assert set(marks["id"]) == told
        assert marks["id"].is_unique
        assert marks["label"].is_unique, "two rows of one label would share a line"
        svg = charts.picture("svg", case.timeline, rows, (axis, "Whole life"), "", []).decode()
        for label in marks["label"]:
            assert label.replace("&", "&amp;") in svg, label
        assert svg.count('aria-roledescription="point"') >= marks["momentary"].sum()


def test_the_order_of_events_is_the_order_told():
    for axis in case.VIEWS:
        low, high = case.VIEWS[axis]["Whole life"]
        rows = queries.run("case/timeline", axis=axis, lanes=case.LANES, view_from=low, view_to=high).set_index("id")
        chain = [
            "dose-1",
            "dose-2",
            "dose-3",
            "last-before-gap",
            "missed-dose",
            "relapse",
            "re-start",
            "remission",
            "last-report",
        ]
        places = [rows.loc[event, "place"] for event in chain]
        assert places == sorted(places)
        assert len(set(places)) == len(places)
        assert rows.loc["referral", "place"] < rows.loc["work-up", "place"] < rows.loc["systemic-mastocytosis", "place"]


def test_order_only_events_are_never_drawn_as_stated():
    rows = queries.run("case/timeline", axis="first dose", lanes=case.LANES, view_from=-200.0, view_to=30.0).set_index("id")
    assert set(rows.loc[["missed-dose", "relapse", "re-start", "remission"], "precision"]) == {"order only"}
    assert rows.loc["referral", "precision"] == "derived", "an age told on the other clock is derived on this one"


def test_the_config_hides_nothing_behind_colour_alone():
    assert len({(fill, tuple(charts.DASH[verdict])) for verdict, fill in charts.FILL.items()}) == len(charts.FILL)


def test_dechallenge_and_rechallenge_are_one_band_from_the_last_dose_to_the_remission():
    for axis in case.VIEWS:
        low, high = case.VIEWS[axis]["Omalizumab"]
        rows = queries.run("case/timeline", axis=axis, lanes=case.LANES, view_from=low, view_to=high).set_index("id")
        inside = rows.loc[["missed-dose", "relapse", "re-start"], "place"]
        assert (inside > rows["band_from"].iloc[0]).all()
        assert (inside < rows["band_to"].iloc[0]).all()

"""The charts of outcomes keep one specification, and what they say stands in their pictures."""

import pytest

import charts
import queries
from charts import outcomes
from tests.charts.test_charts import SETTINGS, _without_data
from widgets import findings, words

NAMES = ["responses", "trial", "resolution", "harms", "gaps"]
MORE = [*SETTINGS, {"disease": "cutaneous", "age_group": "pediatric", "possible": False}, {"without": ["distler2020"]}]


@pytest.mark.parametrize("name", NAMES)
def test_specification_and_types_never_depend_on_the_filter(no_filter, name):
    figure, types = getattr(outcomes, name), []
    for setting in MORE:
        rows = queries.run(f"outcomes/{name}", **{**no_filter, **setting})
        drawn = figure(rows).to_dict()
        for part in ["data", "datasets", "$schema"]:
            drawn.pop(part, None)
        assert _without_data(drawn) == _without_data(charts.specification(figure))
        types.append(dict(rows.dtypes))
    assert all(one == types[0] for one in types)


def picture(name, rows, notes=()):
    return charts.picture("svg", getattr(outcomes, name), rows, (), "", list(notes)).decode()


def test_every_bar_carries_its_denominator_and_its_categories(no_filter):
    rows = queries.run("outcomes/responses", **no_filter)
    svg = picture("responses", rows, findings.notes(rows))
    for text in ["n = 13", "5 complete, 3 major, 3 partial, 2 withdrawn", "17 partial (derived)", "PMID 28662309"]:
        assert text in svg
    assert svg.count('aria-roledescription="bar"') == len(rows)


def test_the_trial_shows_both_baselines_and_both_tests(no_filter):
    svg = picture("trial", queries.run("outcomes/trial", **no_filter))
    for text in ["52.0", "104.0", "n = 7", "n = 9", "p = 0.286 and p = 0.941, not significant"]:
        assert text in svg


def test_empty_cells_are_drawn_with_a_dash_and_a_dotted_outline(no_filter):
    rows = queries.run("outcomes/gaps", **no_filter)
    svg = picture("gaps", rows)
    empty = (rows["at_most"] == 0).sum()
    assert empty
    assert svg.count(">–<") == empty
    assert svg.count('stroke-dasharray="1,2"') == empty
    assert svg.count('aria-roledescription="bar"') == len(rows) == 12


def test_what_fades_is_also_said_in_words(no_filter):
    rows = queries.run("outcomes/responses", **{**no_filter, "age_group": "pediatric"})
    for row in rows.itertuples():
        assert (row.verdict in row.heading) == (row.verdict not in ("certain", "child"))


@pytest.mark.parametrize("setting", MORE)
def test_titles_and_lists_read_well_for_every_filter(no_filter, setting):
    values = {**no_filter, **setting}
    told = [
        findings.responses(queries.run("outcomes/responses", **values)),
        findings.trial(queries.run("outcomes/trial", **values)),
        findings.tests(queries.run("outcomes/trial", **values)),
        findings.resolution(queries.run("outcomes/resolution", **values)),
        findings.harms(queries.run("outcomes/harms", **values)),
        findings.gaps(queries.run("outcomes/gaps", **values)),
        findings.listed(queries.run("outcomes/stopping", **values)),
        findings.listed(queries.run("outcomes/harms", **values)),
        findings.silent(
            queries.run("outcomes/silent", **values), queries.run("literature/counts", **values), values["possible"]
        ),
    ]
    for text in told:
        assert text
        assert "nan" not in text.lower().replace("concomitant", "")
        assert "None" not in text
        assert " 1 patients" not in text


def test_titles_claim_no_efficacy(no_filter):
    trial = findings.trial(queries.run("outcomes/trial", **no_filter))
    assert "no significant difference" in trial
    assert "denominators not given" in findings.resolution(queries.run("outcomes/resolution", **no_filter))
    silent = findings.silent(queries.run("outcomes/silent", **no_filter), queries.run("literature/counts", **no_filter), True)
    assert silent.startswith("15 of 19 publications of Table 1 that match the filters, with 57 of 81 patients, have no")
    assert words.interval(40, 40) in silent

"""Directions of effect, against a reading of the printed signs written here in plain Python."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.conftest import NO_FILTER
from tests.queries.test_verdicts import REPORTS, any_filter, judge
from widgets import directions, words

KEYS = {
    "patients": lambda report: report["patient"],
    "patient reports": lambda report: report["index"],
    "publications": lambda report: report["publication"],
    "table rows": lambda report: report["row"],
}


def answers(filters, unit, name, left_out=None, possible=True):
    """What each counted unit may have answered: every choice of one direction per row and of who belongs, tried in turn."""
    units = {}
    for index, report in enumerate(REPORTS):
        verdict = judge(report, filters)
        if (verdict == "certain" or (verdict == "possible" and possible)) and report["publication"] != left_out:
            rows = units.setdefault(KEYS[unit]({**report, "index": index}), {})
            surely, _ = rows.get(report["row"], (False, None))
            rows[report["row"]] = (surely or verdict == "certain", report[name])
    for rows in units.values():
        found = set()
        for picks in product(
            *[[*(signs or ["not assessed"]), *([] if surely else ["out"])] for surely, signs in rows.values()]
        ):
            seen = {pick for pick in picks if pick not in ("out", "not assessed")}
            if set(picks) == {"out"}:
                found.add("out")
            else:
                found.add("not assessed" if not seen else seen.pop() if len(seen) == 1 else "mixed")
        yield found


@settings(max_examples=60, deadline=None)
@given(any_filter, st.sampled_from(list(KEYS)), st.booleans())
def test_every_count_is_the_brute_force_one(filters, unit, possible):
    rows = queries.run("directions/tally", **{**NO_FILTER, **filters, "unit": unit, "possible": possible})
    for name, biomarker in [("ige", "total IgE"), ("tryptase", "tryptase")]:
        told = list(answers({**NO_FILTER, **filters}, unit, name, possible=possible))
        own = rows[rows["biomarker"] == biomarker].drop_duplicates("direction").set_index("direction")
        for direction in ["up", "down", "unchanged", "mixed", "not assessed"]:
            low = sum(found == {direction} for found in told)
            high = sum(direction in found for found in told)
            assert (low, high) == (
                (own.loc[direction, "low"], own.loc[direction, "high"]) if direction in own.index else (0, 0)
            ), (biomarker, direction)


def influence(unit, **changed):
    values = {**NO_FILTER, "possible": True, "unit": unit, "biomarker": "total IgE", "direction": "up", **changed}
    return queries.run("directions/influence", **values)


@pytest.mark.parametrize("unit", KEYS)
@pytest.mark.parametrize(("biomarker", "name"), [("total IgE", "ige"), ("tryptase", "tryptase")])
@pytest.mark.parametrize("direction", ["up", "down", "unchanged"])
def test_leaving_any_publication_out_counts_what_is_left(unit, biomarker, name, direction):
    rows = influence(unit, biomarker=biomarker, direction=direction).set_index("publication_id")
    everybody = rows.loc[""]
    for publication in {report["publication"] for report in REPORTS}:
        told = list(answers(NO_FILTER, unit, name, left_out=publication))
        expected = (
            sum(found == {direction} for found in told), sum(direction in found for found in told),
            sum("not assessed" not in found for found in told), sum(bool(found - {"not assessed"}) for found in told),
        )  # fmt: skip
        row = rows.loc[publication] if publication in rows.index else everybody
        assert expected == tuple(row[["goes_low", "goes_high", "assessed_low", "assessed_high"]]), publication


@settings(max_examples=40, deadline=None)
@given(any_filter, st.sampled_from(list(KEYS)))
def test_the_share_lies_within_its_bounds_however_doubts_are_settled(filters, unit):
    for row in influence(unit, **filters).itertuples():
        told = list(answers({**NO_FILTER, **filters}, unit, "ige", left_out=row.publication_id))
        shares = []
        for best in (False, True):
            up = other = 0
            for found in told:
                rest = found - {"up", "not assessed", "out"}
                may_stay_away = found & {"not assessed", "out"}
                if best:
                    up += "up" in found
                    other += "up" not in found and bool(rest) and not may_stay_away
                else:
                    other += bool(rest)
                    up += not rest and "up" in found and not may_stay_away
            may = any("up" in found if not best else found - {"up", "not assessed", "out"} for found in told)
            shares.append(100 * up / (up + other) if up + other else {False: 100, True: 0}[best] if may else None)
        for share, bound in zip(shares, [row.share_low_percent, row.share_high_percent], strict=True):
            assert (bound != bound) if share is None else bound == pytest.approx(share)


def test_total_ige_rises_in_42_of_51_with_lemal_and_in_2_of_11_without():
    rows = influence("patient reports").set_index("label")["counts"]
    assert (rows["Nothing left out"], rows["Lemal 2019"]) == ("42 of 51", "2 of 11")
    told = influence("patient reports")
    assert directions.influence_title(told) == (
        "Without Lemal 2019, total immunoglobulin E (IgE) goes up in 2 of 11 assessed patient reports instead of 42 of 51"
    )
    assert directions.dominance(told).startswith("Lemal 2019 supplies 40 of 51 assessed patient reports (78%).")
    assert directions.influential(told).publication_id == "lemal2019"


def test_the_pair_reported_twice_is_mixed_over_time():
    rows = queries.run("directions/tally", **{**NO_FILTER, "possible": True, "unit": "patients"})
    mixed = rows[(rows["direction"] == "mixed") & (rows["biomarker"] == "total IgE")]
    assert list(mixed["units"]) == [2]


def test_the_plot_has_a_line_per_row_or_publication_and_the_child_above(no_filter):
    rows = queries.run("directions/plot", **{**no_filter, "child": True})
    assert rows.groupby("biomarker")["label"].nunique().to_dict() == {"total IgE": 21, "tryptase": 21}
    assert rows.loc[rows["row"] == 0, "direction"].tolist() == ["up", "unchanged"]
    assert rows.loc[rows["row"] == 8, "signs"].tolist() == ["↑", "=/↓"]
    assert rows.groupby("biomarker")["at_most"].sum().tolist() == [84, 84]
    merged = queries.run("directions/plot", **{**no_filter, "unit": "publications"})
    assert merged["label"].nunique() == 19
    assert merged.loc[merged["publication"] == "Lemal 2019", "patients"].tolist() == ["40", "40"]


def test_titles_have_words_where_nothing_is_left(no_filter):
    nobody = {**no_filter, "age": [99, 100], "biomarker": "tryptase", "direction": "down"}
    assert (
        directions.influence_title(queries.run("directions/influence", **nobody)) == "Nothing is assessed under these filters"
    )
    assert directions.tally_title(queries.run("directions/tally", **nobody)) == "No direction matches the filters"
    assert directions.plot_title(queries.run("directions/plot", **nobody), "table rows") == "No direction matches the filters"
    assert directions.influential(queries.run("directions/influence", **nobody)) is None
    assert list(KEYS) == words.UNITS

"""Directions of effect, against a reading of the printed signs written here in plain Python."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filters
from tests.queries.by_hand import NO_FILTER, UNITS, judge
from tests.queries.readings import BUILT_IN, EACH
from words import directions

MARKERS = [("total IgE", "ige"), ("tryptase", "tryptase")]


def answers(reports, chosen, unit, name, left_out=None, possible=True):
    """What each counted unit may have answered: every choice of one direction per row and of who belongs, tried in turn."""
    units = {}
    for report in reports:
        verdict = judge(report, chosen)
        if (verdict == "certain" or (verdict == "possible" and possible)) and report["publication"] != left_out:
            rows = units.setdefault(UNITS[unit](report), {})
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


@EACH
@settings(max_examples=20, deadline=None)
@given(st.data(), st.sampled_from(list(UNITS)), st.booleans())
def test_every_count_is_the_brute_force_one(reading, data, unit, possible):
    chosen = data.draw(reading.any_filter())
    rows = reading.run("directions/tally", chosen, possible, unit=unit)
    for biomarker, name in MARKERS:
        found = list(answers(reading.reports(), chosen, unit, name, possible=possible))
        lines = rows[rows["biomarker"] == biomarker].drop_duplicates("direction").set_index("direction")
        for direction in ["up", "down", "unchanged", "mixed", "not assessed"]:
            low, high = sum(each == {direction} for each in found), sum(direction in each for each in found)
            assert (low, high) == (
                (lines.loc[direction, "low"], lines.loc[direction, "high"]) if direction in lines.index else (0, 0)
            ), (biomarker, direction)


def influence(reading, chosen=NO_FILTER, unit="patients", biomarker="total IgE", direction="up"):
    return reading.run("directions/influence", chosen, unit=unit, biomarker=biomarker, direction=direction)


@EACH
@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("biomarker", "name"), MARKERS)
@pytest.mark.parametrize("direction", filters.DIRECTIONS)
def test_leaving_any_publication_out_counts_what_is_left(reading, unit, biomarker, name, direction):
    rows = influence(reading, NO_FILTER, unit, biomarker, direction)
    assert rows["label"].iloc[0] == "Nothing left out"
    rows = rows.set_index("publication_id")
    for publication in {report["publication"] for report in reading.reports()}:
        found = list(answers(reading.reports(), NO_FILTER, unit, name, left_out=publication))
        expected = (
            sum(each == {direction} for each in found), sum(direction in each for each in found),
            sum("not assessed" not in each for each in found), sum(bool(each - {"not assessed"}) for each in found),
        )  # fmt: skip
        row = rows.loc[publication] if publication in rows.index else rows.loc[""]
        assert expected == tuple(row[["goes_low", "goes_high", "assessed_low", "assessed_high"]]), publication


@EACH
@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from(list(UNITS)))
def test_the_share_lies_within_its_bounds_however_doubts_are_settled(reading, data, unit):
    chosen = data.draw(reading.any_filter())
    for row in influence(reading, chosen, unit).itertuples():
        found = list(answers(reading.reports(), chosen, unit, "ige", left_out=row.publication_id))
        shares = []
        for best in (False, True):
            up = other = 0
            for each in found:
                rest = each - {"up", "not assessed", "out"}
                may_stay_away = each & {"not assessed", "out"}
                if best:
                    up += "up" in each
                    other += "up" not in each and bool(rest) and not may_stay_away
                else:
                    other += bool(rest)
                    up += not rest and "up" in each and not may_stay_away
            may = any("up" in each if not best else each - {"up", "not assessed", "out"} for each in found)
            shares.append(100 * up / (up + other) if up + other else {False: 100, True: 0}[best] if may else None)
        for share, bound in zip(shares, [row.share_low_percent, row.share_high_percent], strict=True):
            assert (bound != bound) if share is None else bound == pytest.approx(share)


def test_total_ige_rises_in_42_of_51_with_lemal_and_in_2_of_11_without():
    rows = influence(BUILT_IN, unit="patient reports")
    counts = rows.set_index("label")["counts"]
    assert (counts["Nothing left out"], counts["Lemal 2019"]) == ("42 of 51", "2 of 11")
    lines = list(rows.itertuples())
    assert directions.influence_title(lines) == (
        "Without Lemal 2019, total immunoglobulin E (IgE) goes up in 2 of 11 assessed patient reports instead of 42 of 51"
    )
    assert directions.dominance(lines).startswith("Lemal 2019 supplies 40 of 51 assessed patient reports (78%).")
    assert directions.influential(lines).publication_id == "lemal2019"


@EACH
def test_the_pair_reported_twice_is_mixed_over_time(reading):
    rows = reading.run("directions/tally", unit="patients")
    mixed = rows[(rows["direction"] == "mixed") & (rows["biomarker"] == "total IgE")]
    assert list(mixed["units"]) == [reading.source().limits.reports - reading.source().limits.patients] == [2]


@EACH
def test_the_plot_has_a_line_per_row_or_publication_and_the_child_above(reading):
    limits, child = reading.source().limits, int(reading.source().has_child)
    rows = reading.run("directions/plot", child=True, unit="patients")
    for _, lines in rows.groupby("biomarker"):
        assert len(lines) == lines["label"].nunique() == limits.rows + child
        assert lines["at_most"].sum() == limits.reports + child
    merged = reading.run("directions/plot", child=False, unit="publications")
    assert merged["label"].nunique() == limits.publications
    assert merged["at_most"].max() == limits.largest_publication


def test_the_plot_prints_signs_as_the_table_does_and_those_of_the_child():
    rows = BUILT_IN.run("directions/plot", child=True, unit="patients")
    assert rows.loc[rows["row"] == 0, "direction"].tolist() == ["up", "unchanged"]
    assert rows.loc[rows["row"] == 8, "signs"].tolist() == ["↑", "=/↓"]
    merged = BUILT_IN.run("directions/plot", child=False, unit="publications")
    assert merged.loc[merged["publication"] == "Lemal 2019", "patients"].tolist() == ["40", "40"]


def test_titles_have_words_where_nothing_is_left():
    nobody = {**NO_FILTER, "age": [99, 100]}
    influenced = list(influence(BUILT_IN, nobody, biomarker="tryptase", direction="down").itertuples())
    assert directions.influence_title(influenced) == "Nothing is assessed under these filters"
    assert (
        directions.tally_title(list(BUILT_IN.run("directions/tally", nobody, unit="patients").itertuples()))
        == "No direction matches the filters"
    )
    rows = BUILT_IN.run("directions/plot", nobody, unit="patients", child=True)
    assert directions.plot_title(list(rows.itertuples()), "table rows") == "No direction matches the filters"
    assert directions.influential(influenced) is None
    assert list(UNITS) == filters.UNITS

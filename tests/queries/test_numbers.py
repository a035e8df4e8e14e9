"""The numbers everyone will ask for, as the database computes them."""

import pytest

import filters
import queries
from data.source import Choice
from tests.queries.by_hand import NO_FILTER, UNITS, brute_counts, table
from tests.queries.readings import BUILT_IN, EACH
from words import counts


def patients(choice):
    row = queries.run("literature/counts", choice).set_index("unit").loc["patients"]
    return int(row["certain"]), int(row["certain"] + row["possible"])


def test_every_conflict_in_the_paper_is_shown_with_both_readings_and_their_places():
    told = queries.run("case/conflicts", Choice(queries.built_in()))
    assert list(told["topic"]) == [row["topic"] for row in table(BUILT_IN.folder, "case_conflicts")]
    assert told.notna().all(axis=None)
    assert (told["one_source"] != told["other_source"]).all()


def test_the_built_in_totals_are_those_of_its_files():
    """The one place that writes these totals down: each is counted in the CSV files, by the database, and by the limits."""
    reports, limits = BUILT_IN.reports(), queries.built_in().limits
    totals = {"patients": 81, "patient reports": 83, "publications": 19, "table rows": 20}
    assert {unit: len({key(report) for report in reports}) for unit, key in UNITS.items()} == totals
    assert sum(int(row["patients"]) for row in table(BUILT_IN.folder, "table_rows")) == totals["patient reports"]
    assert limits.units() == totals
    counted = BUILT_IN.run("literature/counts").set_index("unit")["total"].to_dict()
    assert counted == {unit: totals[unit] for unit in counted}
    roles = [row["role"] for row in table(BUILT_IN.folder, "publications")]
    assert (roles.count("table 1"), roles.count("index case")) == (totals["publications"], 1)


@pytest.mark.parametrize(
    ("changed", "certain", "at_most"),
    [
        ({"age_group": "pediatric"}, 6, 46), ({"age": [0, 17]}, 6, 46), ({"age_group": "adult"}, 36, 76), ({"disease": "cutaneous"}, 20, 20),
        ({"disease": "systemic"}, 61, 61), ({"age_group": "pediatric", "disease": "systemic"}, 2, 31), ({"without": ["lemal2019"]}, 41, 41),
        ({"ige": ["up"]}, 42, 42), ({"year": [2019, 2020]}, 53, 53),
    ],
)  # fmt: skip
def test_counts_of_patients(everything, changed, certain, at_most):
    assert patients(filters.choice(everything.source, changed)) == (certain, at_most)
    by_hand = brute_counts(BUILT_IN.reports(), {**NO_FILTER, **changed})["patients"]
    assert (by_hand["certain"], by_hand["certain"] + by_hand["possible"]) == (certain, at_most)


@EACH
def test_the_tables_hold_every_report_patient_row_and_pair(reading):
    connection, reports = reading.source().cursor(), reading.reports()
    limits = reading.source().limits
    found = {
        name: connection.table(name).aggregate("count(*)").fetchall()[0][0]
        for name in ["patient_reports", "patients", "table_rows"]
    }
    assert found == {"patient_reports": limits.reports, "patients": limits.patients, "table_rows": limits.rows}
    assert len(reports) == limits.reports
    for key, most in [
        ("publication", limits.largest_publication),
        ("disease", limits.largest_disease),
        ("row", limits.largest_row),
    ]:
        values = [report[key] for report in reports]
        assert max(values.count(value) for value in values) == most
    pairs = [
        [f"{link['same_as_publication_id']}-{number}", f"{link['publication_id']}-{number}"]
        for link in table(reading.folder, "same_patients")
        for number in range(1, int(link["patients"]) + 1)
    ]
    found = {name for (name,) in connection.table("patients").project("patient_id").fetchall()}
    assert found == {"{}-{}".format(*report["patient"]) for report in reports}
    twice = connection.table("patients").filter("reports > 1").order("patient_id").project("report_ids").fetchall()
    assert [ids for (ids,) in twice] == pairs != []


def test_the_index_child_is_never_counted(everything):
    rows = queries.run("literature/ages", everything, child=True)
    assert list(rows.loc[rows["verdict"] == "child", "publication"]) == ["Bossi 2023"]
    assert rows.loc[rows["verdict"] != "child", "reports"].sum() == everything.source.limits.reports
    assert everything.source.has_child
    assert "bossi2023" not in {report["publication"] for report in BUILT_IN.reports()}


@EACH
@pytest.mark.parametrize("name", ["ages", "dose", "therapy"])
def test_no_child_is_laid_over_a_source_that_holds_none(reading, name):
    rows = reading.run(f"literature/{name}", child=True, excluded=True)
    assert (rows["verdict"] == "child").sum() == reading.source().has_child
    assert rows.loc[rows["verdict"] != "child", "reports"].sum() == reading.source().limits.reports


@EACH
def test_every_unit_of_the_composition_and_every_publication_is_counted_once(reading):
    reports, limits = reading.reports(), reading.source().limits
    for unit, key in UNITS.items():
        rows = reading.run("literature/composition", unit=unit).set_index("disease")["units"].to_dict()
        diseases = {report["disease"] for report in reports}
        assert rows == {name: len({key(report) for report in reports if report["disease"] == name}) for name in diseases}
    rows = reading.run("literature/publications")
    held = {
        name: len({report["patient"] for report in reports if report["publication"] == name})
        for name in set(rows["publication_id"])
    }
    assert dict(zip(rows["publication_id"], rows["publication_patients"], strict=True)) == held
    assert (len(held), set(rows["at_most"])) == (limits.publications, {limits.patients})


def test_the_largest_publication_is_half_of_all_patients(everything):
    rows = queries.run("literature/publications", everything)
    assert (rows["publication"][0], rows["publication_patients"][0]) == ("Lemal 2019", 40)
    assert counts.share(list(rows.itertuples())) == "Lemal 2019 alone holds 49% of the patients (40 of 81)"
    children = queries.run("literature/publications", filters.changed(everything, age_group="pediatric"))
    assert counts.share(list(children.itertuples())) == "Lemal 2019 alone could hold 40 of at most 46 patients"


def why(choice):
    return queries.run("literature/table", choice).set_index("row")["why"]


def test_each_row_says_why(everything):
    rows = why(filters.changed(everything, age_group="pediatric"))
    assert rows[11] == "possible: age 17–93 years straddles the chosen 0–17 (29 patients)"
    assert rows[2].startswith("certain: every filter is met (1 patient)")
    assert rows[3] == "excluded: age 48 years is outside 0–17 (1 patient)"
    assert rows[1] == "certain: every filter is met (1 patient) · excluded: age 51 years is outside 0–17 (1 patient)"
    adults = why(filters.changed(everything, age_group="adult", ige=["down"]))
    assert adults[2] == "excluded: age 15 years is outside 18 and over (1 patient)"
    assert adults[3] == "not reported: total IgE not assessed (1 patient)"
    later = why(filters.changed(everything, year=[2010, 2020]))
    assert later[4] == "certain: every filter is met (1 patient)"
    # Taken to be the patients of another row, where they match.
    assert later[1] == "excluded: publication of 2007 is outside 2010–2020 (2 patients, 2 counted in another row)"


def test_exact_values_of_two_patients_stay_apart_and_nothing_reads_nan(everything):
    [carter], [kibsgaard], lemal = (
        queries.objects("literature/study", everything, study=card) for card in ["carter2007", "kibsgaard2014", "lemal2019"]
    )
    assert (carter.ages_read, carter.lengths_read) == ("17 years and 51 years", "48 months and 66 months")
    assert [row.ages_read for row in lemal] == ["17–93 years"] * 2
    assert kibsgaard.ige_read == "not assessed"
    marks = queries.run("case/story", everything, open=filters.TRACKS, event="")
    assert not marks.loc[marks["kind"] == "mark", ["detail", "how", "source"]].isna().any(axis=None)


def test_contradicting_ages_say_so(everything):
    rows = queries.run("literature/table", Choice(everything.source, '{"age_group": "pediatric", "age": [20, 40]}'))
    assert set(rows["verdict"]) == {"excluded"}
    assert rows["why"].str.contains("age group and ages exclude each other").all()

"""The numbers everyone will ask for, as the database computes them."""

import pytest

import queries
from widgets import words


def patients(no_filter, **changed):
    row = queries.run("literature/counts", **{**no_filter, **changed}).set_index("unit").loc["patients"]
    return int(row["certain"]), int(row["certain"] + row["possible"])


@pytest.mark.parametrize(
    ("changed", "certain", "at_most"),
    [
        ({}, 81, 81),
        ({"age_group": "pediatric"}, 6, 46),
        ({"age": [0, 17]}, 6, 46),
        ({"age_group": "adult"}, 36, 76),
        ({"disease": "cutaneous"}, 20, 20),
        ({"disease": "systemic"}, 61, 61),
        ({"age_group": "pediatric", "disease": "systemic"}, 2, 31),
        ({"without": ["lemal2019"]}, 41, 41),
        ({"ige": ["up"]}, 42, 42),
    ],
)
def test_counts_of_patients(no_filter, changed, certain, at_most):
    assert patients(no_filter, **changed) == (certain, at_most)


def count(table):
    with queries.build() as connection:
        return connection.table(table).aggregate("count(*)").fetchall()[0][0]


def test_reports_patients_rows_and_publications():
    assert [count(name) for name in ["patient_reports", "patients", "table_rows", "index_report"]] == [83, 81, 20, 1]
    with queries.build() as connection:
        assert connection.table("patient_reports").filter("disease = 'systemic'").aggregate("count(*)").fetchall() == [(63,)]
        assert connection.table("publications").filter("role = 'table 1'").aggregate("count(*)").fetchall() == [(19,)]
        assert connection.table("patients").filter("reports = 2").order("patient_id").project("report_ids").fetchall() == [
            (["carter2007-1", "constantine2018-1"],), (["carter2007-2", "constantine2018-2"],)
        ]  # fmt: skip


def test_the_index_child_is_never_counted(no_filter):
    shown = queries.run("literature/ages", **{**no_filter, "child": True})
    assert list(shown.loc[shown["verdict"] == "child", "publication"]) == ["Bossi 2023"]
    assert shown.loc[shown["verdict"] != "child", "reports"].sum() == 83
    assert patients({**no_filter, "child": True}) == patients(no_filter)


def test_the_largest_publication_is_half_of_all_patients(no_filter):
    largest = queries.run("literature/publications", **no_filter).iloc[0]
    assert (largest["publication"], largest["publication_patients"]) == ("Lemal 2019", 40)
    assert (largest["certain"], largest["at_most"]) == (81, 81)
    assert words.share(largest) == "Lemal 2019 alone holds 49% of the patients (40 of 81)"
    children = queries.run("literature/publications", **{**no_filter, "age_group": "pediatric"}).iloc[0]
    assert words.share(children) == "Lemal 2019 alone could hold 40 of at most 46 patients"


def test_each_row_says_why(no_filter):
    rows = queries.run("literature/table", **{**no_filter, "age_group": "pediatric"}).set_index("row")
    assert rows.loc[11, "why"] == "possible: age 17–93 years straddles the chosen 0–17 (29 patients)"
    assert rows.loc[2, "why"].startswith("certain: every filter is met (1 patient)")
    assert rows.loc[3, "why"] == "excluded: age 48 years is outside 0–17 (1 patient)"
    assert rows.loc[1, "why"] == "certain: every filter is met (1 patient) · excluded: age 51 years is outside 0–17 (1 patient)"
    adults = queries.run("literature/table", **{**no_filter, "age_group": "adult", "ige": ["down"]}).set_index("row")
    assert adults.loc[2, "why"] == "excluded: age 15 years is outside 18 and over (1 patient)"
    assert adults.loc[3, "why"] == "not reported: total IgE not assessed (1 patient)"


def test_exact_values_of_two_patients_stay_apart_and_nothing_reads_nan(no_filter):
    rows = queries.run("literature/table", **no_filter).set_index("row")
    assert rows.loc[1, "ages_read"] == "17 years and 51 years"
    assert rows.loc[1, "lengths_read"] == "48 months and 66 months"
    assert rows.loc[11, "ages_read"] == "17–93 years"
    assert rows.loc[6, "ige_read"] == "not assessed"
    told = queries.run("case/timeline", axis="first dose", lanes=["Diagnosis", "Response"], view_from=-200.0, view_to=30.0)
    assert not told.loc[told["kind"] == "event", ["detail", "how", "source"]].isna().any(axis=None)


def test_contradicting_ages_say_so(no_filter):
    rows = queries.run("literature/table", **{**no_filter, "age_group": "pediatric", "age": [20, 40]})
    assert set(rows["verdict"]) == {"excluded"}
    assert rows["why"].str.contains("age group and ages exclude each other").all()


def test_every_stop_and_every_scale_reaches_over_the_data():
    with queries.build() as connection:
        reports = connection.table("patient_reports").df()
    ends = {"age": "years", "dose": "mg", "interval": "weeks", "therapy": "months"}
    for key, unit in ends.items():
        assert words.RANGES[key][0] <= reports[f"{key}_low_{unit}"].min()
        assert words.RANGES[key][-1] >= reports[f"{key}_high_{unit}"].max()
    assert words.RANGES["dose_per_4_weeks"][0] <= reports["dose_low_mg_per_4_weeks"].min()
    assert words.RANGES["dose_per_4_weeks"][-1] >= reports["dose_high_mg_per_4_weeks"].max()
    assert reports["dose_high_mg"].max() < 475
    assert reports["therapy_high_months"].max() < 150

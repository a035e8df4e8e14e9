"""The numbers everyone will ask for, as the database computes them."""

import pytest

import queries


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
    assert largest["share"] == pytest.approx(40 / 81)


def test_each_row_says_why(no_filter):
    rows = queries.run("literature/table", **{**no_filter, "age_group": "pediatric"}).set_index("row")
    assert rows.loc[11, "why"] == "possible: age 17–93 years straddles the chosen 0–17 (29 patients)"
    assert rows.loc[2, "why"].startswith("certain: every filter is met (1 patient)")
    assert rows.loc[3, "why"] == "excluded: age 48 years is outside 0–17 (1 patient)"
    assert rows.loc[1, "why"] == "certain: every filter is met (1 patient) · excluded: age 51 years is outside 0–17 (1 patient)"
    adults = queries.run("literature/table", **{**no_filter, "age_group": "adult", "ige": ["down"]}).set_index("row")
    assert adults.loc[2, "why"] == "excluded: age 15 years is outside 18 and over (1 patient)"
    assert adults.loc[3, "why"] == "not reported: total IgE not assessed (1 patient)"

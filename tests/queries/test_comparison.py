"""Two sides of a comparison: the laws of each, bounds of shares by brute force, intervals against their own definition."""

from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import filters
import queries
from models import proportion
from tests.queries.by_hand import NO_FILTER, brute_counts, judge, table
from tests.queries.readings import EACH
from widgets.comparison import PRESETS
from words import comparison

TOPICS = [
    "Dose per injection",
    "Dosing interval",
    "Therapy length",
    "Mastocytosis",
    "Age is printed as",
    "Total IgE",
    "Tryptase",
]
PROPERTIES = {
    "Cutaneous mastocytosis": lambda report: {report["disease"] == "cutaneous"},
    "Dose of exactly 300 mg": lambda report: (
        {True} if report["dose"] == (300, 300) else {report["dose"][0] <= 300 <= report["dose"][1], False}
    ),
    "Total IgE assessed": lambda report: {report["ige"] is not None},
    "Total IgE up, where assessed": lambda report: {sign == "up" for sign in report["ige"] or ()},
    "Tryptase assessed": lambda report: {report["tryptase"] is not None},
    "Tryptase unchanged, where assessed": lambda report: {sign == "unchanged" for sign in report["tryptase"] or ()},
}


def ask(name, left, right, **values):
    return queries.run(f"comparison/{name}", filters.sides(left, right), **values)


def objects(rows):
    return list(rows.itertuples())


@EACH
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_each_side_counts_as_the_same_filter_does_alone(reading, data):
    both = {"A": data.draw(reading.any_filter()), "B": data.draw(reading.any_filter())}
    rows = ask("counts", *(reading.choice(chosen) for chosen in both.values()))
    for side, chosen in both.items():
        counts = rows[rows["side"] == side].set_index("unit")
        verdicts = counts[["certain", "possible", "not_reported", "excluded"]]
        assert verdicts.sum(axis=1).to_dict() == counts["total"].to_dict() == reading.source().limits.units()
        for unit, expected in brute_counts(reading.reports(), chosen).items():
            assert verdicts.loc[unit].tolist() == list(expected.values())


@EACH
@settings(max_examples=15, deadline=None)
@given(st.data(), st.booleans())
def test_shares_and_bounds_are_those_of_a_reading_by_hand(reading, data, possible):
    chosen = data.draw(reading.any_filter())
    rows = ask("proportions", reading.choice(chosen, possible), reading.choice()).set_index(["side", "property"])
    for name, holds in PROPERTIES.items():
        patients = {}
        for report in reading.reports():
            verdict = judge(report, chosen)
            if (verdict == "certain" or (verdict == "possible" and possible)) and holds(report):
                surely, settled = patients.get(report["patient"], (False, []))
                patients[report["patient"]] = (surely or verdict == "certain", [*settled, holds(report)])
        found = [
            (surely, all(one == {True} for one in each), any(True in one for one in each)) for surely, each in patients.values()
        ]
        if not found:
            assert ("A", name) not in rows.index
            continue
        row = rows.loc[("A", name)]
        sure = [(has, may) for surely, has, may in found if surely]
        assert row[["patients", "holders", "holders_at_most"]].tolist() == [
            len(sure), sum(has for has, _ in sure), sum(may for _, may in sure)
        ]  # fmt: skip
        least = [has for surely, has, _ in found if surely or not has]
        most = [may for surely, _, may in found if surely or may]
        for bound, kept in [("low", least), ("high", most)]:
            value = row[f"bound_{bound}_percent"]
            # Where nobody is left to count against it, the least share is all; where nobody is left for it, the greatest is none.
            assert value == pytest.approx(100 * sum(kept) / len(kept) if kept else {"low": 100, "high": 0}[bound])


def test_bounds_hold_every_way_to_settle_a_doubt(everything):
    rows = ask(
        "proportions", filters.choice(everything.source, {"age_group": "pediatric", "without": ["lemal2019"]}), everything
    )
    row = rows.set_index(["side", "property"]).loc[("B", "Total IgE up, where assessed")]
    doubtful = row["holders_at_most"] - row["holders"]
    shares = [100 * (row["holders"] + sum(settled)) / row["patients"] for settled in product([0, 1], repeat=int(doubtful))]
    assert (min(shares), max(shares)) == pytest.approx((row["bound_low_percent"], row["bound_high_percent"]))


# What each topic of a profile tells of a report, as a reading by hand has it.
TOLD = {
    "Dose per injection": "dose", "Dosing interval": "interval", "Therapy length": "therapy", "Mastocytosis": "disease",
    "Age is printed as": "age", "Total IgE": "ige", "Tryptase": "tryptase",
}  # fmt: skip


@EACH
@settings(max_examples=15, deadline=None)
@given(st.data(), st.booleans())
def test_every_line_of_a_profile_counts_the_patients_of_a_reading_by_hand(reading, data, possible):
    left, right = data.draw(reading.any_filter()), data.draw(reading.any_filter())
    rows = ask("profile", reading.choice(left, possible), reading.choice(right), topics=TOPICS)
    for side, chosen in [("A", left), ("B", right)]:
        for topic, field in TOLD.items():
            verdicts = {}
            for report in reading.reports():
                verdict, value = judge(report, chosen), report[field]
                value = (value[0] == value[1]) if topic == "Age is printed as" else value
                if verdict == "certain" or (verdict == "possible" and (possible or side == "B")):
                    patients = verdicts.setdefault(str(value), {})
                    # "certain" comes before "possible": the best of a patient's verdicts.
                    patients[report["patient"]] = min(patients.get(report["patient"], verdict), verdict)
            expected = [tuple(list(one.values()).count(name) for name in ("certain", "possible")) for one in verdicts.values()]
            lines = rows[(rows["side"] == side) & (rows["topic"] == topic)].groupby("value")
            found = [
                tuple(line.loc[line["verdict"] == name, "patients"].sum() for name in ("certain", "possible"))
                for _, line in lines
            ]
            assert sorted(found) == sorted(expected), topic
            assert (lines["patients"].sum() == lines["at_most"].first()).all()
    assert (rows["verdict"] == "heading").sum() == len(TOPICS)


@EACH
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_an_interval_stands_only_where_each_patient_has_a_row_of_their_own(reading, data):
    chosen = data.draw(reading.any_filter())
    pair = filters.sides(reading.choice(chosen), reading.choice())
    rows = proportion.with_intervals(queries.run("comparison/proportions", pair), "Wilson").set_index(["side", "property"])
    shared = [report["row"] for report in reading.reports()]
    for name, holds in PROPERTIES.items():
        reports = [(judge(report, chosen), report) for report in reading.reports() if holds(report)]
        surely = {report["patient"] for verdict, report in reports if verdict == "certain"}
        counted = [report for verdict, report in reports if report["patient"] in surely and verdict in ("certain", "possible")]
        if ("A", name) in rows.index:
            alone = bool(counted) and all(shared.count(report["row"]) == 1 for report in counted)
            row = rows.loc[("A", name)]
            assert row["alone"] == alone
            assert pd.notna(row["interval_low_percent"]) == (alone and row["holders"] == row["holders_at_most"])


@EACH
@settings(max_examples=20, deadline=None)
@given(st.data(), st.booleans())
def test_the_members_of_a_side_are_those_of_a_reading_by_hand(reading, data, possible):
    chosen = data.draw(reading.any_filter())
    rows = ask("members", reading.choice(chosen, possible), reading.choice({**NO_FILTER, "age": [0, 0]})).set_index("side")
    judged = [(report["publication"], judge(report, chosen)) for report in reading.reports()]
    labels = dict(
        queries.run("literature/choices", reading.choice())[["publication_id", "publication"]].itertuples(index=False)
    )
    for verdict in ["certain", "possible"]:
        found = rows.loc["A", verdict] if "A" in rows.index else ""
        expected = {labels[key] for key, found in judged if found == verdict and (possible or verdict == "certain")}
        assert {name for name in labels.values() if f"{name} (" in found} == expected


def test_both_definitions_of_pediatric_and_who_is_like_this_child(everything):
    assert "**marked by the authors**: 5 patients; **under 18 by printed age**: 6, up to 46 patients" in comparison.pediatric(
        everything
    )
    left, right = (filters.changed(everything, **changes) for changes in PRESETS["Like this child, and all"])
    members = ask("members", left, right).set_index("side")
    assert members.loc["A", "certain"] == "Carter 2007 (17 years), Pitt 2010 (15 years)"
    assert members.loc["A", "possible"] == "Lemal 2019 (up to 29 patients, 17–93 years)"


@EACH
def test_both_definitions_of_pediatric_are_those_of_a_reading_by_hand(reading):
    marked = {row["publication_id"] for row in table(reading.folder, "table_rows") if row["pediatric_mark_printed"]}
    minors = brute_counts(reading.reports(), {**NO_FILTER, "age_group": "pediatric"})["patients"]
    rows = reading.run("comparison/definitions")
    authors = len({report["patient"] for report in reading.reports() if report["publication"] in marked})
    assert rows["certain"].tolist() == [authors, minors["certain"]]
    assert rows["at_most"].tolist() == [authors, minors["certain"] + minors["possible"]]


EMPTY = "Nobody is on either side for certain"


def test_titles_say_what_is_there_where_sides_are_empty_tied_or_certain_only(everything):
    nobody = filters.changed(everything, age=[99, 100])
    rows = ask("profile", nobody, nobody, topics=["Age is printed as", "Dose per injection"])
    assert comparison.patients(objects(rows), ("A", "B")) == "Nobody matches on either side"
    assert comparison.treatment(objects(rows), objects(ask("counts", nobody, nobody)), ("A", "B")) == EMPTY
    tied = filters.changed(everything, age_group="pediatric", without=["lemal2019", "bell2012"])
    rows = ask("profile", tied, nobody, topics=["Dose per injection"])
    title = comparison.treatment(objects(rows), objects(ask("counts", tied, nobody)), ("Pediatric", "Adult"))
    assert title == "Most common dose: 150 mg and 300 mg for 2 of 5 pediatric patients"
    adults = filters.changed(everything, age_group="adult", possible=False)
    assert comparison.name(adults) == "18 years and over, certain matches only"

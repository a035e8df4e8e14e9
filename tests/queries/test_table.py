"""The table of the literature: its patients sum up to the counts of the filter, and its numbers sort by value."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.queries.by_hand import NO_FILTER, ORDER, judge
from tests.queries.readings import EACH


def counted_by_hand(reading, chosen, possible):
    """Patients by row and verdict, each counted once: where the verdict is best, and there in the first row."""
    best = {}
    for report in reading.reports():
        place = ORDER.index(judge(report, chosen)), int(report["row"])
        best[report["patient"]] = min(best.get(report["patient"], place), place)
    counts = Counter((row, ORDER[verdict]) for verdict, row in best.values())
    return counts if possible else Counter({key: count for key, count in counts.items() if key[1] != "possible"})


@EACH
@settings(max_examples=40)
@given(data=st.data(), possible=st.booleans())
def test_rows_sum_up_to_the_counts_and_each_patient_counts_once(reading, data, possible):
    chosen = data.draw(reading.any_filter())
    rows = reading.run("literature/table", chosen, possible)
    counts = reading.run("literature/counts", chosen, possible).set_index("unit")
    assert rows["patients_certain"].sum() == counts.loc["patients", "certain"]
    assert rows["patients_possible"].sum() == counts.loc["patients", "possible"] * possible
    assert rows["kept"].sum() == counts.loc["table rows", ["certain", "possible"] if possible else ["certain"]].sum()
    by_hand = counted_by_hand(reading, chosen, possible)
    for row in rows.itertuples():
        assert (row.patients_certain, row.patients_possible) == (by_hand[row.row, "certain"], by_hand[row.row, "possible"])
        assert row.patients_certain + row.patients_possible + row.patients_elsewhere <= row.patients
        assert row.kept or not row.patients_certain + row.patients_possible
        assert row.why.startswith(row.verdict)
        assert not [verdict for verdict in ORDER[1:] if f"{verdict}: every filter is met" in row.why], "a reason is missing"


@EACH
def test_without_a_filter_every_patient_of_a_row_counts_there_or_elsewhere(reading):
    rows = reading.run("literature/table", NO_FILTER)
    assert (rows["patients_certain"] + rows["patients_elsewhere"] == rows["patients"]).all()
    assert rows["patients_elsewhere"].sum() == len(reading.reports()) - reading.source().limits.patients
    assert rows["kept"].all()


def test_the_youngest_are_those_of_two_years_and_not_of_eleven(everything):
    rows = queries.run("literature/table", everything)
    assert rows.sort_values("age_low_years")["publication_id"].iloc[0] == "hughes2018"
    assert rows.sort_values("age_printed")["publication_id"].iloc[0] == "bell2012", "or sorting by text would do"


@EACH
def test_the_card_of_each_study_holds_its_rows(reading):
    rows = reading.run("literature/table", NO_FILTER)
    for publication, part in rows.groupby("publication_id"):
        card = reading.run("literature/study", NO_FILTER, study=publication)
        assert card["row"].tolist() == part["row"].tolist()
        assert card["age_printed"].tolist() == part["age_printed"].tolist()

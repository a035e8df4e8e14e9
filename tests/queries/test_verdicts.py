"""The partition law on any filter, against a reading of the printed cells written here in plain Python."""

import csv
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.conftest import NO_FILTER, ROOT

ORDER = ["certain", "possible", "not reported", "excluded"]
SAME = {("constantine2018", 1): ("carter2007", 1), ("constantine2018", 2): ("carter2007", 2)}


def numbers(cell):
    """Every number of a cell, years turned into months where the cell speaks of years."""
    text, found, current = cell.replace(" ", "").lower() + "|", [], ""
    for sign in text:
        if sign.isdigit() or sign == ".":
            current += sign
        else:
            if current.strip("."):
                found.append(float(current.strip(".")))
            current = ""
    if "mos/" in text:
        return [found[0], found[1] * 12]
    return [value * 12 for value in found] if "yr" in text else found


def spread(values, patients, is_range):
    if is_range or (len(values) == 2 and patients > 2):
        return [(min(values), max(values))] * patients
    values = values if len(values) == patients else values * patients
    return [(value, value) for value in values]


def read_reports():
    """The 83 patient reports, read by this file alone."""
    words = {"↑": "up", "↓": "down", "=": "unchanged"}
    seen, reports = Counter(), []
    with (ROOT / "data" / "table_rows.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            n = int(row["patients"])
            mg_text, weeks_text = row["dose_printed"].split("/", 1)
            mg, weeks = numbers(mg_text), numbers(weeks_text)
            ages = spread(numbers(row["age_printed"]), n, "-" in row["age_printed"])
            lengths = spread(numbers(row["therapy_length_printed"]), n, "-" in row["therapy_length_printed"])
            sets = {
                name: None
                if row[f"{column}_printed"] == "na"
                else {words[sign] for sign in row[f"{column}_printed"].split("/")}
                for name, column in [("ige", "total_ige"), ("tryptase", "tryptase")]
            }
            for age, length in zip(ages, lengths, strict=True):
                publication = row["publication_id"]
                seen[publication] += 1
                reports.append({
                    "row": row["row"], "publication": publication, "disease": row["section"],
                    "patient": SAME.get((publication, seen[publication]), (publication, seen[publication])),
                    "age": age, "dose": (mg[0], mg[-1]), "interval": (weeks[0], weeks[-1]), "therapy": length,
                    "dose_per_4_weeks": (mg[0] * 4 / weeks[-1], mg[-1] * 4 / weeks[0]), **sets,
                })  # fmt: skip
    return reports


REPORTS = read_reports()


def judge_range(interval, chosen):
    if chosen is None:
        return "certain"
    (low, high), (start, end) = interval, chosen
    if start > end or max(low, start) > min(high, end):
        return "excluded"
    return "certain" if min(low, start) == start and max(high, end) == end else "possible"


def judge_set(printed, chosen):
    if chosen is None:
        return "certain"
    if printed is None:
        return "not reported"
    return "certain" if printed <= set(chosen) else "possible" if printed & set(chosen) else "excluded"


def judge(report, filters):
    start, end = filters["age"] or (0, 10**6)
    if filters["age_group"] == "pediatric":
        end = min(end, 17)
    if filters["age_group"] == "adult":
        start = max(start, 18)
    verdicts = [judge_range(report["age"], (start, end) if filters["age"] or filters["age_group"] else None)]
    verdicts += [judge_range(report[name], filters[name]) for name in ["dose", "dose_per_4_weeks", "interval", "therapy"]]
    verdicts += [judge_set(report[name], filters[name]) for name in ["ige", "tryptase"]]
    verdicts.append("certain" if filters["disease"] in (None, report["disease"]) else "excluded")
    verdicts.append("excluded" if report["publication"] in (filters["without"] or []) else "certain")
    return max(verdicts, key=ORDER.index)


def brute_counts(filters):
    counts = {}
    for unit, key in [("patients", "patient"), ("publications", "publication"), ("table rows", "row")]:
        best = {}
        for report in REPORTS:
            verdict = judge(report, filters)
            best[report[key]] = min(best.get(report[key], verdict), verdict, key=ORDER.index)
        counts[unit] = {verdict: list(best.values()).count(verdict) for verdict in ORDER}
    return counts


def sql_counts(filters):
    rows = queries.run("literature/counts", **filters)
    return {
        row.unit: dict(zip(ORDER, [row.certain, row.possible, row.not_reported, row.excluded], strict=True))
        for row in rows.itertuples()
    }


def between(low, high):
    return st.none() | st.tuples(st.integers(low, high), st.integers(low, high)).map(sorted)


directions = st.none() | st.lists(st.sampled_from(["up", "down", "unchanged"]), min_size=1, unique=True)
any_filter = st.fixed_dictionaries({
    "age_group": st.sampled_from([None, "pediatric", "adult"]),
    "age": between(0, 100), "dose": between(75, 450), "dose_per_4_weeks": between(75, 600), "interval": between(2, 7),
    "therapy": between(1, 144), "disease": st.sampled_from([None, "systemic", "cutaneous"]), "ige": directions, "tryptase": directions,
    "without": st.none() | st.lists(st.sampled_from(sorted({report["publication"] for report in REPORTS})), min_size=1, unique=True),
})  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(any_filter)
def test_every_patient_gets_one_verdict_and_it_is_the_brute_force_one(filters):
    counted = sql_counts(filters)
    assert counted == brute_counts(filters)
    totals = {unit: sum(verdicts.values()) for unit, verdicts in counted.items()}
    assert totals == {"patients": 81, "publications": 19, "table rows": 20}


@settings(max_examples=80, deadline=None)
@given(
    any_filter,
    st.sampled_from(["age", "dose", "dose_per_4_weeks", "interval", "therapy"]),
    st.integers(0, 50),
    st.integers(0, 50),
)
def test_widening_a_filter_never_loses_a_patient(filters, name, down, up):
    if filters[name] is None:
        filters[name] = [10, 20]
    low, high = filters[name]
    before, after = sql_counts(filters)["patients"], sql_counts({**filters, name: [low - down, high + up]})["patients"]
    assert after["certain"] >= before["certain"]
    assert after["certain"] + after["possible"] >= before["certain"] + before["possible"]
    assert after["excluded"] <= before["excluded"]


@pytest.mark.parametrize("name", NO_FILTER)
@settings(max_examples=15, deadline=None)
@given(filters=any_filter)
def test_clearing_a_filter_never_loses_a_patient(name, filters):
    before, after = sql_counts(filters)["patients"], sql_counts({**filters, name: None})["patients"]
    assert after["excluded"] <= before["excluded"]
    assert after["certain"] >= before["certain"]

"""The printed cells read and judged a second time, in plain Python: no SQL, no code of the app."""

import csv
from collections import Counter

from hypothesis import strategies as st

ORDER = ["certain", "possible", "not reported", "excluded"]
RANGES = ["age", "dose", "dose_per_4_weeks", "interval", "therapy", "year"]
FILTERS = ["age_group", *RANGES, "disease", "ige", "tryptase", "without"]
NO_FILTER = dict.fromkeys(FILTERS)
UNITS = {
    "patients": lambda report: report["patient"],
    "patient reports": lambda report: report["index"],
    "publications": lambda report: report["publication"],
    "table rows": lambda report: report["row"],
}


def table(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


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


def read_reports(folder):
    """The patient reports of a folder, read by this file alone."""
    signs = {"↑": "up", "↓": "down", "=": "unchanged"}
    years = {row["publication_id"]: row["year"] for row in table(folder, "publications")}
    earlier = {
        (row["publication_id"], number): (row["same_as_publication_id"], number)
        for row in table(folder, "same_patients")
        for number in range(1, int(row["patients"]) + 1)
    }
    seen, reports = Counter(), []
    for row in table(folder, "table_rows"):
        n, publication = int(row["patients"]), row["publication_id"]
        mg_text, weeks_text = row["dose_printed"].split("/", 1)
        mg, weeks = numbers(mg_text), numbers(weeks_text)
        ages = spread(numbers(row["age_printed"]), n, "-" in row["age_printed"])
        lengths = spread(numbers(row["therapy_length_printed"]), n, "-" in row["therapy_length_printed"])
        sets = {
            name: None if row[f"{column}_printed"] == "na" else {signs[sign] for sign in row[f"{column}_printed"].split("/")}
            for name, column in [("ige", "total_ige"), ("tryptase", "tryptase")]
        }
        year = (int(years[publication]),) * 2 if years[publication] else None
        for age, length in zip(ages, lengths, strict=True):
            seen[publication] += 1
            patient = publication, seen[publication]
            reports.append({
                "index": len(reports), "row": row["row"], "publication": publication, "disease": row["section"],
                "patient": earlier.get(patient, patient), "age": age, "dose": (mg[0], mg[-1]), "interval": (weeks[0], weeks[-1]),
                "therapy": length, "dose_per_4_weeks": (mg[0] * 4 / weeks[-1], mg[-1] * 4 / weeks[0]), "year": year, **sets,
            })  # fmt: skip
    return reports


def judge_range(interval, chosen):
    if chosen is None:
        return "certain"
    if interval is None:
        return "not reported"
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


def asked_ages(filters):
    """The ages that a filter asks for; a group and ages apply together."""
    if not filters["age"] and not filters["age_group"]:
        return None
    start, end = filters["age"] or (0, 10**6)
    return max(start, 18 * (filters["age_group"] == "adult")), min(end, 17 if filters["age_group"] == "pediatric" else 10**6)


def judge(report, filters):
    verdicts = [judge_range(report[name], asked_ages(filters) if name == "age" else filters[name]) for name in RANGES]
    verdicts += [judge_set(report[name], filters[name]) for name in ["ige", "tryptase"]]
    verdicts.append("certain" if filters["disease"] in (None, report["disease"]) else "excluded")
    verdicts.append("excluded" if report["publication"] in (filters["without"] or []) else "certain")
    return max(verdicts, key=ORDER.index)


def brute_counts(reports, filters):
    counts = {}
    for unit, key in UNITS.items():
        best = {}
        for report in reports:
            verdict = judge(report, filters)
            best[key(report)] = min(best.get(key(report), verdict), verdict, key=ORDER.index)
        counts[unit] = {verdict: list(best.values()).count(verdict) for verdict in ORDER}
    return counts


directions = st.none() | st.lists(st.sampled_from(["up", "down", "unchanged"]), min_size=1, unique=True)


def any_filter(reports):
    """Any filter whose ranges lie within the reach of some reports, backwards ranges apart."""

    def between(name):
        ends = [end for report in reports for end in report[name] or ()]
        low, high = (0 if name == "age" else int(min(ends))), int(-(-max(ends) // 1))
        return st.none() | st.tuples(st.integers(low, high), st.integers(low, high)).map(sorted)

    publications = sorted({report["publication"] for report in reports})
    return st.fixed_dictionaries({
        "age_group": st.sampled_from([None, "pediatric", "adult"]), **{name: between(name) for name in RANGES},
        "disease": st.sampled_from([None, "systemic", "cutaneous"]), "ige": directions, "tryptase": directions,
        "without": st.none() | st.lists(st.sampled_from(publications), min_size=1, unique=True),
    })  # fmt: skip

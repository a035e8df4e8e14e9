"""The CSV files in plain Python, to work numbers out again: no SQL, no code of the app."""

import csv
import re

from tests.conftest import ROOT


def _rows(name):
    with (ROOT / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _by(name, key):
    return {row[key]: row for row in _rows(name)}


TABLE = _rows("table_rows")
EVENTS, MEASURED = _by("case_events", "event_id"), _by("case_measurements", "measurement_id")
CHILD, DRUGS = _by("index_case", "quantity"), _by("case_medications", "medication_id")
FACTS = _by("case_facts", "fact_id")
OUTCOMES, GROUPS = _by("outcomes", "outcome_id"), _by("study_groups", "group_id")
PUBLICATIONS, CLAIMS = _by("publications", "publication_id"), _by("claims", "claim_id")
PAIRS = _rows("same_patients")
HALF_LIFE = float(_by("pk_parameters", "parameter_id")["product-half-life"]["value"])
UNKNOWN = "cannot be checked"


def agree(claim, number, decimals=0):
    said = float(CLAIMS[claim]["stated_value"])
    if number == said:
        return "agrees"
    return "agrees within rounding" if round(number, decimals) == said else "differs"


def holds(true):
    return "agrees" if true else "differs"


def row_of(publication):
    return next(row for row in TABLE if row["publication_id"] == publication)


def total(rows):
    return sum(int(row["patients"]) for row in rows)


def numbers(text):
    return [float(number) for number in re.findall(r"\d+(?:\.\d+)?", text)]


def aged(first, last, rows=TABLE):
    """Patients certainly and possibly of an age; a pair reported twice counts once, with its better verdict."""
    same = {pair["publication_id"]: pair["same_as_publication_id"] for pair in PAIRS}
    best = {}
    for row in rows:
        ages, patients = numbers(row["age_printed"]), int(row["patients"])
        exact = "-" not in row["age_printed"] and len(ages) == patients
        for index in range(patients):
            low, high = (ages[index], ages[index]) if exact else (min(ages), max(ages))
            verdict = 0 if first <= low and high <= last else 1 if low <= last and high >= first else 2
            name = same.get(row["publication_id"], row["publication_id"]), row["row"] if not exact else "", index
            best[name] = min(best.get(name, 2), verdict)
    return [list(best.values()).count(verdict) for verdict in [0, 1]], len(best)


def at(event, end="start_low_months"):
    return float(EVENTS[event][end])


def value(measurement):
    return float(MEASURED[measurement]["low"])


def fact(name):
    return float(FACTS[name]["value"])


def count(outcome):
    return int(OUTCOMES[outcome]["patients"])


def size(group):
    return int(GROUPS[group]["patients"])


def year(publication):
    return int(PUBLICATIONS[publication]["year"])


def bounds(event):
    return [round(at(event), 1), round(at(event, "start_high_months"), 1)]


def doses_before(event):
    return sum(at(dose) <= at(event) for dose in EVENTS if re.fullmatch(r"dose-\d", dose))


def up_to(certain, possible):
    return [certain, certain + possible] if possible else [certain]

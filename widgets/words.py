"""What the filters are called and how they and their counts are told in words."""

from typing import Any

import queries

KEY = "Solid: certain. Pale and dashed: possible. Dotted: not reported. Faint grey: excluded. Orange: the child."

CHOICES = {
    "age_group": {"all": "All", "pediatric": "Pediatric", "adult": "Adult"},
    "disease": {"all": "All", "systemic": "Systemic", "cutaneous": "Cutaneous"},
}
# The stops of each range in its unit; those of therapy length suit 1 to 144 months.
RANGES: dict[str, list[int]] = {
    "age": list(range(0, 101)),
    "dose": list(range(75, 451, 75)),
    "therapy": [1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 40, 48, 60, 73, 96, 120, 144],
    "dose_per_4_weeks": list(range(75, 601, 75)),
    "interval": list(range(2, 8)),
}
LABELS = {
    "age": ("Age", "years"),
    "dose": ("Dose per injection", "mg"),
    "therapy": ("Therapy length", "months"),
    "dose_per_4_weeks": ("Dose per 4 weeks", "mg"),
    "interval": ("Dosing interval", "weeks"),
}
UNITS = ["patients", "patient reports", "publications", "table rows"]
DIRECTIONS = ["up", "down", "unchanged"]
SETS = {"ige": "Total immunoglobulin E (IgE)", "tryptase": "Tryptase"}


def publications() -> dict[str, str]:
    """Give the label of each publication of Table 1, in printed order."""
    rows = queries.run("literature/choices")
    return dict(zip(rows["publication_id"], rows["publication"], strict=True))


def phrases(values: dict[str, Any]) -> dict[str, str]:
    """Give each active filter in a few words, by key.

    Args:
        values: the filter as :func:`filters.chosen` gives it.
    """
    told = {}
    if values["age_group"]:
        told["age_group"] = {"pediatric": "under 18 years", "adult": "18 years and over"}[values["age_group"]]
    for key, (label, unit) in LABELS.items():
        if values[key]:
            told[key] = f"{label.lower()} {interval(*values[key])} {unit}"
    if values["disease"]:
        told["disease"] = f"{values['disease']} mastocytosis"
    for key, label in SETS.items():
        if values[key]:
            told[key] = f"{label} {' or '.join(values[key])}"
    if values["without"]:
        told["without"] = "without " + " and ".join(publications()[key] for key in values["without"])
    return told


def interval(low: float, high: float) -> str:
    """Give a closed interval in words: 17 to 93 is written 17–93, an exact value once."""
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def counted(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` in words, such as "6 of 81 patients, up to 46".

    Args:
        possible: whether possible matches count; where they do not, they are named as left out.
    """
    text = f"{count.certain} of {count.total} {count.unit}"
    if not count.possible:
        return text
    return (
        f"{text}, up to {count.certain + count.possible}"
        if possible
        else f"{text} for certain, {count.possible} possible ones left out"
    )


def bounds(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` as a number, or as its bounds: 6, or 6–46."""
    return interval(count.certain, count.certain + (count.possible if possible else 0))


def biomarker(name: str, rows: Any) -> str:
    """Give what the printed values of one biomarker show, as a title.

    Args:
        name: the biomarker as the measurements call it.
        rows: its rows of ``case/biomarkers``.
    """
    values, limit = rows.loc[~rows["is_limit"], "value"], rows.loc[rows["is_limit"], "value"]
    if len(limit):
        side = "above" if values.min() > limit.iloc[0] else "on both sides of"
        return f"{'All printed' if side == 'above' else 'Printed'} {name} values lie {side} the normal limit of {limit.iloc[0]:g} {rows['unit'].iloc[0]}"
    if rows["unit"].iloc[0] == "times baseline":
        return f"Total immunoglobulin E (IgE) rose to {values.max():g} times its baseline"
    return f"The {name} went from {values.iloc[0]:g} to {values.iloc[-1]:g} %"


def therapy(rows: Any) -> str:
    """Give the span of therapy lengths as a title.

    Args:
        rows: the counted rows of ``literature/therapy``, possibly none.
    """
    if rows.empty:
        return "No therapy length matches the filters"
    return f"Therapy lasted {interval(rows['therapy_low_months'].min(), rows['therapy_high_months'].max())} months"


def share(publication: Any) -> str:
    """Give how much of the cohort one publication holds, as a title; a percentage only where every patient is certain.

    Args:
        publication: one row of ``literature/publications``.
    """
    name, held, at_most = publication.publication, publication.publication_patients, publication.at_most
    if publication.certain == at_most:
        return f"{name} alone holds {held / at_most:.0%} of the patients ({held} of {at_most})"
    return f"{name} alone could hold {held} of at most {at_most} patients"


def dose(rows: Any) -> str:
    """Give the dose that most patient reports print, as a title.

    Args:
        rows: the counted rows of ``literature/dose``, possibly none.
    """
    exact = rows[rows["exact_dose"].astype(bool)]
    if exact.empty:
        return "No exact dose matches the filters"
    reports = exact.groupby("dose_low_mg")["reports"].sum()
    return f"{reports.max()} of {rows['reports'].sum()} patient reports print {reports.idxmax():g} mg per injection"

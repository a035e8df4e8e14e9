"""The verdicts of study groups and the evidence-gap map, against a plain reading of the curated files."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.conftest import NO_FILTER
from tests.queries.test_outcomes import FINDINGS, GROUPS, ROLES, asked
from tests.queries.test_verdicts import ORDER, REPORTS, any_filter, judge, judge_range

CONNECTION = queries.build()
# The child in the terms of Table 1, as index_case prints him.
CHILD = {
    "publication": "bossi2023", "disease": "systemic", "age": (8, 10), "dose": (300, 300), "interval": (4, 5), "therapy": (20, 20),
    "dose_per_4_weeks": (240, 300), "ige": {"up"}, "tryptase": {"unchanged"},
}  # fmt: skip
CELLS = [
    (age, disease, dose)
    for age in [(0, 17), (18, 999)]
    for disease in ["systemic", "cutaneous"]
    for dose in [(0, 299.999), (300, 300), (300.001, 9999)]
]


def judge_group(group, filters):
    publication = group["publication_id"]
    if ROLES[publication] == "table 1":
        verdicts = {judge(report, filters) for report in REPORTS if report["publication"] == publication}
        best = min(verdicts, key=ORDER.index)
        return "possible" if best == "certain" and len(verdicts) > 1 else best
    if publication == "bossi2023":
        return judge(CHILD, filters)
    start, end = filters["age"] or (0, 10**6)
    start, end = (
        max(start, 18 * (filters["age_group"] == "adult")),
        min(end, 17 if filters["age_group"] == "pediatric" else 10**6),
    )
    verdicts = ["excluded" if publication in (filters["without"] or []) else "certain"]
    if filters["age"] or filters["age_group"]:
        low, high = group["age_low_years"], group["age_high_years"] or 10**6
        verdicts.append(judge_range((int(low), int(high)), (start, end)) if low else "not reported")
    if filters["disease"] not in (None, group["condition"]):
        mixed = group["condition"] in ("systemic and cutaneous", "mixed mast cell disorders")
        verdicts.append("possible" if mixed else "excluded")
    others = ["dose", "dose_per_4_weeks", "interval", "therapy", "ige", "tryptase"]
    verdicts += ["not reported" for name in others if filters[name] is not None]
    return max(verdicts, key=ORDER.index)


def group_verdicts(filters):
    asking = (
        "SELECT group_id, verdict::VARCHAR FROM judged_groups($age_group, $age, $dose, $dose_per_4_weeks, $interval,"
        " $therapy, $disease, $ige, $tryptase, $without)"
    )
    return dict(CONNECTION.execute(asking, filters).fetchall())


@settings(max_examples=60, deadline=None)
@given(any_filter, st.lists(st.sampled_from(sorted({row["publication_id"] for row in GROUPS.values()})), max_size=2))
def test_every_group_gets_the_verdict_of_a_plain_reading(filters, aside):
    filters = {**filters, "without": [*(filters["without"] or []), *aside] or None}
    assert group_verdicts(filters) == {key: judge_group(group, filters) for key, group in GROUPS.items()}


def test_without_a_filter_every_group_is_certain():
    assert set(group_verdicts(NO_FILTER).values()) == {"certain"}
    assert set(asked("findings")["verdict"]) == {"certain"}
    assert len(asked("findings")) == len(FINDINGS)


def within(one, other):
    return (max(one[0], other[0]), min(one[1], other[1])) if one and other else one or other


def brute_gaps(filters):
    facts = {group["publication_id"] for group in GROUPS.values()}
    group = {"pediatric": (0, 17), "adult": (18, 999)}.get(filters["age_group"])
    for age, disease, dose in CELLS:
        cell = {
            **filters,
            "age_group": None,
            "age": within(age, within(group, filters["age"])),
            "dose": within(dose, filters["dose"]),
        }
        best, publications = {}, defaultdict(set)
        for report in REPORTS:
            verdict = judge(report, cell)
            if report["disease"] == disease and ORDER.index(verdict) < 2:
                best[report["patient"]] = min(best.get(report["patient"], verdict), verdict, key=ORDER.index)
                publications[verdict].add(report["publication"])
        everywhere = publications["certain"] | publications["possible"]
        certain = list(best.values()).count("certain")
        yield certain, len(best), len(publications["certain"]), len(everywhere), len(everywhere & facts)


@settings(max_examples=80, deadline=None)
@given(any_filter)
def test_the_map_draws_every_cell_with_the_bounds_of_a_plain_reading(filters):
    cells = asked("gaps", **filters)
    columns = ["certain", "at_most", "publications_certain", "publications_at_most", "with_facts"]
    assert [tuple(row) for row in cells[columns].itertuples(index=False)] == list(brute_gaps(filters))
    counts = queries.run("literature/counts", **filters).set_index("unit").loc["patients"]
    # Patients reported twice, at two ages, may be certain in two cells.
    assert cells["certain"].sum() <= counts["certain"] + counts["possible"] + 2
    assert cells["at_most"].sum() >= counts["certain"] + counts["possible"]


@settings(max_examples=40, deadline=None)
@given(any_filter, st.sampled_from(["age", "dose", "therapy"]), st.integers(0, 30), st.integers(0, 30))
def test_widening_a_filter_never_loses_a_finding_or_a_cell(filters, name, down, up):
    low, high = filters[name] or (10, 20)
    narrow, wide = {**filters, name: [low, high]}, {**filters, name: [low - down, high + up]}
    before, after = group_verdicts(narrow), group_verdicts(wide)
    assert all(ORDER.index(after[key]) <= ORDER.index(before[key]) for key in GROUPS)
    assert (asked("gaps", **wide)["at_most"] >= asked("gaps", **narrow)["at_most"]).all()

"""The verdicts of study groups and the evidence-gap map, against a plain reading of the curated files."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import queries
from tests.data.test_dictionary import rows
from tests.queries.by_hand import NO_FILTER, ORDER, asked_ages, judge, judge_range
from tests.queries.readings import BUILT_IN, EACH
from tests.queries.test_outcomes import FINDINGS, GROUPS, PUBLICATIONS, asked

# The child in the terms of Table 1, as index_case prints him, at the age of the first dose.
CHILD = {
    "publication": "bossi2023", "disease": "systemic", "age": (9, 10), "dose": (300, 300), "interval": (4, 5), "therapy": (20, 20),
    "dose_per_4_weeks": (240, 300), "year": (2023, 2023), "ige": {"up"}, "tryptase": {"unchanged"},
}  # fmt: skip
# What a contradicted cell of a row tells no more.
LOST = {"dose": ["dose", "dose_per_4_weeks"], "interval": ["interval", "dose_per_4_weeks"], "therapy length": ["therapy"]}
CONTRADICTED = {row["row"]: LOST[row["quantity"]] for row in rows("contradicted_cells")}
PRINTED = {row["publication_id"]: row for row in rows("table_rows")}
CELLS = [
    (age, disease, dose)
    for age in [(0, 17), (18, 999)]
    for disease in ["systemic", "cutaneous"]
    for dose in [(0, 299.999), (300, 300), (300.001, 9999)]
]


def own_words(group, filters):
    """The verdicts on what a group's own source tells: publication, year, disease, and the age where it prints one."""
    publication = group["publication_id"]
    yield "excluded" if publication in (filters["without"] or []) else "certain"
    year = PUBLICATIONS[publication]["year"]
    yield judge_range((int(year), int(year)) if year else None, filters["year"])
    if filters["disease"] not in (None, group["condition"]):
        mixed = group["condition"] in ("systemic and cutaneous", "mixed mast cell disorders")
        yield "possible" if mixed else "excluded"
    if group["age_low_years"]:
        low, high = int(group["age_low_years"]), int(group["age_high_years"] or 10**6)
        yield judge_range((low, high), asked_ages(filters))


def judge_group(group, filters):
    publication = group["publication_id"]
    reports = [
        {**report, **dict.fromkeys(CONTRADICTED.get(report["row"], []))}
        for report in BUILT_IN.reports()
        if report["publication"] == publication
    ]
    if publication == "bossi2023":
        return judge(CHILD, filters)
    if group["overlap"] == "in Table 1":
        verdicts = {judge(report, filters) for report in reports}
        best = min(verdicts, key=ORDER.index)
        return "possible" if best == "certain" and len(verdicts) > 1 else best
    verdicts = list(own_words(group, filters))
    rest = {**filters, "without": None, "year": None, "disease": None}
    if group["age_low_years"]:
        rest |= {"age": None, "age_group": None}
    if any(value is not None for value in rest.values()):
        of_row = min((judge(report, rest) for report in reports), key=ORDER.index, default="not reported")
        verdicts.append("possible" if of_row == "certain" else of_row)
    return max(verdicts, key=ORDER.index)


def group_verdicts(filters):
    cursor, chosen = BUILT_IN.source().cursor(), {"filter": BUILT_IN.choice(filters).filter}
    cursor.execute(queries.text("derived/chosen_groups"), chosen)
    return dict(cursor.execute("SELECT group_id, verdict::VARCHAR FROM chosen_groups").fetchall())


YEARS = st.none() | st.tuples(st.integers(2006, 2026), st.integers(2006, 2026)).map(sorted)


@settings(max_examples=15, deadline=None)
@given(
    BUILT_IN.any_filter(),
    YEARS,
    st.lists(st.sampled_from(sorted({row["publication_id"] for row in GROUPS.values()})), max_size=2),
)
def test_every_group_gets_the_verdict_of_a_plain_reading(filters, year, aside):
    filters = {**filters, "year": year, "without": [*(filters["without"] or []), *aside] or None}
    assert group_verdicts(filters) == {key: judge_group(group, filters) for key, group in GROUPS.items()}


@pytest.mark.parametrize(
    ("filters", "group", "verdict"),
    [
        ({"dose": [300, 300]}, "distler2020-analysed", "not reported"),
        ({"dose": [150, 150]}, "distler2020-omalizumab", "not reported"),
        ({"age": [26, 48]}, "broesbyolsen2018-treated", "possible"),
        ({"age": [26, 48]}, "broesbyolsen2018-evaluated", "possible"),
        ({"therapy": [6, 6]}, "distler2020-placebo", "possible"),
        ({"age_group": "pediatric"}, "distler2020-analysed", "excluded"),
        ({"age_group": "adult"}, "broesbyolsen2018-treated", "certain"),
        ({"age": [8, 8]}, "bossi2023-child", "excluded"),
    ],
)
def test_groups_that_a_cell_of_the_table_once_decided(filters, group, verdict):
    assert group_verdicts({**NO_FILTER, **filters})[group] == verdict


@pytest.mark.parametrize("name", ["dose", "dose_per_4_weeks"])
@settings(max_examples=20, deadline=None)
@given(BUILT_IN.any_filter())
def test_no_contradicted_dose_ever_keeps_the_trial_out(name, filters):
    alone = {**NO_FILTER, name: filters[name]}
    arms = {key: verdict for key, verdict in group_verdicts(alone).items() if key.startswith("distler2020")}
    assert set(arms.values()) == {"certain" if filters[name] is None else "not reported"}


def test_a_group_stands_whole_in_the_table_only_where_its_row_holds_as_many():
    for group in GROUPS.values():
        if row := PRINTED.get(group["publication_id"]):
            fits = bool(group["patients"]) and int(group["patients"]) <= int(row["patients"])
            assert (group["overlap"] == "in Table 1") == fits, group["group_id"]


@settings(max_examples=15, deadline=None)
@given(BUILT_IN.any_filter(), st.booleans())
def test_every_group_that_is_left_out_is_named_with_a_filter_that_does_so(filters, possible):
    groups, verdicts = asked("groups", chosen=filters, possible=possible), group_verdicts(filters)
    left = groups[groups["left_out"]]
    assert len(groups) == len(GROUPS)
    assert len(left) == sum(verdict == "excluded" or (verdict == "possible" and not possible) for verdict in verdicts.values())
    reasons = {row.kept_out_by for row in groups.itertuples() if row.verdict == "possible"}
    assert reasons <= {"possible only"}
    assert all(row.kept_out_by for row in left.itertuples())
    names = {
        "dose_per_4_weeks": "dose per 4 weeks",
        "therapy": "therapy length",
        "year": "year of publication",
        "ige": "total IgE",
    }
    set_ones = {key: value for key, value in filters.items() if value is not None}
    known = {names.get(key, "set aside" if key == "without" else "age" if key == "age_group" else key) for key in set_ones}
    kept_out = left.loc[left["verdict"] == "excluded", "kept_out_by"]
    assert {name for reason in kept_out for name in reason.split(", ")} <= known


def test_without_a_filter_every_group_is_certain():
    assert set(group_verdicts(NO_FILTER).values()) == {"certain"}
    assert set(asked("findings")["verdict"]) == {"certain"}
    assert len(asked("findings")) == len(FINDINGS)


def test_a_group_whose_publication_has_no_year_is_not_reported_under_any():
    verdicts = group_verdicts({**NO_FILTER, "year": [1900, 2100]})
    unknown = {key for key, group in GROUPS.items() if not PUBLICATIONS[group["publication_id"]]["year"]}
    assert {key for key, verdict in verdicts.items() if verdict == "not reported"} == unknown != set()


def within(one, other):
    return (max(one[0], other[0]), min(one[1], other[1])) if one and other else one or other


def brute_gaps(reading, filters):
    facts = {group["publication_id"] for group in GROUPS.values()} if reading is BUILT_IN else set()
    for age, disease, dose in CELLS:
        cell = {**filters, "age_group": None, "age": within(age, asked_ages(filters)), "dose": within(dose, filters["dose"])}
        best, publications = {}, defaultdict(set)
        for report in reading.reports():
            verdict = judge(report, cell)
            if report["disease"] == disease and ORDER.index(verdict) < 2:
                best[report["patient"]] = min(best.get(report["patient"], verdict), verdict, key=ORDER.index)
                publications[verdict].add(report["publication"])
        everywhere = publications["certain"] | publications["possible"]
        certain = list(best.values()).count("certain")
        yield certain, len(best), len(publications["certain"]), len(everywhere), len(everywhere & facts)


@EACH
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_the_map_draws_every_cell_with_the_bounds_of_a_plain_reading(reading, data):
    filters = data.draw(reading.any_filter())
    cells = asked("gaps", reading, filters)
    columns = ["certain", "at_most", "publications_certain", "publications_at_most", "with_facts"]
    assert [tuple(row) for row in cells[columns].itertuples(index=False)] == list(brute_gaps(reading, filters))
    counts = reading.run("literature/counts", filters).set_index("unit").loc["patients"]
    twice = reading.source().limits.reports - reading.source().limits.patients
    # Patients reported twice, at two ages, may be certain in two cells.
    assert cells["certain"].sum() <= counts["certain"] + counts["possible"] + twice
    assert cells["at_most"].sum() >= counts["certain"] + counts["possible"]


@settings(max_examples=20, deadline=None)
@given(BUILT_IN.any_filter(), st.sampled_from(["age", "dose", "therapy", "year"]), st.integers(0, 30), st.integers(0, 30))
def test_widening_a_filter_never_loses_a_finding_or_a_cell(filters, name, down, up):
    low, high = filters[name] or ((2010, 2015) if name == "year" else (10, 20))
    narrow, wide = {**filters, name: [low, high]}, {**filters, name: [low - down, high + up]}
    before, after = group_verdicts(narrow), group_verdicts(wide)
    assert all(ORDER.index(after[key]) <= ORDER.index(before[key]) for key in GROUPS)
    assert (asked("gaps", chosen=wide)["at_most"] >= asked("gaps", chosen=narrow)["at_most"]).all()

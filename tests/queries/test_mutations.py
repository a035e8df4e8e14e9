"""No computed verdict can stand still: where the datum that it rests on changes, it changes.

Every statement whose verdict is computed has a change here. Those whose verdict is our judgement have none; ``judgement`` in
``data/claims.csv`` says why nothing can be computed.
"""

import pytest

import data
import queries
from data.source import Choice
from tests.data.test_dictionary import key
from tests.queries.test_claims import CLAIMS, EVIDENCE
from words import claims

OPEN = "cannot be checked"
# What the database derives when it is built, so that a change there needs another one.
DERIVING = {"table_rows", "same_patients"}
# For each statement what is changed, as table, row and values, and what the verdict then is.
CHANGES = {
    "patients": ("table_rows", "11", {"patients": "27"}, "agrees"),
    "minors": ("table_rows", "1", {"age_printed": "19 /51"}, "agrees"),
    "share_of_minors": ("claims", "minors", {"stated_value": 8}, "differs"),
    "marked_children": ("table_rows", "18", {"patients": "3", "age_printed": "2-3"}, "differs"),
    "systemic_children": ("table_rows", "2", {"section": "cutaneous"}, "differs"),
    "second_systemic_child": ("table_rows", "1", {"age_printed": "19 /51"}, "agrees"),
    "mostly_adults": ("study_groups", "jendoubi2020-included", {"patients": 40}, OPEN),
    "broesby_patients": ("study_groups", "broesbyolsen2018-treated", {"patients": 11}, "agrees"),
    "trial_patients": ("outcomes", "distler2020-arm-omalizumab", {"patients": 5}, "agrees"),
    "slapnicar_patients": ("study_groups", "slapnicar2019-treated", {"patients": 7}, "differs"),
    "missed_dose": ("case_facts", "relapse-weeks", {"value": 3}, "differs"),
    "interval_limit": ("case_facts", "interval-plan", {"words": "unchanged"}, OPEN),
    "drug_left": ("pk_parameters", "product-half-life", {"value": 20}, "differs"),
    "interval_trough": ("case_facts", "relapse-weeks", {"value": 5}, "differs"),
    "other_medications": ("case_medications", "ketotifen-2", {"dose_printed": "1 mg twice daily"}, "differs"),
    "other_drugs": ("case_medications", "cromolyn-2", {"dose_printed": "250 mg, 4 times daily"}, "differs"),
    "trial_dose": ("outcomes", "distler2020-dose", {"value": 150}, "agrees"),
    "allele_burden": ("case_measurements", "kit-during", {"low": 0.15}, "differs"),
    "allele_significant": ("case_measurements", "kit-during", {"low": 0.2}, "differs"),
    "allele_biomarker": ("case_measurements", "kit-during", {"low": 0.2}, "differs"),
    "ige_after_first_dose": ("case_measurements", "ige-first", {"low": 40, "unit": "kU/l"}, "differs"),
    "ige_later": ("case_measurements", "ige-later", {"low": 82.5, "unit": "kU/l"}, "agrees"),
    "ige_slight": ("case_measurements", "ige-later", {"low": 12}, "differs"),
    "ige_baseline": ("case_measurements", "ige-before", {"low": 11, "statistic": "upper normal limit"}, "differs"),
    "ige_progressive": ("case_measurements", "ige-later", {"low": 12}, "agrees"),
    "tryptase_stable": ("case_measurements", "tryptase-during", {"low": 380}, "differs"),
    "tryptase_high": ("case_measurements", "tryptase-during", {"low": 10}, "differs"),
    "tryptase_rise": ("case_measurements", "tryptase-peak", {"low": 20}, "differs"),
    "tryptase_in_children": ("table_rows", "15", {"tryptase_printed": "="}, "agrees"),
    "ige_in_literature": ("table_rows", "2", {"total_ige_printed": "↑"}, "differs"),
    "ige_and_remission": ("case_measurements", "ige-first", {"low": 1}, "differs"),
    "who_criteria": ("case_events", "minor-kit", {"event_id": "kit"}, "agrees"),
    "who_diagnosis": ("case_events", "major-criterion", {"event_id": "criterion"}, "differs"),
    "effective_for_children": ("outcomes", "bossi2023-response", {"direction": "worse"}, "differs"),
    "trials": ("publications", "actrn", {"year": 2015}, "differs"),
    "trial_difference": ("outcomes", "distler2020-test-first", {"direction": "improved"}, "differs"),
    "trial_trend": ("outcomes", "distler2020-score-omalizumab", {"value_later": 60}, "differs"),
    "successful_reports": ("outcomes", "broesbyolsen2018-complete", {"patients": 0}, "differs"),
    "quick_improvement": ("outcomes", "broesbyolsen2018-withdrew", {"patients": 0}, OPEN),
    "side_effects_in_literature": ("outcomes", "broesbyolsen2018-withdrew", {"patients": 0}, "agrees"),
    "anaphylaxis_prevented": ("outcomes", "broesbyolsen2018-skin", {"result": "less effective"}, "agrees"),
    "other_symptoms": ("outcomes", "broesbyolsen2018-gastrointestinal", {"direction": "worse"}, "differs"),
    "steroid_end": ("case_events", "steroids-stop-body", {"start_low_months": 0.92}, "agrees"),
    "symptom_end": ("case_events", "score-zero", {"start_low_months": 0.92}, "agrees"),
    "score_fell": ("case_measurements", "score-after-1", {"low": 8, "high": 8}, "differs"),
    "steady_remission": ("case_events", "relapse", {"sequence": 1}, "agrees"),
    "steady_score": ("case_measurements", "score-relapse", {"low": 3}, "differs"),
    "side_effects_of_child": ("case_events", "local-swelling", {"event_id": "swelling"}, "agrees"),
    "no_more_anaphylaxis": ("case_facts", "anaphylaxis-case", {"value": 1}, "differs"),
    "follow_up": ("case_facts", "treated-abstract", {"value": 18}, "differs"),
    "publications": ("table_rows", "18", {"patients": "3", "age_printed": "2-3"}, "differs"),
    "reference_numbers": ("table_rows", "4", {"reference_printed": "20"}, "agrees"),
    "news_severe": ("case_facts", "form", {"words": "severe"}, "agrees"),
    "news_resolution": ("case_events", "relapse", {"sequence": 1}, "agrees"),
    "news_age": ("case_events", "referral", {"start_low_months": 84}, "differs"),
    "news_anaphylaxis": ("case_facts", "high-tryptase", {"event_id": "anaphylaxis"}, "agrees"),
    "news_work_up": ("case_facts", "test-biopsy", {"words": "skin biopsy"}, "differs"),
    "news_year_later": ("case_events", "flares", {"start_high_months": -12}, "agrees"),
    "news_interval": ("index_case", "interval", {"low": 3}, "differs"),
    "news_symptom_end": ("case_events", "asymptomatic", {"start_low_months": 2}, "differs"),
    "news_side_effects": ("case_events", "local-swelling", {"event_id": "swelling"}, "differs"),
    "news_biomarkers": ("case_measurements", "ige-later", {"low": 0.5}, "differs"),
    "news_twenty_months": ("case_measurements", "score-20-months", {"low": 2}, "differs"),
    "news_steroid_end": ("case_events", "steroids-stop-body", {"sequence": 1}, "differs"),
    "news_antihistamines": ("case_medications", "ketotifen-2", {"dose_printed": "1 mg twice daily"}, "differs"),
}
# The same, where the verdict rests on something that is not there, so that a finding is put there.
ABSENT = {
    "stopped_child": ("study_groups", "jendoubi2019-stopped", {"publication_id": "matito2013"}, "agrees"),
    "skin_in_cutaneous": ("study_groups", "lieberoth2015-treated", {"publication_id": "bell2012"}, "agrees"),
    "quality_of_life": ("outcomes", "broesbyolsen2018-quality", {"group_id": "bossi2023-child"}, "agrees"),
}
# Changes beside the first that went unseen once, or that take the verdict another way.
FURTHER = [
    ("publications", ("table_rows", "9", {"patients": "2", "age_printed": "26/48"}, "differs")),
    ("missed_dose", ("case_facts", "relapse-weeks", {"value": 5}, "differs")),
    ("trials", ("publications", "actrn", {"year": 2025}, "agrees")),
    ("trial_trend", ("outcomes", "distler2020-secondary", {"direction": "worse"}, "differs")),
    ("ige_after_first_dose", ("case_measurements", "ige-first", {"low": 110, "unit": "kU/l"}, "agrees")),
    ("no_more_anaphylaxis", ("index_case", "therapy length", {"low": 400}, "agrees")),
    ("other_drugs", ("case_medications", "topical-steroids", {"end_precision": "stated"}, "agrees")),
    ("follow_up", ("case_events", "last-report", {"ongoing": False}, "differs")),
    ("tryptase_stable", ("case_measurements", "tryptase-during", {"low": 20}, "differs")),
]
COMPUTED = {claim_id for claim_id, row in CLAIMS.items() if row["rule"] != "judgement"}


@pytest.fixture(scope="module")
def built():
    """The built-in tables in a database of their own, where changes are taken back, and every statement by its name."""
    statements = queries.run("paper/claims", Choice(queries.built_in()))
    with queries.build(data.read()) as connection:
        yield connection, {row.claim_id: row for row in statements.itertuples()}


def verdict(connection, statement):
    """What a statement's own query and rule give on a connection."""
    name, values = f"claims/{statement.query}", claims.values(statement)
    connection.execute(queries.text(name), {key: values[key] for key in queries.parameters(name)})
    answer = dict(zip([column[0] for column in connection.description], connection.fetchone(), strict=True))
    assert answer["recomputed"]
    given = {"claim_ids": [statement.claim_id], "found": [answer.get("found")], "holds": [answer.get("holds")]}
    return connection.execute(queries.text("paper/verdicts"), given).fetchall()[0][1]


def anew(table, row, values):
    """Another database of the tables with one row changed."""
    tables = {name: [list(cells) for cells in lines] for name, lines in data.read().items()}
    header, *lines = tables[table]
    [cells] = [cells for cells in lines if cells[header.index(key(table))] == row]
    for column, value in values.items():
        cells[header.index(column)] = value
    return queries.build(tables)


def changed(connection, statement, table, row, values):
    """The verdict on a statement after a change, which is then taken back."""
    if table in DERIVING:
        with anew(table, row, values) as other:
            return verdict(other, statement)
    connection.execute("BEGIN")
    try:
        assigned = ", ".join(f"{column} = $value_{column}" for column in values)
        given = {f"value_{column}": value for column, value in values.items()}
        [[count]] = connection.execute(
            f"UPDATE {table} SET {assigned} WHERE {key(table)} = $row",
            {**given, "row": row},
        ).fetchall()
        assert count == 1, f"{table} has no row {row}"
        return verdict(connection, statement)
    finally:
        connection.execute("ROLLBACK")


def test_every_computed_verdict_has_a_change_and_every_other_a_reason():
    assert set(CHANGES) | set(ABSENT) == COMPUTED
    assert not set(CHANGES) & set(ABSENT)
    for claim_id, row in CLAIMS.items():
        assert bool(row["judgement"]) == (claim_id not in COMPUTED), claim_id


@pytest.mark.parametrize(("claim_id", "change"), [*CHANGES.items(), *ABSENT.items(), *FURTHER])
def test_a_changed_datum_changes_the_verdict(claim_id, change, built):
    connection, statements = built
    *where, expected = change
    before = verdict(connection, statements[claim_id])
    assert changed(connection, statements[claim_id], *where) == expected != before
    assert verdict(connection, statements[claim_id]) == before, "the change was not taken back"


@pytest.mark.parametrize("claim_id", CHANGES)
def test_the_changed_row_is_shown_as_one_that_the_verdict_rests_on(claim_id):
    table, row, _, _ = CHANGES[claim_id]
    assert (table, row) in EVIDENCE[claim_id]

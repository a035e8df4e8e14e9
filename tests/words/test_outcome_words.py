"""What is said of outcomes reads well under every filter, and claims no efficacy."""

import pytest

import queries
from data.source import Choice
from words import outcomes

NOBODY = '{"therapy": [6, 6], "possible": false}'
FILTERS = [
    "{}",
    '{"age_group": "pediatric"}',
    '{"ige": ["down"]}',
    '{"age": [99, 100]}',
    '{"disease": "cutaneous"}',
    '{"disease": "cutaneous", "age_group": "pediatric", "possible": false}',
    '{"without": ["distler2020"]}',
]


def ask(name, chosen="{}"):
    return queries.objects(name, Choice(queries.built_in(), chosen))


def silent(chosen="{}"):
    return outcomes.silent(ask("outcomes/silent", chosen), ask("literature/counts", chosen), "false" not in chosen)


@pytest.mark.parametrize("chosen", FILTERS)
def test_titles_and_lists_read_well_for_every_filter(chosen):
    sentences = [
        getattr(outcomes, name)(ask(f"outcomes/{name}", chosen))
        for name in ["responses", "trial", "resolution", "harms", "gaps"]
    ]
    sentences += [outcomes.tests(ask("outcomes/trial", chosen)), silent(chosen)]
    sentences += [
        outcomes.known_harms(ask("outcomes/harms", chosen)),
        outcomes.left_out(ask("outcomes/groups", chosen)) or "none",
    ]
    sentences += [outcomes.listed(ask(f"outcomes/{name}", chosen)) for name in ["stopping", "harms"]]
    for text in sentences:
        assert text
        assert "nan" not in text.lower().replace("concomitant", "")
        assert "None" not in text
        assert " 1 patients" not in text


def test_titles_claim_no_efficacy():
    assert "no significant difference" in outcomes.trial(ask("outcomes/trial"))
    assert "denominators not given" in outcomes.resolution(ask("outcomes/resolution"))
    assert silent().startswith("15 of 19 publications of Table 1 that match the filters, with 57 of 81 patients, have no")
    assert "Lemal 2019 (40)" in silent()


def test_the_harms_are_headed_by_what_is_known_and_what_is_not():
    text = outcomes.known_harms(ask("outcomes/harms"))
    assert text.startswith(
        "Known harms: 2 of 13 withdrew at the first dose because of subjective side effects (Broesby-Olsen 2018)"
    )
    for part in [
        "minimal local swelling in the child",
        "risk described (Molderings 2020, mixed mast cell disorders)",
        "Not known: how often",
    ]:
        assert part in text
    assert "which does not mean that there is none" in outcomes.known_harms(ask("outcomes/harms", NOBODY))
    told = outcomes.without_share(ask("outcomes/harms"))
    assert "**Matheny 2025:** major adverse events: none reported" in told
    assert "**Bossi 2023:** minimal local swelling in the child" in told
    assert "%" not in told


def test_counts_of_responses_keep_the_child_and_another_disease_apart():
    rows = ask("outcomes/responses")
    found = "Beside the child, 3 publications count responses, in groups of 2–13 patients"
    assert outcomes.responses(rows) == found
    assert outcomes.neighbours(rows) == "Not among them: 28 patients with activation syndrome, another disease."
    alone = outcomes.responses(ask("outcomes/responses", '{"age_group": "pediatric"}'))
    assert alone == "Beside the child, no publication that matches the filters counts responses in mastocytosis"


def test_what_the_filters_exclude_is_counted_and_named_with_the_reason():
    chosen = '{"age_group": "pediatric"}'
    assert "Distler 2020 (4 groups)" in outcomes.left_out(ask("outcomes/groups", chosen))
    assert outcomes.left_out(ask("outcomes/groups", chosen)).startswith("The filters leave out 16 of 26 groups of patients: ")
    assert outcomes.kept_out(ask("outcomes/trial", chosen)) == "Excluded, 1 of 1 publication: Distler 2020 (age)."
    assert outcomes.trial(ask("outcomes/trial", chosen)).endswith("points (excluded: age)")
    assert outcomes.trial(ask("outcomes/trial", '{"dose": [300, 300]}')).endswith("points (not reported: dose)")
    assert outcomes.left_out(ask("outcomes/groups", '{"dose": [300, 300]}')) == ""
    assert outcomes.kept_out(ask("outcomes/trial", '{"dose": [300, 300]}')) == "Not reported: Distler 2020 (dose)."

"""What is said of outcomes reads well under every filter, and claims no efficacy."""

import pytest

import queries
from data.source import Choice
from words import outcomes

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
    return queries.run(name, Choice(queries.built_in(), chosen))


def silent(chosen="{}"):
    return outcomes.silent(ask("outcomes/silent", chosen), ask("literature/counts", chosen), "false" not in chosen)


@pytest.mark.parametrize("chosen", FILTERS)
def test_titles_and_lists_read_well_for_every_filter(chosen):
    sentences = [
        getattr(outcomes, name)(ask(f"outcomes/{name}", chosen))
        for name in ["responses", "trial", "resolution", "harms", "gaps"]
    ]
    sentences += [outcomes.tests(ask("outcomes/trial", chosen)), silent(chosen)]
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

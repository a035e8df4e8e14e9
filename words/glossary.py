"""The words that a reader may meet for the first time here, each with what it means; shown on hover and on focus."""

import re
from typing import NamedTuple


class Term(NamedTuple):
    """A word with its meaning, and how else it is written."""

    name: str
    meaning: str
    also: tuple[str, ...] = ()


TERMS = [
    Term("certain", "all that is printed of the patient lies inside the filter.", ("for certain", "surely")),
    Term("possible", "a printed range lies only partly inside the filter, so the patient may belong or not.", ("possibly",)),
    Term("not reported", "the table prints nothing of what the filter asks for."),
    Term("report", "one patient in one row of the table; a patient taken to be reported twice has two.", ("reports",)),
    Term("tryptase", "a protein of mast cells, measured in blood. Raised for long, it is a minor criterion of the World Health "
                     "Organization for systemic mastocytosis (Case presentation, paragraph 3)."),
    Term("KIT D816V", "a mutation of the KIT gene and a minor criterion of the World Health Organization for the disease "
                      "(Case presentation, paragraph 3). Its allele burden is the share of gene copies that carry it."),
    Term("IgE", "immunoglobulin E, the antibody that omalizumab binds.", ("immunoglobulin E",)),
    Term("MSAF", "Mastocytosis Symptom Assessment Form; modified here to score each symptom from 0 to 10 (Case presentation, "
                 "paragraph 6).", ("Mastocytosis Symptom Assessment Form",)),
    Term("AFIRMM", "the activity score of symptoms in the randomised trial, named so in its abstract."),
    Term("Wilson interval", "a confidence interval for a share that stays between 0 and 100 % and suits small counts.",
         ("Wilson",)),
]  # fmt: skip


def within(text: str) -> list[Term]:
    """Give the terms that a text uses, in the order of the glossary."""
    return [
        term
        for term in TERMS
        if any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in (term.name, *term.also))
    ]


def explained(terms: list[Term]) -> str:
    """Give terms with their meanings as Markdown, a paragraph each."""
    return "\n\n".join(f"**{term.name[0].upper()}{term.name[1:]}**: {term.meaning}" for term in terms)

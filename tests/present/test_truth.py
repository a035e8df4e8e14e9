"""What the talk says is asked for, cited, and claims no cause and no benefit that a source does not."""

import ast
import csv
import re

import pytest
from hypothesis import given, settings

import queries
from present import deck, handout, talk
from tests.conftest import ROOT
from tests.present.takeaways import ALL, FILTERS, choice, files, made_of
from tests.queries.by_hand import NO_FILTER, ORDER, asked_ages, judge, judge_range, table
from tests.queries.readings import BUILT_IN
from words import counts, overview

# Words of cause or benefit; a sentence that holds one stands in the reviewed list, with the source of what it says.
CLAIMING = re.compile(
    r"\b(improv|effective|efficac|because|owing|due to|led to|leads? to|respon[ds]|prevent|work(s|ed)\b|reduc|benefit|caus(e[ds]?|ing)\b"
    r"|brought|help|success|resol[uv]|reliev|cure|protect|control(s|led)?\b|thanks to|tolerat|safe\b|gone\b|went\b|returned|ended\b|withdrew)",
    re.IGNORECASE,
)
with (ROOT / "tests" / "present" / "claiming_sentences.csv").open(encoding="utf-8", newline="") as stream:
    REVIEWED = {row["sentence"]: row for row in csv.DictReader(stream)}


def texts_of(value):
    """Every text within some content, but the keys of figures."""
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "key" for text in texts_of(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts_of(part)]
    return [value] if isinstance(value, str) else []


def said(made):
    """Every text of a talk, its slides and its handout but the references, which are titles of others."""
    content = handout.content(made)
    del content["references"]
    texts = [*texts_of(content), overview.QUESTION, deck.NO_FILTER]
    for step in made.steps:
        texts += [step.title, step.caption, step.notes, *step.lines]
        texts += [text for exhibit in step.exhibits for text in (exhibit.title, *exhibit.notes)]
        if step.table is not None:
            texts += step.table.astype(str).to_numpy().ravel().tolist()
    return texts


def sentences(texts):
    """The sentences of some texts, every number in them replaced by #, so that a filter makes no new ones."""
    parts = [part for text in texts for line in text.splitlines() for part in re.split(r"(?<=[.?!;:])\s+", line)]
    return {re.sub(r"\d+([.,–]\d+)*", "#", part).strip(" .;:") for part in parts}


@pytest.mark.parametrize("setting", FILTERS)
def test_no_sentence_claims_cause_or_benefit_without_a_reviewed_source(setting):
    made = files(setting).talk
    found = {sentence for sentence in sentences(said(made)) if CLAIMING.search(sentence)}
    assert sorted(found - set(REVIEWED)) == [], "add it with its source to claiming_sentences.csv, or say it more carefully"


def test_every_reviewed_sentence_names_its_source_and_is_still_said():
    everything = set().union(*(sentences(said(files(setting).talk)) for setting in FILTERS))
    for sentence, row in REVIEWED.items():
        assert row["source"], sentence
        assert row["place"], sentence
        assert CLAIMING.search(sentence), f"{sentence!r} claims nothing"
    assert sorted(set(REVIEWED) - everything) == [], "nobody says this any more"


def test_every_number_of_the_talk_is_asked_for():
    """No digit is written in the talk, so each in its titles, notes and tables comes from a query."""
    tree = ast.parse((ROOT / "present" / "talk.py").read_text(encoding="utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
    ]
    assert len(texts) > 100
    assert [text for text in texts if re.search(r"\d|\b(two|three|four|five|six|seven|eight|nine|ten|half)\b", text)] == []


def drawn_publications(step):
    known = {row["publication_id"]: row["label"] for row in table(BUILT_IN.folder, "publications")}
    labels = set()
    for rows in [exhibit.rows() for exhibit in step.exhibits]:
        labels |= set(rows["publication"].dropna()) if "publication" in rows else set()
        if "publication_id" in rows:
            labels |= {known[key] for key in rows["publication_id"].dropna() if key}
    return labels & set(known.values())


@pytest.mark.parametrize("key", ALL)
def test_every_publication_that_a_step_draws_stands_in_its_references(key):
    [step] = talk.steps([key], choice())
    entries = {row["publication_id"]: row for row in table(BUILT_IN.folder, "publications")}
    lines = made_of([step]).references()
    for label in drawn_publications(step):
        [row] = [row for row in entries.values() if row["label"] == label]
        finds = row["doi"] or row["pmid"] or row["title"] or row["authors"]
        assert any(label in line or finds in line for line in lines), label


def test_slapnicar_and_lieberoth_are_cited_where_their_numbers_are_drawn():
    step = talk.STEPS["responses"](choice())
    assert {"Slapnicar 2019", "Lieberoth 2015"} <= drawn_publications(step)
    text = "\n".join(made_of([step]).references())
    for address in ["hindawi.com/journals/crihem/2019/3787586", "hindawi.com/journals/crim/2015/903541"]:
        assert address in text
        assert address in "\n".join(step.exhibits[0].notes)


def test_the_paper_step_has_no_score_as_its_title():
    assert not re.search(r"\d+ agree", talk.STEPS["paper"](choice()).title), "the counts are no score"


@settings(max_examples=40, deadline=None)
@given(BUILT_IN.any_filter())
def test_the_youngest_and_those_under_18_are_those_of_a_plain_reading(filters):
    reports = [report for report in BUILT_IN.reports() if report["disease"] == "systemic"]
    counted = [report for report in reports if ORDER.index(judge(report, filters)) < 2]
    rows = BUILT_IN.run("literature/young", filters)
    low = (asked_ages(filters) or (0, 0))[0]
    firsts = [max(report["age"][0], low) for report in counted]
    assert rows["first_age"].dropna().unique().tolist() == ([min(firsts)] if firsts else [])
    cell, found = {**NO_FILTER, "age": [0, 17], "dose": [300, 300]}, {}
    for report in counted:
        asked = asked_ages(filters)
        both = judge_range(report["age"], (max(0, (asked or (0, 0))[0]), min(17, (asked or (0, 17))[1])))
        verdict = max(judge(report, filters), judge(report, cell), both, key=ORDER.index)
        if ORDER.index(verdict) < 2:
            found.setdefault((*report["age"], verdict), set()).add(report["patient"])
    told = {
        (row.age_low_years, row.age_high_years, row.verdict): row.patients for row in rows[rows["patients"] > 0].itertuples()
    }
    assert told == {key: len(patients) for key, patients in found.items()}


def test_for_children_like_this_one_the_answer_is_nobody():
    title = talk.STEPS["question"](choice()).title
    assert title == (
        "Nobody of Table 1 is under 15 with systemic mastocytosis; on 300 mg, 2 are 15 and 17, and 29 more may be under 18, "
        "printed as 17–93"
    )
    adults = talk.STEPS["question"](choice(age_group="adult")).title
    assert adults == "Nobody of the patients who match in Table 1 is under 18 with systemic mastocytosis"


def test_ranges_across_18_are_counted_and_not_exaggerated():
    rows = queries.objects("literature/ages", choice(), child=False)
    text = counts.straddling(rows, queries.objects("literature/publications", choice()))
    across = [
        row["publication_id"]
        for row in table(BUILT_IN.folder, "table_rows")
        if "-" in row["age_printed"] and int(row["age_printed"].split("-")[0]) < 18
    ]
    assert set(across) == {"lemal2019"}
    assert text.endswith("1 of 19 publications (Lemal 2019), for 40 of 81 patients.")
    assert text in talk.STEPS["children"](choice()).notes

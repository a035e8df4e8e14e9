"""Every step of the talk stands under any filter, and says the same as the page it is taken from."""

import re

from hypothesis import given, settings

import figures
import filters
import queries
from charts import large, renderer
from present import talk
from tests.choices import any_choice, nobody
from tests.present.takeaways import choice, files
from words import directions


def check_steps(chosen):
    for step in talk.steps(list(filters.STEPS), chosen):
        assert step.title
        assert step.caption or step.lines
        assert step.name == filters.STEPS[step.key]
        assert "Ask: " in step.notes
        assert "nan" not in f"{step.title} {step.caption} {step.notes}".lower().split()
        assert [bool(step.exhibits), step.table is not None, bool(step.lines)].count(True) == 1
        assert all(line[5].isupper() for line in step.notes.splitlines() if line.startswith("Ask: "))
        if step.table is not None:
            assert 1 <= len(step.table) <= 8
        for exhibit in step.exhibits:
            exhibit.rows()


@settings(max_examples=12)
@given(any_choice(queries.built_in()))
def test_every_step_stands_under_any_filter(chosen):
    check_steps(chosen)


def test_every_step_stands_where_nobody_matches():
    check_steps(nobody(queries.built_in()))


def test_the_usual_talk_opens_with_its_question_ends_with_the_bottom_line_and_names_each_step():
    assert (filters.USUAL_STEPS[0], filters.USUAL_STEPS[-1], len(filters.USUAL_STEPS)) == ("title", "bottom-line", 11)
    assert set(filters.USUAL_STEPS) < set(filters.STEPS)
    assert list(filters.STEPS) == list(talk.STEPS)
    assert len(set(filters.STEPS.values())) == len(filters.STEPS)
    assert [talk.STEPS[key](choice()).key for key in filters.STEPS] == list(filters.STEPS)


def test_steps_keep_the_chosen_order_and_leave_unknown_ones_out():
    keys = ["trial", "question", "nonsense", "ages"]
    assert [step.key for step in talk.steps(keys, choice())] == ["trial", "question", "ages"]


def test_a_step_says_what_its_page_says():
    settings = {"unit": "patients", "biomarker": "total IgE", "direction": "up"}
    rows = queries.objects("directions/influence", choice(), **settings)
    assert talk.STEPS["directions"](choice()).title == directions.influence_title(rows)
    assert figures.show(figures.INFLUENCE, choice(), **settings).title == directions.influence_title(rows)
    assert ", 2 are 15 and 17, and 29 more may be" in talk.STEPS["question"](choice(disease="systemic")).title
    assert talk.STEPS["literature"](choice()).title == "Lemal 2019 alone holds 49% of the patients (40 of 81)"
    assert talk.STEPS["children"](choice()).title == "Of 6 sure children 2 got 300 mg; up to 42 of 46 may have"


def test_the_child_and_the_paper_are_not_filtered_and_the_literature_is():
    steps = talk.steps(list(filters.STEPS), choice())
    assert {step.key for step in steps if not step.filtered} == {
        "title",
        "child",
        "biomarkers",
        "harms",
        "paper",
        "bottom-line",
        "interval",
    }


def test_a_staged_chart_fills_its_container_and_grows_every_size():
    for step in files("no filter").talk.steps:
        for view in step.exhibits:
            drawn = large.staged(view.height(), view.figure.chart, *view.options())
            assert drawn["height"] == "container"
            assert '"fontSize": 1' not in str(drawn).replace("'", '"')
            assert drawn["description"] == view.specification()["description"]


def test_the_dots_of_the_question_are_those_that_its_title_counts():
    for asked in [{}, {"age_group": "pediatric", "possible": False}, {"disease": "systemic"}, {"without": ["lemal2019"]}]:
        step, young = (
            talk.STEPS["question"](choice(**asked)),
            [row for row in queries.objects("literature/young", choice(**asked)) if row.patients],
        )
        dots = [row.verdict for row in step.exhibits[0].objects()]
        for verdict in ["certain", "possible"]:
            assert dots.count(verdict) == sum(row.patients for row in young if row.verdict == verdict), (asked, verdict)
    adults = choice(age_group="adult")
    assert talk.STEPS["question"](adults).exhibits[0].choice == adults


def test_publications_of_one_patient_are_one_line_and_no_patient_is_lost():
    [exhibit] = talk.STEPS["literature"](choice()).exhibits
    rows = exhibit.rows()
    drawn = large.projected(exhibit.figure.chart, rows, exhibit.options(), 1200, 480, 19)
    svg = renderer.convert("svg", drawn, 1).decode()
    single = int((rows.groupby("publication_id")["patients"].sum() == 1).sum())
    assert f"{single} publications with one counted patient each" in svg
    lines = re.findall(r'aria-label="Patients: (\d+); line: ', svg)
    assert sum(map(int, lines)) == rows["patients"].sum()
    assert len(lines) == rows["publication_id"].nunique() - single + 1
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert min(sizes) >= 19

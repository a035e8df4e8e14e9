"""Every step of the talk stands under any filter, and says the same as the page it is taken from."""

from hypothesis import given, settings

import figures
import filters
import queries
from charts import export
from present import talk
from tests.choices import any_choice, nobody
from tests.present.takeaways import choice, files
from words import directions


def check_steps(chosen):
    for step in talk.steps(list(filters.STEPS), chosen):
        assert step.title
        assert step.caption
        assert step.name == filters.STEPS[step.key]
        assert "Ask: " in step.notes
        assert "nan" not in f"{step.title} {step.caption} {step.notes}".lower().split()
        assert (step.exhibit is None) != (step.table is None)
        if step.table is not None:
            assert 1 <= len(step.table) <= 12
        else:
            step.exhibit.rows()


@settings(max_examples=12)
@given(any_choice(queries.built_in()))
def test_every_step_stands_under_any_filter(chosen):
    check_steps(chosen)


def test_every_step_stands_where_nobody_matches():
    check_steps(nobody(queries.built_in()))


def test_the_usual_talk_has_eight_to_ten_steps_and_each_name_a_step():
    assert 8 <= len(filters.USUAL_STEPS) <= 10
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


def test_the_child_and_the_paper_are_not_filtered_and_the_literature_is():
    steps = talk.steps(list(filters.STEPS), choice())
    assert {step.key for step in steps if not step.filtered} == {"timeline", "response", "biomarkers", "paper", "interval"}


def test_a_staged_chart_fills_its_container_and_grows_every_size():
    for step in files("no filter").talk.steps:
        if view := step.exhibit:
            drawn = export.staged(view.height(), view.figure.chart, *view.options())
            assert drawn["height"] == "container"
            assert '"fontSize": 1' not in str(drawn).replace("'", '"')
            assert drawn["description"] == view.specification()["description"]

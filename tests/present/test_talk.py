"""Every step of the talk stands under any filter, and says the same as the page it is taken from."""

from hypothesis import given, settings
from hypothesis import strategies as st
from present.names import NAMES, USUAL

import charts
import queries
from present import talk
from tests.conftest import NO_FILTER
from tests.queries.test_verdicts import any_filter
from widgets import directions


@settings(max_examples=25, deadline=None)
@given(any_filter, st.booleans())
def test_every_step_stands_under_any_filter(chosen, possible):
    for step in talk.steps(list(NAMES), {**NO_FILTER, **chosen, "possible": possible}):
        assert step.title
        assert step.caption
        assert step.name == NAMES[step.key]
        assert "Ask: " in step.notes
        assert "nan" not in f"{step.title} {step.caption} {step.notes}".lower().split()
        assert (step.chart is None) != (step.table is None)
        if step.table is not None:
            assert 1 <= len(step.table) <= 12
        else:
            step.rows()


def test_the_usual_talk_has_eight_to_ten_steps_and_each_name_a_step():
    assert 8 <= len(USUAL) <= 10
    assert list(NAMES) == list(talk.STEPS)
    assert len(set(NAMES.values())) == len(NAMES)


def test_steps_keep_the_chosen_order_and_leave_unknown_ones_out():
    keys = ["trial", "question", "nonsense", "ages"]
    assert [step.key for step in talk.steps(keys, {**NO_FILTER, "possible": True})] == ["trial", "question", "ages"]


def test_a_step_says_what_its_page_says():
    values = {**NO_FILTER, "possible": True}
    told = queries.run("directions/influence", **values, unit="patient reports", biomarker="total IgE", direction="up")
    assert talk.STEPS["directions"](values).title == directions.influence_title(told)
    assert talk.STEPS["question"]({**values, "disease": "systemic"}).title.endswith("patients: 2, up to 31")
    assert talk.STEPS["literature"](values).title == "Lemal 2019 alone holds 49% of the patients (40 of 81)"


def test_a_staged_chart_fills_its_container_and_grows_every_size():
    for step in talk.steps(list(NAMES), {**NO_FILTER, "possible": True}):
        if step.chart:
            drawn = charts.staged(step.height, step.chart, *step.options)
            assert drawn["height"] == "container"
            assert '"fontSize": 1' not in str(drawn).replace("'", '"')
            assert drawn["description"] == charts.specification(step.chart, *step.options)["description"]

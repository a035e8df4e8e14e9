"""Two groups of patients, side by side."""

from functools import partial

import streamlit as st

import filters
import queries
from charts import comparison as charts
from models import proportion
from widgets import comparison, control, figure

left, right = comparison.choose(filters.chosen())
sides = comparison.parameters(left, right)
sentence = f"A: {comparison.name(left)}. B: {comparison.name(right)}."
comparison.draw(sides)
st.markdown(comparison.definitions())

method = control.one_of("Interval", list(proportion.METHODS), "method")
figure.draw(
    "comparison/proportions", sides, charts.proportions,
    title=comparison.title(queries.run("comparison/proportions", **sides)),
    caption=f"A: blue circle. B: purple square. Point and line: share and its 95 % {method} interval among patients who are surely in "
    "the side, where their number is certain too; the counts stand to the right. Pale bar: every share that is possible once those who "
    "may belong are counted. Two patients taken to be reported twice have a property for sure only where both reports agree.",
    sentence=sentence, notes=(f"A: blue circle; B: purple square. Line: 95 % {method} interval on certain counts. Pale: bounds.", figure.SOURCE),
    derive=partial(proportion.with_intervals, method=method),
)  # fmt: skip
treatment, patients = ({**sides, "topics": topics} for topics in charts.TOPICS.values())
figure.draw(
    "comparison/profile", treatment, charts.profile, "treatment",
    title=comparison.treatment_title(queries.run("comparison/profile", **treatment)),
    caption="Each line is a value as printed: a range is one line, because nobody knows where in it a patient lies. Solid: certain. "
    "Pale and dashed: possible. The same patient can stand on both sides: possible on both, or certain on both where one side holds the other, or "
    "where two reports twelve years apart are taken to tell of one person.",
    sentence=sentence, notes=("A to the left, blue; B to the right, purple. Solid: certain. Pale and dashed: possible.", figure.SOURCE),
)  # fmt: skip
figure.draw(
    "comparison/profile", patients, charts.profile, "patients",
    title=comparison.patients_title(queries.run("comparison/profile", **patients)),
    caption="Counted in patient reports, with what is not assessed. Directions of biomarkers are no benefit; two in one line leave both open.",
    sentence=sentence, notes=("A to the left, blue; B to the right, purple. Solid: certain. Pale and dashed: possible.", figure.SOURCE),
)  # fmt: skip
st.markdown(comparison.NO_TEST)

"""What happened to the patients, as far as abstracts and openings of texts tell."""

import streamlit as st

import filters
import queries
from charts import outcomes
from widgets import figure, findings

chosen = filters.chosen()
sentence = filters.sentence(chosen)
st.markdown(
    "Read in abstracts and openings of texts, each on its own denominator, never pooled. Reviews share patients with Table 1 and are never added to it. "
    "Uncontrolled reports favour success, so improvement in them is no proof of benefit."
)
rows = queries.run("outcomes/responses", **chosen)
figure.draw(
    "outcomes/responses", chosen, outcomes.responses,
    title=findings.responses(rows), sentence=sentence, notes=findings.notes(rows),
    caption="One bar per group of patients (n). The darker, the more complete the response; hollow: not told; dotted: withdrawn. Derived: "
    "from a percentage or by subtraction. Faint or grey bars match only possibly or not at all. A study of Table 1 is judged by its row there.",
)  # fmt: skip
left, right = st.columns(2, gap="large")
with left:
    rows = queries.run("outcomes/trial", **chosen)
    figure.draw(
        "outcomes/trial", chosen, outcomes.trial,
        title=findings.trial(rows), caption=findings.tests(rows), sentence=sentence, notes=findings.notes(rows),
    )  # fmt: skip
with right:
    rows = queries.run("outcomes/resolution", **chosen)
    figure.draw(
        "outcomes/resolution", chosen, outcomes.resolution,
        title=findings.resolution(rows), sentence=sentence, notes=findings.notes(rows),
        caption="From a systematic review of adults. Hollow, because nobody says how many patients had each symptom: these are no shares "
        "of its patients, and symptoms do not compare. Partial responses are not included.",
    )  # fmt: skip
rows = queries.run("outcomes/harms", **chosen)
figure.draw(
    "outcomes/harms", chosen, outcomes.harms,
    title=findings.harms(rows), sentence=sentence, notes=findings.notes(rows),
    caption="Point: share with the event; bar: its 95 % Wilson interval. A hollow point is nobody, and its bar ends at the upper limit; "
    "a single patient has no bar. Studies differ in what they call an event, so lines do not compare.",
)  # fmt: skip
with st.expander(f"All {len(rows)} safety findings, and what each does to the paper's claims"):
    st.markdown(findings.listed(rows))
st.header("What happened on stopping", anchor=False)
st.markdown(findings.listed(queries.run("outcomes/stopping", **chosen)))
rows = queries.run("outcomes/gaps", **chosen)
figure.draw(
    "outcomes/gaps", chosen, outcomes.gaps,
    title=findings.gaps(rows), sentence=sentence, notes=(findings.MAP_KEY, figure.SOURCE),
    caption="Patients of Table 1 by age in years, disease and dose, as bounds; below them its publications, and how many of those have outcome "
    "facts here. Solid: some for certain; dashed: possible only; dotted: none. Patients taken to be reported twice can stand in two cells.",
)  # fmt: skip
rows = queries.run("outcomes/silent", **chosen)
st.header("Publications without outcome facts", anchor=False)
st.markdown(findings.silent(rows, queries.run("literature/counts", **chosen), chosen["possible"]))
st.header("All findings", anchor=False)
findings.draw(queries.run("outcomes/findings", **chosen), sentence)

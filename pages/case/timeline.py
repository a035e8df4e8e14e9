"""The child's course, as far as the paper tells it."""

import streamlit as st

import queries
from charts import case
from widgets import conflicts, control, figure, words

with st.container(horizontal=True, vertical_alignment="bottom"):
    axis = control.one_of("Count time from", list(case.VIEWS), "axis")
    view = control.one_of("Zoom", list(case.VIEWS[axis]), "view")
    lanes = st.pills(
        "Lanes", case.LANES, selection_mode="multi", key="lanes", bind="query-params", persist_state="session",
        help="None chosen: all lanes",
    )  # fmt: skip
low, high = case.VIEWS[axis][view]
values = {"axis": axis, "lanes": lanes or case.LANES, "view_from": low, "view_to": high}
rows = queries.run("case/timeline", **values)
shown = rows[rows["kind"] != "lane"]

picked = figure.draw(
    "case/timeline", values, case.timeline, axis, view,
    title=f"One child's course: {len(shown)} events and medication steps",
    caption="As the paper tells it, symptoms ended on omalizumab, came back after a missed dose and ended again after the re-start "
    "(shaded; Case presentation, paragraphs 5 to 7). Filled: time stated; open circle: derived; diamond: only the order is known, "
    "drawn evenly in its possible span (dotted). Pale bars: the start or end lies somewhere there. Arrow: still so at the last "
    f"report. The first dose is taken to fall at {rows['first_dose_years'].max():g} years; all that is counted from it could shift "
    "together by a year on the age axis. Click an event for its detail.",
    select="event",
)  # fmt: skip
for event in shown[shown["id"].isin([item["id"] for item in picked])].itertuples():
    st.info(f"**{event.label}** · {event.detail} *{event.precision}* · {event.how}  \nWhere in the paper: {event.source}")

score = queries.run("case/score")
figure.draw(
    "case/score", {}, case.score,
    title=f"The symptom score went from {score['value'].iloc[0]} to {score['value'].iloc[-1]}",
    caption="Modified Mastocytosis Symptom Assessment Form, 0 to 10 points for each symptom. Only printed values are drawn.",
)  # fmt: skip
for column, biomarker in zip(st.columns(3, gap="large"), case.BIOMARKERS, strict=True):
    with column:
        figure.draw(
            "case/biomarkers", {"biomarker": biomarker}, case.biomarkers, biomarker,
            title=words.biomarker(biomarker, queries.run("case/biomarkers", biomarker=biomarker)),
            caption="Printed values only; the course between them is not in the text.",
        )  # fmt: skip
conflicts.draw()

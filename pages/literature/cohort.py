"""Who the patients of the literature are."""

import streamlit as st

import filters
import queries
from charts import literature
from widgets import control, figure, words

chosen = filters.chosen()
sentence = filters.sentence(chosen)
with st.container(horizontal=True, vertical_alignment="bottom"):
    unit = control.one_of("Count", words.UNITS, "unit")
    child = control.switch("Lay the child over", "child")
values = {**chosen, "unit": unit, "child": child}

with st.container(horizontal=True):
    for count in queries.run("literature/counts", **chosen).itertuples():
        st.metric(
            count.unit.capitalize(), words.bounds(count, chosen["possible"]), border=True,
            help=f"{count.certain} certain, {count.possible} possible, {count.not_reported} not reported, "
            f"{count.excluded} excluded; {count.total} in all.",
        )  # fmt: skip

ages = queries.run("literature/ages", **values)
counted = ages[ages["verdict"].isin(["certain", "possible"])]
ranged = counted.loc[~counted["exact"].astype(bool), "reports"].sum()
figure.draw(
    "literature/ages", values, literature.ages,
    title=f"{ranged} of {counted['reports'].sum()} patient reports give only an age range",
    caption="A point is an exact age, a bar a printed range; the dotted line is 18 years. " + words.KEY
    + " A patient taken to be reported twice stands in both rows.",
    sentence=sentence,
)  # fmt: skip

left, right = st.columns(2, gap="large")
with left:
    largest = queries.run("literature/publications", **values).head(1)
    for publication in largest.itertuples():
        figure.draw(
            "literature/publications", values, literature.publications,
            title=words.share(publication),
            caption="Patients per publication. " + words.KEY,
            sentence=sentence,
        )  # fmt: skip
        st.button(
            f"Set {publication.publication} aside", key="set-aside", icon=":material/visibility_off:",
            on_click=filters.set_aside, args=(publication.publication_id,),
        )  # fmt: skip
with right:
    figure.draw(
        "literature/composition", values, literature.composition,
        title=f"Systemic and cutaneous mastocytosis, counted in {unit}",
        caption=words.KEY + (" A publication that reports both counts in each." if unit == "publications" else ""),
        sentence=sentence,
    )  # fmt: skip

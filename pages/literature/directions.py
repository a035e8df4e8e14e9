"""Which way total immunoglobulin E and tryptase went, and how much hangs on one publication."""

import streamlit as st

import filters
import queries
from charts import directions as charts
from widgets import control, directions, figure, words

chosen = filters.chosen()
sentence = filters.sentence(chosen)
with st.container(horizontal=True, vertical_alignment="bottom"):
    unit = control.one_of("Count", words.UNITS, "unit")
    child = control.switch("Lay the child over", "child")
values = {**chosen, "unit": unit, "child": child}

rows = queries.run("directions/plot", **values)
left, right = st.columns(2, gap="large")
with left:
    figure.draw(
        "directions/plot", values, charts.plot,
        title=directions.plot_title(rows, "publications" if unit == "publications" else "table rows"),
        caption="Arrows show which way a biomarker went, not benefit or harm. Triangle: up or down; bar: unchanged; diamond: two "
        "signs printed; small ring: not assessed (na). n: patient reports counted; more make a larger mark. Blue: systemic, purple: "
        "cutaneous, green: both, orange: the child. Solid: certain. Pale: possible. Faint: excluded.",
        sentence=sentence, notes=(directions.KEY, figure.SOURCE),
    )  # fmt: skip
with right:
    directions.table(rows)

counts = queries.run("directions/tally", **values)
figure.draw(
    "directions/tally", values, charts.tally, unit,
    title=directions.tally_title(counts),
    caption=f"Counted in {unit}. Solid: certain. Pale and dashed: possible, so a number may be a range. Mixed: the rows of one patient "
    "or publication differ, as for the pair taken to be reported in 2007 (total IgE down) and again in 2018 (up).",
    sentence=sentence,
)  # fmt: skip

with st.container(horizontal=True, vertical_alignment="bottom"):
    biomarker = control.one_of("Biomarker", charts.BIOMARKERS, "biomarker")
    direction = control.one_of("Direction", list(directions.GOES), "direction")
asked = {**values, "biomarker": biomarker, "direction": direction}
shares = queries.run("directions/influence", **asked)
figure.draw(
    "directions/influence", asked, charts.influence,
    title=directions.influence_title(shares),
    caption=directions.dominance(shares) + " Each line leaves one publication out; the grey mark keeps all. A bar is the span that "
    "doubtful cells and possible patients allow. Mixed counts as assessed, and as none of the three directions. Publications that change nothing are not listed.",
    sentence=sentence,
)  # fmt: skip
if (pivot := directions.influential(shares)) is not None:
    st.button(
        f"Set {pivot.label} aside", key="set-aside", icon=":material/visibility_off:",
        on_click=filters.set_aside, args=(pivot.publication_id,),
    )  # fmt: skip
directions.methods()

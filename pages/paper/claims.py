"""Whether the numbers of the paper hold."""

import streamlit as st

from widgets import claims as statements
from widgets import table
from words import claims

rows = claims.checked()
st.markdown(
    "What the paper, or the news item about it, states is held against the tables: each statement has a query that recomputes it. "
    "The statements are about the whole paper, so the filters of the literature do not apply here."
)
st.header(claims.summary(rows), anchor=False)
st.caption(
    "Each row tells what is stated and what is recomputed. “Cannot be checked” means that the sources print nothing to compare with; it says "
    "nothing against a statement. Statements overlap, so the counts are no score. An inference is ours: no source prints it. IgE: immunoglobulin E. WHO: World Health Organization."
)

claim = st.selectbox(
    "Statement", rows["title"], index=None, placeholder="All statements", key="claim", bind="query-params", persist_state="session",
)  # fmt: skip
check = st.pills(
    "Verdict", claims.VERDICTS, selection_mode="multi", key="check", bind="query-params", persist_state="session",
    disabled=claim is not None,
)  # fmt: skip
topic = st.pills(
    "Topic", rows["topic"].unique(), selection_mode="multi", key="topic", bind="query-params", persist_state="session",
    disabled=claim is not None,
)  # fmt: skip

some = claims.chosen(rows, check, topic, claim)
if claim:
    st.caption("One statement is shown. Clear it above to see all.")
    opened = next(some.itertuples())
    st.header(opened.topic, anchor=False)
elif some.empty:
    st.info("No statement has this verdict and topic. Clear one of the two choices.", icon=":material/filter_alt_off:")
    opened = None
else:
    st.markdown(
        f"**{len(some)} of {len(rows)} statements.** Tick a row to open it below.",
        help="With the keyboard: go to the table, move with the arrows, and press Shift and Space.",
    )
    opened = statements.listed(some)
if opened:
    statements.opened(opened)

table.download(rows, f"CSV ({len(rows)} statements)", "paper-check.csv", "all statements")

"""Whether the numbers of the paper hold."""

import streamlit as st

import filters
from data.source import Choice
from widgets import claims as statements
from widgets import control, download
from words import claims


def page(choice: Choice) -> None:
    """Draw the page; the filters of the literature do not apply to it."""
    rows = claims.checked(choice)
    st.header(claims.findings(choice), anchor=False)
    first = st.container()
    st.markdown(
        "What the paper, or the news item about it, states is held against the tables: each statement has a query that "
        "recomputes it. The statements are about the whole paper, so the filters of the literature do not apply here."
    )
    st.caption(
        f"{claims.summary(rows)} Statements overlap, so the counts are no score. “Cannot be checked” means that what the "
        "sources print does not settle it; it says nothing against a statement. A verdict is computed from the tables; where "
        "it is our judgement, the row says so. IgE: immunoglobulin E. WHO: World Health Organization."
    )
    claim = control.draw(filters.CLAIM, choice.source, placeholder="All statements")
    check = control.draw(filters.CHECK, choice.source, disabled=claim is not None)
    topic = control.draw(filters.TOPIC, choice.source, disabled=claim is not None)

    chosen, opened = claims.chosen(rows, check, topic, claim), None
    if not claim:
        with first:
            statements.first(rows)
    if claim:
        st.caption("One statement is shown. Clear it above to see all.")
        opened = next(chosen.itertuples())
        st.header(opened.topic, anchor=False)
    elif chosen.empty:
        st.info("No statement has this verdict and topic. Clear one of the two choices.", icon=":material/filter_alt_off:")
    else:
        st.markdown(
            f"**{len(chosen)} of {len(rows)} statements.** Tick a row to open it below.",
            help="With the keyboard: go to the table, move with the arrows, and press Shift and Space.",
        )
        opened = statements.listed(chosen)
    if opened:
        statements.opened(opened, choice)
    download.rows(rows, f"CSV ({len(rows)} statements)", "paper-check.csv", "all statements", choice.source)

"""The study card: all that is known of one publication, in front of whatever is open."""

import pandas as pd
import streamlit as st

import filters
import queries
from data.source import Choice, Source
from widgets import control
from words import references, safe, table


def draw(choice: Choice) -> None:
    """Draw the card of the chosen publication, if one is chosen."""
    if publication_id := control.value(filters.CARD, choice.source):
        label = filters.options(filters.CARD, choice.source)[publication_id]
        st.dialog(safe.markdown(label), width="medium", on_dismiss=close)(card)(publication_id, choice)


def show(publication_id: str) -> None:
    """Open the card of a publication. For callbacks, before the widgets draw."""
    control.set_value(filters.CARD.key, publication_id)


def close() -> None:
    """Close the card. For callbacks, before the widgets draw."""
    control.set_value(filters.CARD.key, None)


def card(publication_id: str, choice: Choice) -> None:
    """Draw what is known of a publication: age, dose, length, directions, outcomes and source; and the way to set it aside."""
    everything = Choice(choice.source)
    rows = queries.objects("literature/study", everything, card=publication_id)
    head, lines = table.card(rows)
    judged = {row.row: row.why for row in queries.objects("literature/table", choice)}
    lines.append(["Under the filters", *(judged[row.row] for row in rows)])
    cells = pd.DataFrame(lines, columns=["Read (printed)", *head]).map(safe.markdown)
    st.table(cells.rename(columns=safe.markdown), hide_index=True, alt="Cells of the table")
    aside = publication_id in filters.active(choice).get("without", [])
    st.button(
        "Bring back" if aside else "Set aside", key="card-aside", on_click=_turn, args=(publication_id, choice.source),
        icon=":material/visibility:" if aside else ":material/visibility_off:",
        help="Whether its patients count under the filters",
    )  # fmt: skip

    findings = queries.objects("outcomes/findings", everything)
    findings = [row for row in findings if row.publication == rows[0].publication]
    st.subheader("Outcomes", anchor=False)
    st.markdown(table.outcomes(findings))
    st.subheader("Source", anchor=False)
    address = f" [{rows[0].doi}]({rows[0].doi})" if rows[0].doi else ""
    verified = [entry for entry in references.entries(everything) if entry["publication_id"] == publication_id]
    st.markdown(
        "".join(f"{safe.markdown(references.line(entry))}{address}  \n" for entry in verified)
        + safe.markdown(rows[0].status_note or "")
    )
    st.markdown(f":small[{safe.markdown(table.sources(rows, findings))}]")


def _turn(publication_id: str, source: Source) -> None:
    aside = filters.active(control.chosen(source)).get("without", [])
    new = [other for other in aside if other != publication_id] if publication_id in aside else [*aside, publication_id]
    control.set_value("without", new)
    st.rerun()

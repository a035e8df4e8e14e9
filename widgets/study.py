"""The study that a reader has chosen: lit in every figure, and told in a strip that stays in view."""

import pandas as pd
import streamlit as st

import filters
import queries
from data.source import Choice, Source
from widgets import control, glossary
from words import references, safe, table


def label(source: Source) -> str | None:
    """Give the label of the chosen study, as figures name it; None where none is chosen."""
    chosen = control.value(filters.STUDY, source)
    return filters.options(filters.STUDY, source)[chosen] if chosen else None


def pick(name: str | None, source: Source) -> None:
    """Choose a study by its label, or none where it is the chosen one. For callbacks, before the widgets draw."""
    by_label = {text: publication_id for publication_id, text in filters.options(filters.STUDY, source).items()}
    if name in by_label:
        control.choose_study(None if name == label(source) else by_label[name])


def draw(choice: Choice) -> None:
    """Draw the strip of the chosen study, if one is chosen; a choice changes no count."""
    publication_id = control.value(filters.STUDY, choice.source)
    if not publication_id:
        return
    rows = queries.objects("literature/study", Choice(choice.source), study=publication_id)
    # Without a filter every row counts, and the strip need not wait for what is said of each.
    judged = {row.row: row for row in queries.objects("literature/table", choice)} if filters.active(choice) else {}
    with st.container(border=True, key="study-strip", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"**{safe.markdown(rows[0].publication)}**", width="content")
            with st.popover("Study card", key="study-card", on_change="rerun") as box:
                if box.open:
                    card(publication_id, rows, choice)
            st.button(
                "Clear", key="study-clear", type="tertiary", icon=":material/close:", help="Light no study (Escape)",
                on_click=control.choose_study, args=(None,),
            )  # fmt: skip
        glossary.markdown("  \n".join(table.summary(row, judged.get(row.row)) for row in rows))


def card(publication_id: str, rows: queries.Objects, choice: Choice) -> None:
    """Draw all that is known of a publication: age, dose, length, directions, outcomes and source; and how to set it aside.

    Args:
        rows: ``literature/study``.
    """
    everything = Choice(choice.source)
    head, lines = table.card(rows)
    why = {row.row: row.why for row in queries.objects("literature/table", choice)}
    lines.append(["Under the filters", *(why[row.row] for row in rows)])
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
    glossary.markdown(table.outcomes(findings))
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

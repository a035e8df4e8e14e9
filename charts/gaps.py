"""Chart of where there is evidence at all: the evidence-gap map."""

import altair as alt
import pandas as pd

from charts import look

BANDS = ["below 300 mg", "300 mg", "above 300 mg"]


def _words(base: alt.Chart, rows: pd.DataFrame) -> list[alt.Chart]:
    """Give what is written: counts in each cell, a dash where it is empty, and a heading above each line of cells."""
    held, empty = base.transform_filter("datum.at_most > 0"), base.transform_filter("datum.at_most == 0")
    counts = [
        held.mark_text(dy=dy, fontSize=size, color=look.TEXT).encode(text=f"{field}:N")
        for field, dy, size in [("patients", -7, 15), ("publications", 13, 11), ("facts", 28, 11)]
    ]
    dash = empty.mark_text(dy=10, fontSize=15, color=look.TEXT).encode(text="patients:N")
    first = alt.Chart(rows).transform_filter("datum.dose_order == 1")
    heading = first.mark_text(align="left", baseline="middle", dy=-36, fontSize=12.5, color=look.TEXT)
    return [*counts, dash, heading.encode(x=alt.value(0), y=alt.Y("place:O", axis=None), text="heading:N")]


def gaps(rows: pd.DataFrame) -> look.Chart:
    """Draw the evidence-gap map: age group and disease by dose band, patients and publications written in every cell."""
    base = alt.Chart(rows).encode(
        x=alt.X(
            "dose_band:N",
            sort=BANDS,
            title="Dose per injection",
            scale=alt.Scale(type="band", paddingInner=0.04, paddingOuter=0, domain=BANDS),
            axis=alt.Axis(labelAngle=0, ticks=False, domain=False, orient="top", labelOverlap=False),
        ),
        y=alt.Y("place:O", axis=None),
        tooltip=look.tooltip(
            ("heading", "Patients"), ("dose_band", "Dose per injection"),
            ("certain:Q", "Patients for certain"), ("at_most:Q", "Patients at most"),
            ("publications_certain:Q", "Publications for certain"), ("publications_at_most:Q", "Publications at most"),
            ("with_facts:Q", "Of these with outcome facts"),
        ),
    )  # fmt: skip
    # A bar, because Vega-Lite draws no dashes around a rectangle mark.
    boxes = base.mark_bar(height=66, yOffset=9, cornerRadius=3, width=alt.RelativeBandSize(1))
    boxes = boxes.encode(**look.verdict_look() | {"fillOpacity": look.by_verdict(alt.FillOpacity, "cell")})
    return alt.layer(boxes, *_words(base, rows)).properties(
        height=alt.Step(102),
        description="Evidence-gap map: patients and publications as bounds by age group, disease and dose band; "
        "empty cells are drawn.",
    )

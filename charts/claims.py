"""Chart of the paper check: how many statements hold, by topic."""

import altair as alt
import pandas as pd

from charts import look

# The most statements of one topic. The statements are those of the one paper, so the axis is known before its rows are.
MOST = 15
# The side of a square in pixels: as much as its line gives, and never so much that squares meet, as on a phone.
SIDE = f"min(31, 0.68 * height / length(domain('y')), width / {MOST + 0.2} - 2)"


def verdicts(rows: pd.DataFrame) -> look.Chart:
    """Draw the statements of each topic, one square each, sorted by verdict and told apart by shade and sign.

    Args:
        rows: one row per statement with ``topic``, ``title``, ``verdict``, and its ``place`` from the left within its topic.
    """
    base = alt.Chart(rows).encode(
        y=alt.Y("topic:N", sort=alt.EncodingSortField(field="position", op="min"), title=None, axis=look.line_axis(200)),
        x=alt.X(
            "place:Q",
            title="Statements",
            scale=alt.Scale(domain=[0.4, MOST + 0.6], nice=False),
            axis=alt.Axis(values=[1, 5, 10, 15]),
        ),
        tooltip=look.tooltip(
            ("title", "Statement"), ("stated", "Stated"), ("recomputed", "Recomputed"), ("verdict", "Verdict"),
        ),
    )  # fmt: skip
    squares = base.mark_point(
        shape="square", size=alt.ExprRef(f"pow({SIDE}, 2)"), strokeWidth=1.2, stroke=look.MUTED, opacity=1
    ).encode(
        fill=look.mapped(alt.Fill, "verdict:N", {verdict: check.colour for verdict, check in look.CHECKS.items()}),
        fillOpacity=look.mapped(alt.FillOpacity, "verdict:O", {verdict: check.fill for verdict, check in look.CHECKS.items()}),
    )
    # A verdict without a look, as of a query that fails, gets no sign, because any sign would say that it was checked.
    sign = f"{ {verdict: check.sign for verdict, check in look.CHECKS.items()} }[datum.verdict]"
    solid = [verdict for verdict, check in look.CHECKS.items() if check.fill > 0.5]
    colour = alt.condition(f"indexof({solid}, datum.verdict) >= 0", alt.value(look.ON_SOLID), alt.value(look.TEXT))
    signs = base.transform_calculate(sign=sign).mark_text(fontSize=alt.ExprRef(f"0.82 * {SIDE}"), fontWeight="bold")
    return alt.layer(squares, signs.encode(text="sign:N", color=colour)).properties(
        height=alt.Step(34),
        description="One square per statement of the paper, by topic: agrees, differs, or cannot be checked.",
    )

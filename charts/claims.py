"""Chart of the paper check: how many statements hold, by topic."""

import altair as alt
import pandas as pd

from charts import CERTAIN, CHILD, MUTED, TEXT, Chart, line_axis

VERDICTS = ["agrees", "agrees within rounding", "cannot be checked", "differs"]
FILLS = {"agrees": CERTAIN, "agrees within rounding": CERTAIN, "cannot be checked": MUTED, "differs": CHILD}
STRENGTH = {"agrees": 0.95, "agrees within rounding": 0.2, "cannot be checked": 0.12, "differs": 0.95}


def verdicts(rows: pd.DataFrame) -> Chart:
    """Draw the statements of each topic, one square each, sorted by verdict and told apart by shade and sign.

    Args:
        rows: one row per statement with ``topic``, ``title``, ``verdict``, and its ``place`` from the left within its topic.
    """
    scale = alt.Scale(type="ordinal", domain=VERDICTS, range=[STRENGTH[verdict] for verdict in VERDICTS])
    base = alt.Chart(rows).encode(
        y=alt.Y("topic:N", sort=alt.EncodingSortField(field="position", op="min"), title=None, axis=line_axis(200)),
        x=alt.X(
            "place:Q", title="Statements", scale=alt.Scale(domain=[0.4, 13.6], nice=False), axis=alt.Axis(values=[1, 5, 10])
        ),
        tooltip=[
            alt.Tooltip("title:N", title="Statement"),
            alt.Tooltip("stated:N", title="Stated"),
            alt.Tooltip("recomputed:N", title="Recomputed"),
            alt.Tooltip("verdict:N", title="Verdict"),
        ],
    )
    fill = alt.Fill("verdict:N", scale=alt.Scale(domain=VERDICTS, range=[FILLS[verdict] for verdict in VERDICTS]), legend=None)
    squares = base.mark_point(shape="square", size=520, strokeWidth=1.2, stroke=MUTED, opacity=1).encode(
        fill=fill, fillOpacity=alt.FillOpacity("verdict:O", scale=scale, legend=None)
    )
    signs = base.transform_calculate(
        sign="datum.verdict == 'differs' ? '≠' : datum.verdict == 'cannot be checked' ? '?' : datum.verdict == 'agrees' ? '=' : '≈'"
    ).mark_text(fontSize=19, fontWeight="bold")
    on_pale = "datum.verdict == 'cannot be checked' || datum.verdict == 'agrees within rounding'"
    told = alt.condition(on_pale, alt.value(TEXT), alt.value("white"))
    return alt.layer(squares, signs.encode(text="sign:N", color=told)).properties(
        height=alt.Step(34),
        description="One square per statement of the paper, by topic: agrees, differs, or cannot be checked.",
    )

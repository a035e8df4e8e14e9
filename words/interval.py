"""What is said of the dosing interval: what the models cannot say first, and titles and captions from their rows."""

from typing import Any

from queries import Objects

# What lies below is drawn and told as no more than that.
LEAST = 0.1
MOST = 1e9
BAND = "Pale: 5 to 95 % of 500 virtual patients of Lowe 2009."
ASSUMED = (
    "Of the child neither weight nor the place of the missed injection and of the change of interval is printed: all three are "
    "assumed."
)
WITHOUT_WEIGHT = "No weight of the child is printed"


def _told(value: float) -> str:
    """Give a number with two digits that count, three from a hundred on."""
    if value < LEAST:
        return f"less than {LEAST}"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def _or(texts: list[str]) -> str:
    return " or ".join(dict.fromkeys(texts))


def _ends(rows: Objects) -> list[str]:
    """Give the last value of each model's line as a text, in the order of the rows."""
    last = {row.model: row.value for row in rows if row.kind == "line"}
    return [_told(value) for value in last.values()]


def course(rows: Objects, quantity: str) -> str:
    """Give the level at the end of the last interval in both models, as a title."""
    ends = _or(_ends(rows))
    if quantity == "drug":
        return f"Free drug would be {ends} µg/ml when the next injection is due"
    if quantity == "free IgE":
        return f"Free immunoglobulin E (IgE) would be at {ends} % of its untreated level when the next injection is due"
    return f"Total IgE would stand at {ends} times its baseline: bound to the drug it leaves the body slowly"


def course_caption(rows: Objects) -> list[str]:
    """Give how a course is read, as sentences, naming no mark that is not drawn."""
    kinds, ranges = {row.kind for row in rows}, {row.range for row in rows if row.kind == "line"}
    outside = ", dashed where weight or IgE lies outside its data" if "outside the data" in ranges else ""
    texts = {
        "line": f"A line is the typical patient of a model{outside}.",
        "band": BAND,
        "injection": "Triangles: injections; cross: a missed one." if "missed" in kinds else "Triangles: injections.",
        "threshold": "Dotted: levels published for asthma, which say nothing of mast cells.",
    }
    return [text for kind, text in texts.items() if kind in kinds]


def following(share: float) -> str:
    """Give how far the virtual patients are, in one line."""
    return f"The lines are there; 500 virtual patients follow: {share:.0%}."


def trough(rows: Objects, quantity: str) -> str:
    """Give the levels at the ends of the intervals of 4 and 8 weeks in both models, as a title."""
    found = {
        weeks: [_told(row.value) for row in rows if row.kind == "line" and row.week == weeks and row.model != "Product text"]
        for weeks in (4, 8)
    }
    unit = "µg/ml" if quantity == "drug" else "%"
    name = "Drug" if quantity == "drug" else "Free IgE"
    return f"{name} before each injection: {_or(found[4])} {unit} every 4 weeks, {_or(found[8])} {unit} every 8"


def trough_caption(rows: Objects) -> list[str]:
    """Give how troughs are read."""
    alone = any(row.model == "Product text" for row in rows)
    third = ["The product text knows the drug alone."] if alone else []
    return [
        "Once every interval is like the one before it, for the patient and dose set.",
        "Grey rule: the interval set.",
        *third,
    ]


def child(rows: Objects) -> str:
    """Give how the printed multiples of the child stand to the models, as a title."""
    first, later = [row for row in rows if row.kind == "printed"]
    early = [row for row in rows if row.kind == "weights" and row.week <= first.to_week]
    late = [row for row in rows if row.kind == "weights" and row.week == max(one.week for one in rows if one.kind == "weights")]
    within = max(row.low for row in early) >= first.value
    below = later.value < min(row.low for row in late)
    one = (
        "is reached within the first interval in the models" if within else "is not reached in the first interval of the models"
    )
    other = "lies below their plateau" if below else "lies within their plateau"
    return f"Total IgE: the printed {first.value:g}-fold {one}, the later {later.value:g}-fold {other}"


def child_caption(rows: Objects) -> list[str]:
    """Give how the child's multiples are read."""
    low, high = _weights(rows)
    return [
        f"{WITHOUT_WEIGHT}: each area spans {low:g} to {high:g} kg, at the printed dose, first interval and baseline.",
        "Bars: when a value was taken, as far as it is told (dotted: order only). Assays may differ.",
    ]


def after(rows: Objects) -> str:
    """Give how much IgE both models still show suppressed when the child's symptoms returned, as a title."""
    relapse = max((row for row in rows if row.kind == "printed"), key=lambda row: row.week)
    at = [row for row in rows if row.kind == "weights" and row.week == relapse.week]
    low, high = min(row.low for row in at), max(row.high for row in at)
    return (
        f"{relapse.week:g} weeks after the last injection both models still show {low:.0f} to {high:.0f} % of IgE suppressed: "
        "they do not reproduce the relapse"
    )


def after_caption(rows: Objects) -> list[str]:
    """Give how the weeks after the last injection are read."""
    low, high = _weights(rows)
    return [
        f"After six injections 4 weeks apart, {low:g} to {high:g} kg. The missed dose has no date; only weeks since the last "
        "injection are printed.",
        "No level at which symptoms return is known.",
    ]


def _weights(rows: Objects) -> tuple[float, float]:
    one = next(row for row in rows if row.kind == "weights")
    return one.low_kg, one.high_kg


def limits(ranges: dict[str, list[float]], baseline: float, suppressed: str) -> str:
    """Give what the models cannot say, as Markdown.

    Args:
        ranges: lightest and heaviest patient (kg), lowest and highest IgE (kU/l) in the data of each model.
        baseline: the child's IgE before treatment (kU/l); suppressed: the title of :func:`after`.
    """
    fitted = "; ".join(
        f"{name}: {low:g} to {high:g} kg, IgE {low_ige:g} to {high_ige:,.0f} kU/l"
        for name, (low, high, low_ige, high_ige) in ranges.items()
    )
    return (
        "- **Not this child.** The models of omalizumab and immunoglobulin E (IgE) were fitted to adults and adolescents with "
        f"asthma or rhinitis ({fitted}). A child with mastocytosis and {baseline:g} kU/l lies "
        "outside; such lines are dashed and say “outside the data”.\n"
        "- **Not symptoms.** Free IgE is no measure of mast-cell symptoms, and no level at which they "
        "return is known.\n"
        f"- **Not the relapse.** {suppressed}. That the effect overlaps the pharmacokinetics holds for the timing of the "
        "drug alone.\n"
        "- **Not checked at the source.** Table 3 of Lowe 2009 (PMC2732941) and Table 3 of Hayashi 2007 (PMC2000760) were "
        "not opened: most parameters were read in somebody else's transcription, and the sign of one exponent is our "
        "inference. The table below says which.\n"
        "- **Not the time after treatment.** Total IgE returns too fast in both models: the United States label tells of up "
        "to a year.\n"
        "- **No advice.** This page recommends no interval and says nothing of benefit."
    )


def patient(settings: Any) -> str:
    """Give the setting in words, for pictures."""
    missed = f", without injection {', '.join(settings['missed'])}" if settings["missed"] else ""
    later = f", every {settings['later']} weeks after injection {settings['changed_at']}" if settings["changed_at"] else ""
    return (
        f"{settings['weight']} kg, total IgE {settings['baseline']} kU/l before treatment, {settings['injected']} mg every "
        f"{settings['every']} weeks{later}, {settings['planned']} planned injections{missed}."
    )


def price(text: str) -> float | None:
    """Give a price that a reader typed, None where it is no amount."""
    try:
        amount = float(text.replace(",", ".").strip())
    except ValueError:
        return None
    return amount if 0 <= amount < MOST else None


def heading(column: str) -> str:
    """Give the heading of a column of the parameters."""
    text = column.replace("ige", "IgE").replace("_", " ")
    return text[0].upper() + text[1:]

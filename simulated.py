"""The figures that models work out: a room above ``figures.py``, whose Figure they are, and below all that shows them."""

from typing import Any

import pyarrow as pa

import queries
from charts import interval as charts
from data.source import Choice
from figures import Asked, Figure, Settings, show
from models import apart, parameters, rows, script, virtual
from models.rows import Models, Row
from words import interval as words

# Nobody prints the child's weight, so both ends of what is likely for the age are followed.
CHILD_KG = (25.0, 40.0)
FROM = "Computed from Lowe 2009 (PMID 19660004) and Hayashi 2007 (PMC2000760), most parameters read second-hand"
INJECTIONS_BEFORE_GAP, LAST_WEEK = 6, 12
COLUMNS = pa.schema([
    ("kind", pa.string()), ("model", pa.string()), ("week", pa.float64()), ("value", pa.float64()), ("low", pa.float64()),
    ("high", pa.float64()), ("from_week", pa.float64()), ("to_week", pa.float64()), ("range", pa.string()),
    ("precision", pa.string()), ("label", pa.string()), ("slot", pa.float64()), ("low_kg", pa.float64()),
    ("high_kg", pa.float64()), ("source", pa.string()),
])  # fmt: skip


def _models(choice: Choice) -> Models:
    source = choice.source
    found: Models = source.answers.get(
        "models", lambda: parameters.read(queries.objects("interval/parameters", Choice(source)))
    )
    return found


def limits(choice: Choice) -> str:
    """Give what the models cannot say, with the ranges of their data and what they show where the child relapsed."""
    ends = ["weight_low", "weight_high", "ige_low", "ige_high"]
    held = {name: [_models(choice)[name][end].value for end in ends] for name in rows.MODELS}
    return words.limits(held, _told(choice)["ige-before"].value, show(AFTER, choice).title)


def job(choice: Choice, settings: Settings) -> apart.Job:
    """Give the virtual patients of a setting, who are followed in a process apart; asking begins it."""
    model = _models(choice)[rows.MODELS[0]]
    typical = parameters.patient(model, settings["weight"], settings["baseline"])
    covariances = tuple(map(tuple, virtual.spread(model).tolist()))
    return apart.follow((tuple(typical), covariances, rows.given(settings), rows.plan(settings)[1]))


def _course(choice: Choice, settings: Settings) -> list[Row]:
    quantity = settings["quantity"]
    found = rows.course(_models(choice), settings, quantity)
    if settings["virtual"]:
        found += rows.band(job(choice, settings).rows or [], settings, quantity)
    return found + (_levels(choice, rows.factor(settings["baseline"], quantity)) if quantity == "free IgE" else [])


def _levels(choice: Choice, factor: float) -> list[Row]:
    """Give the untreated level, and the published levels of free IgE that the axis of percents holds."""
    top = charts.QUANTITIES["free IgE"].ends[1]
    kept = [row for row in queries.objects("interval/parameters", choice) if row.model == "Threshold"]
    levels = [
        {"kind": "threshold", "value": row.value * factor, "label": f"{row.value:g} ng/ml: {row.meaning}", "source": row.source}
        for row in kept
        if row.value * factor <= top
    ]
    return [*levels, {"kind": "untreated", "value": 100.0, "label": f"untreated, {100 / factor:.3g} ng/ml"}]


def _troughs(choice: Choice, settings: Settings) -> list[Row]:
    return rows.troughs(_models(choice), settings, settings["quantity"])


def _told(choice: Choice) -> dict[str, Any]:
    return {row.key: row for row in queries.objects("interval/child", choice)}


def _told_course(choice: Choice) -> tuple[float, list[tuple[float, float]], float]:
    """Give the child's baseline, injections at the first printed interval, and the last day that a multiple may be of."""
    told = _told(choice)
    last = max(row.to_week for row in told.values() if row.to_week is not None)
    every = int(told["interval"].value)
    return told["ige-before"].value, [(7.0 * week, told["dose"].value) for week in range(0, int(last), every)], 7.0 * last


def _gap(choice: Choice) -> tuple[float, list[tuple[float, float]], float]:
    """Give the child's baseline, repeated injections at the first printed interval, and the last day of the gap after them."""
    told = _told(choice)
    every = 7.0 * told["interval"].value
    injections = [(every * place, told["dose"].value) for place in range(INJECTIONS_BEFORE_GAP)]
    return told["ige-before"].value, injections, injections[-1][0] + 7.0 * LAST_WEEK


def _over_child(choice: Choice, _: Settings) -> list[Row]:
    """Give the printed multiples of total IgE over what both models give for the printed dose, interval and baseline."""
    multiples = [row for row in _told(choice).values() if row.from_week is not None]
    baseline, injections, last = _told_course(choice)
    factor = rows.factor(baseline, "total IgE")
    areas = [
        rows.span(name, one.day / 7, one.total_ige * factor, other.total_ige * factor, CHILD_KG)
        for name, points in rows.spans(_models(choice), CHILD_KG, baseline, injections, last).items()
        for one, other in points
    ]
    printed = [
        {
            "kind": "printed", "value": row.value, "from_week": row.from_week, "to_week": row.to_week, "source": row.source,
            "precision": row.precision, "label": f"printed: {row.label}", "slot": slot,
        }
        for slot, row in enumerate(multiples)
    ]  # fmt: skip
    return [*areas, *printed, *rows.named(dict.fromkeys(rows.MODELS, rows.OUTSIDE))]


def _after(choice: Choice, _: Settings) -> list[Row]:
    """Give how much IgE is suppressed by weeks since the last of repeated injections, and the weeks told of the child."""
    told, (baseline, injections, end) = _told(choice), _gap(choice)
    last, factor = injections[-1][0], rows.factor(baseline, "free IgE")
    areas = [
        rows.span(name, (one.day - last) / 7, 100 - one.free_ige * factor, 100 - other.free_ige * factor, CHILD_KG)
        for name, points in rows.spans(_models(choice), CHILD_KG, baseline, injections, end).items()
        for one, other in points
        if one.day >= last
    ]
    texts = {"interval-now": "free of|symptoms", "relapse-weeks": "symptoms|returned"}
    printed = [
        {
            "kind": "printed", "week": told[key].value, "label": f"{text}|at {told[key].value:g} weeks",
            "slot": slot, "source": told[key].source,
        }
        for slot, (key, text) in enumerate(texts.items())
    ]  # fmt: skip
    return [*areas, *printed, *rows.named(dict.fromkeys(rows.MODELS, rows.OUTSIDE))]


def _course_code(choice: Choice, settings: Settings) -> str:
    return script.course(_models(choice), settings, settings["quantity"], settings["virtual"])


def _troughs_code(choice: Choice, settings: Settings) -> str:
    return script.troughs(_models(choice), settings, settings["quantity"])


def _over_child_code(choice: Choice, _: Settings) -> str:
    baseline, injections, last = _told_course(choice)
    return script.spans(_models(choice), CHILD_KG, baseline, injections, last, "total IgE")


def _after_code(choice: Choice, _: Settings) -> str:
    baseline, injections, last = _gap(choice)
    return script.spans(_models(choice), CHILD_KG, baseline, injections, last, "free IgE")


def _table(found: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(found, schema=COLUMNS)


def _sources(asked: Asked) -> list[str]:
    return [f"{FROM}; no advice, no recommended interval.", asked.choice.source.citation]


def _printed(asked: Asked) -> str:
    """Give whose printed values and whose models a figure draws, in one line."""
    return f"{asked.choice.source.citation}. {FROM}"


def _on_screen(sentences: list[str]) -> str:
    """Give a caption without the band, which a line above the figures tells of: it comes later, and nothing may move then."""
    return " ".join(one for one in sentences if one != words.BAND)


def _figure(name: str, chart: Any, solve: Any, code: Any, title: Any, caption: Any, **more: Any) -> Figure:
    return Figure(
        f"interval/{name}", chart, title, lambda asked: _on_screen(caption(asked.objects)), limited=False, filtered=False,
        legend=lambda asked: "\n".join(caption(asked.objects)), sources=_sources, **{"credit": lambda _: FROM} | more,
        solve=lambda choice, settings: _table(solve(choice, settings)), code=code,
    )  # fmt: skip


def _quantities(name: str, chart: Any, solve: Any, code: Any, title: Any, caption: Any, quantities: list[str]) -> list[Figure]:
    return [
        _figure(
            name, chart, solve, code, lambda asked, quantity=quantity: title(asked.objects, quantity),
            caption, options=("quantity",), settings={"quantity": quantity},
        )
        for quantity in quantities
    ]  # fmt: skip


COURSES = _quantities(
    "course", charts.course, _course, _course_code, words.course, words.course_caption, ["free IgE", "drug", "total IgE"]
)
TROUGHS = _quantities(
    "trough", charts.trough, _troughs, _troughs_code, words.trough, words.trough_caption, ["free IgE", "drug"]
)
CHILD = _figure(
    "child",
    charts.child,
    _over_child,
    _over_child_code,
    lambda asked: words.child(asked.objects),
    words.child_caption,
    credit=_printed,
)
AFTER = _figure(
    "after",
    charts.after,
    _after,
    _after_code,
    lambda asked: words.after(asked.objects),
    words.after_caption,
    short=lambda asked: " ".join([*words.after_caption(asked.objects), f"{FROM}. IgE: immunoglobulin E."]),
    credit=_printed,
)
FIGURES = [*COURSES, *TROUGHS, CHILD, AFTER]
FIRST = {
    "weight": 35, "baseline": 11, "injected": 300, "every": 4, "planned": 10, "missed": [], "changed_at": 0, "later": 5,
    "virtual": False,
}  # fmt: skip

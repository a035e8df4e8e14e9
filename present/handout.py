"""The talk on two pages: as a PDF with vector figures, and as one web page that needs nothing else."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

import queries
from charts import renderer
from present import pictures, sources
from present.talk import Step, Values
from words import claims

Advance = Callable[[float, str], Any]

FOLDER = Path(__file__).parent
QUESTION = "A child with systemic mastocytosis does not respond to first-line therapy. May omalizumab help, and what is known of children like this one?"
# The width of a figure in pixels before it is fitted into its column, by the number of columns: more columns, narrower figures.
TOTALS = {1: 620, 2: 500, 3: 430}
TABLE = {
    "study": "Study", "section": "Disease", "patients": "Patients", "age_printed": "Age (years)", "dose_printed": "Dose",
    "therapy_length_printed": "Therapy length", "total_ige_printed": "Total IgE", "tryptase_printed": "Tryptase", "verdict": "Verdict",
}  # fmt: skip
MET = "certain: every filter is met"


def content(steps: list[Step], values: Values, sentence: str, address: str, made: date) -> dict[str, Any]:
    """Give everything that both forms of the handout say, as plain text; its figures are made by each in its own way.

    Args:
        values: the filters, which choose the rows of the table; sentence: the same in words.
        address: reopens the view; left out where it is empty.
    """
    check = claims.checked()
    differing = check[check["verdict"] == "differs"]
    asked = [line.removeprefix("Ask: ") for step in steps for line in step.notes.splitlines() if line.startswith("Ask: ")]
    return {
        "title": "Omalizumab in mastocytosis: one child and the literature",
        "question": QUESTION,
        "sentence": sentence,
        "steps": [_step(step) for step in steps],
        "table": _table(values),
        "check": {
            "summary": claims.summary(check),
            "differing": differing[["title", "stated", "recomputed"]].astype(str).to_numpy().tolist(),
        },
        "questions": [text[0].upper() + text[1:] for text in asked],
        "references": sources.references(),
        "address": address,
        "imprint": sources.imprint(made),
    }


def _step(step: Step) -> dict[str, Any]:
    table = step.table
    return {
        "key": step.key,
        "title": step.title,
        "caption": step.caption if step.filtered else f"{step.caption} Not filtered.",
        "described": pictures.described(step) if step.chart else "",
        "table": None if table is None else {"head": list(table.columns), "rows": table.astype(str).to_numpy().tolist()},
    }


def _table(values: Values) -> dict[str, Any]:
    rows = queries.run("literature/table", **{**values, "search": ""})
    kept = rows[rows["verdict"].isin(["certain", "possible"] if values["possible"] else ["certain"])]
    told = kept.astype(object).where(kept.notna(), "").to_dict("records")
    away = rows.drop(kept.index)["verdict"].value_counts()
    left_out = ", ".join(f"{count} {verdict}" for verdict, count in away.items())
    return {
        "title": f"{len(kept)} of {len(rows)} rows of Table 1 match, cells as printed",
        "head": list(TABLE.values()),
        "rows": [[_verdict(row) if key == "verdict" else str(row[key]) for key in TABLE] for row in told],
        "left_out": f"Rows left out: {left_out}." if left_out else "No row is left out.",
    }


def _verdict(row: dict[str, Any]) -> str:
    """Give the verdict alone where every filter is met, and the reason with it elsewhere."""
    why = str(row["why"])
    return str(row["verdict"]) if why.startswith(MET) and "·" not in why else why


def columns(steps: list[Step]) -> int:
    """Give the columns in which the figures of the first page stand: the fewer there are, the wider each."""
    figures = sum(step.chart is not None for step in steps)
    return 1 if figures < 2 else 2 if figures < 5 else 3


def pdf(
    steps: list[Step], values: Values, sentence: str, address: str, made: date, advance: Advance = lambda share, text: None
) -> bytes:
    """Give the handout as a PDF of two A4 pages.

    Args:
        advance: is told the share done and the name of each step before its figure is made.
    """
    said = content(steps, values, sentence, address, made)
    said["columns"] = columns(steps)
    with tempfile.TemporaryDirectory() as folder:
        for key, picture in _figures("pdf", steps, TOTALS[said["columns"]], advance):
            Path(folder, f"{key}.pdf").write_bytes(picture)
        advance(0.95, "Two pages")
        Path(folder, "content.json").write_text(json.dumps(said), encoding="utf-8")
        Path(folder, "handout.typ").write_bytes((FOLDER / "handout.typ").read_bytes())
        seconds = int(datetime(made.year, made.month, made.day, tzinfo=UTC).timestamp())
        set_it = [sys.executable, "-P", str(FOLDER / "typesetter.py"), folder, str(seconds)]
        return subprocess.run(set_it, check=True, stdout=subprocess.PIPE).stdout


def html(
    steps: list[Step], values: Values, sentence: str, address: str, made: date, advance: Advance = lambda share, text: None
) -> bytes:
    """Give the handout as one web page that asks no host for anything and needs no script.

    Args:
        advance: is told the share done and the name of each step before its figure is made.
    """
    said = content(steps, values, sentence, address, made)
    figures = {key: _inline(key, svg) for key, svg in _figures("svg", steps, TOTALS[2], advance)}
    return _page().render(**said, figures=figures).encode()


def _figures(kind: str, steps: list[Step], total: float, advance: Advance) -> Any:
    with renderer.apart() as convert:
        for number, step in enumerate(steps):
            advance(0.9 * number / len(steps), step.name)
            if step.chart is not None:
                figure = pictures.drawn(step)
                labels, _ = pictures.size(figure, convert)
                yield step.key, pictures.fitted(kind, figure, labels, total, convert)


def _inline(key: str, svg: bytes) -> Markup:
    """Give a figure as markup whose names cannot meet those of another figure on the page."""
    text = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{key}-", svg.decode())
    return Markup(text)


@cache
def _page() -> Template:
    return Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template("handout.html")

"""The talk on two pages: as a PDF with vector figures, and as one web page that needs nothing else."""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

import filters
import queries
from charts import renderer
from data.source import Choice
from present import pictures
from present.talk import Step, Talk
from words import claims, overview, references

Advance = Callable[[float, str], Any]

FOLDER = Path(__file__).parent
# The width of a figure in pixels before it is fitted into its column, by the number of columns: more columns, narrower figures.
TOTALS = {1: 620, 2: 500, 3: 430}
TABLE = {
    "study": "Study", "section": "Disease", "patients": "Patients", "age_printed": "Age (years)", "dose_printed": "Dose",
    "therapy_length_printed": "Therapy length", "total_ige_printed": "Total IgE", "tryptase_printed": "Tryptase",
    "verdict": "Verdict",
}  # fmt: skip


def content(talk: Talk) -> dict[str, Any]:
    """Give everything that both forms of the handout say, as plain text; its figures are made by each in its own way."""
    built_in = queries.built_in()
    check = claims.checked(Choice(built_in))
    paper = "" if talk.choice.source is built_in else f"{built_in.citation}. "
    differing = check[check["verdict"] == "differs"]
    notes = [line for step in talk.steps for line in step.notes.splitlines()]
    asked = [line.removeprefix("Ask: ") for line in notes if line.startswith("Ask: ")]
    return {
        "title": "Omalizumab in mastocytosis: one child and the literature",
        "question": overview.QUESTION,
        "sentence": talk.sentence,
        "steps": [_step(step, talk) for step in talk.steps],
        "table": _table(talk.choice),
        "check": {
            "summary": f"{paper}{claims.summary(check)}",
            "differing": differing[["title", "stated", "recomputed"]].astype(str).to_numpy().tolist(),
        },
        "questions": [text[0].upper() + text[1:] for text in asked],
        "references": talk.references(),
        "address": talk.address,
        "imprint": references.imprint(talk.choice.source, talk.made),
    }


def _step(step: Step, talk: Talk) -> dict[str, Any]:
    table, others = step.table, [source.citation for source in step.sources if source is not talk.choice.source]
    caption = [step.caption, *([] if step.filtered else ["Not filtered."]), *(f"{citation}." for citation in others)]
    return {
        "key": step.key,
        "title": step.title,
        "caption": " ".join(caption),
        "described": pictures.described(step) if step.exhibit else "",
        "table": None if table is None else {"head": list(table.columns), "rows": table.astype(str).to_numpy().tolist()},
    }


def _table(choice: Choice) -> dict[str, Any]:
    rows = queries.run("literature/table", choice)
    counted = rows[rows["verdict"].isin(["certain", "possible"] if filters.counts_possible(choice) else ["certain"])]
    cells = counted.astype(object).where(counted.notna(), "").to_dict("records")
    others = rows.drop(counted.index)["verdict"].value_counts()
    left_out = ", ".join(f"{count} {verdict}" for verdict, count in others.items())
    return {
        "title": f"{len(counted)} of {len(rows)} rows of {choice.source.name} match, cells as printed",
        "head": list(TABLE.values()),
        # The verdict alone where every filter is met, and the reason with it elsewhere.
        "rows": [
            [str(row["verdict" if row["all_met"] else "why"]) if key == "verdict" else str(row[key]) for key in TABLE]
            for row in cells
        ],
        "left_out": f"Rows left out: {left_out}." if left_out else "No row is left out.",
    }


def columns(steps: list[Step]) -> int:
    """Give the columns in which the figures of the first page stand: the fewer there are, the wider each."""
    figures = sum(step.exhibit is not None for step in steps)
    return 1 if figures < 2 else 2 if figures < 5 else 3


def pdf(talk: Talk, advance: Advance = lambda share, text: None) -> bytes:
    """Give the handout as a PDF of two A4 pages.

    Args:
        advance: is called with the share done and the name of each step before its figure is made.
    """
    texts = content(talk)
    texts["columns"] = columns(talk.steps)
    with tempfile.TemporaryDirectory() as folder:
        for key, picture in _figures("pdf", talk.steps, TOTALS[texts["columns"]], advance):
            Path(folder, f"{key}.pdf").write_bytes(picture)
        advance(0.95, "Two pages")
        Path(folder, "content.json").write_text(json.dumps(texts), encoding="utf-8")
        Path(folder, "handout.typ").write_bytes((FOLDER / "handout.typ").read_bytes())
        seconds = int(datetime(talk.made.year, talk.made.month, talk.made.day, tzinfo=UTC).timestamp())
        set_it = [sys.executable, "-P", str(FOLDER / "typesetter.py"), folder, str(seconds)]
        return subprocess.run(set_it, check=True, stdout=subprocess.PIPE).stdout


def html(talk: Talk, advance: Advance = lambda share, text: None) -> bytes:
    """Give the handout as one web page that asks no host for anything and needs no script.

    Args:
        advance: is called with the share done and the name of each step before its figure is made.
    """
    figures = {key: _inline(key, svg) for key, svg in _figures("svg", talk.steps, TOTALS[2], advance)}
    return _page().render(**content(talk), figures=figures).encode()


def _figures(kind: str, steps: list[Step], total: float, advance: Advance) -> Any:
    with renderer.apart() as convert:
        for number, step in enumerate(steps):
            advance(0.9 * number / len(steps), step.name)
            if step.exhibit is not None:
                figure = pictures.drawn(step.exhibit)
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

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
# Pixels of a figure: one alone stands beside another, several of one step share the width of the page.
ALONE, SEVERAL = 500, 330
LOWEST = 225
# What its axes take of its height, how much lower it is than on a page, and the least size of its type.
AXES, LOWER, LETTERS = 60, 0.75, 13
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
    told = _told(talk.steps)
    notes = [line for step in talk.steps for line in step.notes.splitlines()]
    asked = [line.removeprefix("Ask: ") for line in notes if line.startswith("Ask: ")]
    return {
        "title": "Omalizumab in mastocytosis: one child and the literature",
        "question": overview.QUESTION,
        "sentence": talk.sentence if filters.active(talk.choice) else "",
        "steps": [_step(step, talk) for step in told],
        "rows": [[told.index(step) for step in row] for row in _rows(told)],
        "table": _table(talk.choice),
        "check": {
            "summary": f"{paper}{claims.summary(check)}",
            "differing": differing[["title", "stated", "recomputed"]].astype(str).to_numpy().tolist(),
        },
        "questions": asked,
        "references": talk.references(),
        "address": talk.address,
        "imprint": references.imprint(talk.choice.source, talk.made),
    }


def _told(steps: list[Step]) -> list[Step]:
    """Give the steps that the handout tells: its own title says what the opening of the talk says."""
    return [step for step in steps if not step.lines]


def _rows(steps: list[Step]) -> list[list[Step]]:
    """Give the steps with figures in the rows of the page: two of one figure side by side, one of several across it."""
    rows: list[list[Step]] = []
    for step in steps:
        if len(step.exhibits) == 1 and rows and len(rows[-1]) == 1 and len(rows[-1][0].exhibits) == 1:
            rows[-1].append(step)
        elif step.exhibits:
            rows.append([step])
    return rows


def _size(row: list[Step]) -> tuple[float, float]:
    """Give the size of each figure of a row in pixels: those side by side are equally high."""
    exhibits = [exhibit for step in row for exhibit in step.exhibits]
    if len(row[0].exhibits) > 1:
        return SEVERAL, LOWEST
    return ALONE, max(LOWEST, *(LOWER * (exhibit.height() + AXES) for exhibit in exhibits))


def _step(step: Step, talk: Talk) -> dict[str, Any]:
    table, others = step.table, [source.citation for source in step.sources if source is not talk.choice.source]
    caption = [
        step.caption,
        *(["Not filtered."] if not step.filtered and filters.active(talk.choice) else []),
        *(f"{citation}." for citation in others),
    ]
    return {
        "key": step.key,
        "title": step.title,
        "caption": " ".join(caption),
        "figures": [_described(step, number) for number in range(len(step.exhibits))],
        "table": None if table is None else {"head": list(table.columns), "rows": table.astype(str).to_numpy().tolist()},
    }


def _described(step: Step, number: int) -> dict[str, str]:
    """Give the key of a figure of a step, its own title where it is one of several, and what its picture shows."""
    several, exhibit = len(step.exhibits) > 1, step.exhibits[number]
    title = exhibit.title if several else step.title
    return {
        "key": f"{step.key}-{number}", "title": exhibit.title if several else "",
        "described": pictures.described(exhibit, title),
    }  # fmt: skip


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


def pdf(talk: Talk, advance: Advance = lambda share, text: None) -> bytes:
    """Give the handout as a PDF of two A4 pages.

    Args:
        advance: is called with the share done and the name of each step before its figure is made.
    """
    texts = content(talk)
    with tempfile.TemporaryDirectory() as folder:
        for key, picture in _figures("pdf", talk.steps, advance):
            Path(folder, f"{key}.pdf").write_bytes(picture)
        advance(0.95, "Two pages")
        Path(folder, "content.json").write_text(json.dumps(texts), encoding="utf-8")
        Path(folder, "handout.typ").write_bytes((FOLDER / "handout.typ").read_bytes())
        seconds = int(datetime(talk.made.year, talk.made.month, talk.made.day, tzinfo=UTC).timestamp())
        set_it = [sys.executable, "-P", str(FOLDER / "typesetter.py"), folder, str(seconds)]
        # A status below nought is a signal: it was ended from outside.
        if (done := subprocess.run(set_it, stdout=subprocess.PIPE)).returncode < 0:
            raise renderer.PictureError
        done.check_returncode()
        return done.stdout


def html(talk: Talk, advance: Advance = lambda share, text: None) -> bytes:
    """Give the handout as one web page that asks no host for anything and needs no script.

    Args:
        advance: is called with the share done and the name of each step before its figure is made.
    """
    figures = {key: _inline(key, svg) for key, svg in _figures("svg", talk.steps, advance)}
    return _page().render(**content(talk), figures=figures).encode()


def _figures(kind: str, steps: list[Step], advance: Advance) -> Any:
    sizes = {step.key: _size(row) for row in _rows(_told(steps)) for step in row}
    with renderer.apart() as convert:
        for number, step in enumerate(steps):
            advance(0.9 * number / len(steps), step.name)
            for place, exhibit in enumerate(step.exhibits):
                yield f"{step.key}-{place}", pictures.picture(kind, exhibit, sizes[step.key], LETTERS, convert)


def _inline(key: str, svg: bytes) -> Markup:
    """Give a figure as markup whose names cannot meet those of another figure on the page."""
    text = re.sub(r'\b(id="|url\(#|href="#)', rf"\g<1>{key}-", svg.decode())
    return Markup(text)


@cache
def _page() -> Template:
    return Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).get_template("handout.html")

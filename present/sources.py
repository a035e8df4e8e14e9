"""What every slide and handout says about where it comes from."""

from datetime import date

import data
import queries
from widgets.figure import SOURCE

NO_FILTER = "The filters do not apply here: this is about the child or the whole paper."
TERMS = "Curated tables: CC BY 4.0"


def imprint(made: date) -> str:
    """Give source, licence, data version and date in one line."""
    return f"{SOURCE}. {TERMS}. MastoScope, data version {data.version()}, made {day(made)}."


def day(made: date) -> str:
    """Give a date without leading zero, such as 3 May 2026."""
    return f"{made.day} {made:%B %Y}"


def references() -> list[str]:
    """Give each publication whose title or DOI was verified, with its verified fields and nothing in place of the others."""
    rows = queries.run("about/publications")
    told = rows[rows["title"].notna() | rows["doi"].notna()].astype(object)
    return [_reference(row) for row in told.where(told.notna(), "").to_dict("records")]


def _reference(row: dict[str, str | int]) -> str:
    names = str(row["authors"] or row["label"]).split(", ")
    authors = ", ".join([*names[:3], "et al"] if len(names) > 4 else names)
    issue = f"{row['year'] or 'Year not seen'}{';' if row['volume_pages'] else ''}{row['volume_pages']}"
    doi = str(row["doi"]).removeprefix("https://doi.org/")
    parts = [
        authors,
        row["title"],
        row["journal"],
        issue,
        f"doi {doi}" if doi else "",
        f"PMID {row['pmid']}" if row["pmid"] else "",
    ]
    return ". ".join(str(part).rstrip(".") for part in parts if part) + "."

"""What is said of the rows of the literature table, and of one publication on its card."""

from typing import Any

import pyarrow as pa

from data.notation import written
from queries import Objects
from words import safe


def shown(rows: pa.Table, everything: bool, search: str) -> pa.Table:
    """Give the rows that the filter keeps and that hold a text; what it leaves out comes last, or not at all.

    Args:
        rows: ``literature/table``.
        everything: whether rows that the filter leaves out are wanted, too.
        search: is looked for in the words and printed cells of a row, capitals or not.
    """
    kept: list[int] = []
    left_out: list[int] = []
    for number, row in enumerate(rows.to_pylist()):
        if search.lower() in " ".join(cell for cell in row.values() if isinstance(cell, str)).lower():
            (kept if row["kept"] else left_out).append(number)
    return rows.take(pa.array(kept + left_out * everything, pa.int64()))


def count(part: pa.Table, rows: pa.Table) -> str:
    """Give how many rows match and how many patients they hold: "7 of 20 rows match: 6 patients, up to 46".

    Args:
        part: the rows that are shown, with what the filter leaves out or without.
    """
    kept, certain, possible = (sum(part[name].to_pylist()) for name in ["kept", "patients_certain", "patients_possible"])
    more = f", up to {certain + possible}" if possible else ""
    return f"{kept} of {rows.num_rows} rows match{'es' * (kept == 1)}: {certain} patient{'' if certain == 1 else 's'}{more}"


def card(rows: Objects) -> tuple[list[str], list[list[str]]]:
    """Give the head and the lines of a study card: a quantity, and what is read and printed of it in each row.

    Args:
        rows: ``literature/study``.
    """
    cells = {
        "Age": [(row.ages_read, row.age_printed) for row in rows],
        "Dose": [(row.dose_read, row.dose_printed) for row in rows],
        "Dose per 4 weeks": [
            (f"{written(row.dose_low_mg_per_4_weeks, row.dose_high_mg_per_4_weeks)} mg", "derived") for row in rows
        ],
        "Therapy length": [(row.lengths_read, row.therapy_length_printed) for row in rows],
        "Total IgE": [(row.ige_read, row.total_ige_printed) for row in rows],
        "Tryptase": [(row.tryptase_read, row.tryptase_printed) for row in rows],
    }
    head = [f"{row.section.capitalize()}, {row.patients} patient{'' if row.patients == 1 else 's'}" for row in rows]
    lines = [[name, *(f"{read} ({printed})" for read, printed in pairs)] for name, pairs in cells.items()]
    return head, lines


def summary(row: Any, judged: Any) -> str:
    """Give one row of a study in a line: who, age, dose, length, directions, and how many of them the filters count.

    Args:
        row: of ``literature/study``; judged: the same row of ``literature/table``; None where no filter is set.
    """
    people = f"{row.patients} patient{'' if row.patients == 1 else 's'}"
    parts = [
        f"**{row.ages_read}**", f"**{row.dose_read}**", f"**{row.lengths_read}** of therapy", f"total IgE {row.ige_read}",
        f"tryptase {row.tryptase_read}",
    ]  # fmt: skip
    if judged:
        counts = {"certain": judged.patients_certain, "possible": judged.patients_possible}
        kept = ", ".join(f"{count} {verdict}" for verdict, count in counts.items() if count) if judged.kept else "none"
        parts.append(f"under the filters: {kept or 'counted in another row'}")
    return f"{row.section.capitalize()}, {people}: {' · '.join(parts)}"


def outcomes(rows: Objects) -> str:
    """Give what is known to have happened to the patients of one publication, as a Markdown list.

    Args:
        rows: those of ``outcomes/findings`` about it, possibly none.
    """
    lines = []
    for row in rows:
        group = row.group_name if row.group_patients is None else f"{row.group_name}, n = {row.group_patients:g}"
        domain, measure = (text[:1].upper() + text[1:] for text in [row.domain, row.measure])
        lines.append(f"- **{safe.markdown(domain)}.** {safe.markdown(f'{measure}: {row.result} ({group})')}")
    return "\n".join(lines) or "No outcome of this publication is known here."


def sources(rows: Objects, findings: Objects) -> str:
    """Give where the rows and the findings of one publication stand, each place once."""
    return "; ".join(dict.fromkeys(row.source for row in [*rows, *findings]))

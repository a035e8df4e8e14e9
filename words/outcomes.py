"""What is said of the findings of other publications: titles from their rows, a readable list, and whom to cite."""

import textwrap
from collections import Counter
from functools import cache
from typing import Any

from data.notation import written
from queries import Objects
from words import counts

COUNTED = ["certain", "possible", "child"]
LOOKS = {
    "certain": "blue: certain", "possible": "paler: possible", "not reported": "pale grey: not reported",
    "excluded": "faint grey: excluded", "child": "orange: the child",
}  # fmt: skip
CELLS = {"certain": "solid: some for certain", "possible": "dashed: possible ones only", "not reported": "dotted: none"}
SHADES = {"rest, not told": "hollow: not told", "withdrawn": "dotted: withdrawn"}
CITATION = "MastoScope, findings read in abstracts and openings; the source of each row stands in its column"
# A disease beside mastocytosis, whose patients are never told in one number with the others.
NEIGHBOUR = "mast cell activation syndrome"
# How many letters of a note fit below a picture.
WIDEST_NOTE = 115


def key(rows: Objects) -> str:
    """Give how the marks of findings are drawn, naming none that is not there.

    Args:
        rows: with ``verdict`` and, where responses are drawn, ``category``.
    """
    drawn = {getattr(row, "category", "") for row in rows}
    return counts.legend(rows, LOOKS, *(text for category, text in SHADES.items() if category in drawn))


def cells(rows: Objects) -> str:
    """Give how the cells of the map are drawn, naming none that is not there.

    Args:
        rows: ``outcomes/gaps``.
    """
    drawn = {row.verdict for row in rows}
    text = "; ".join(text for verdict, text in CELLS.items() if verdict in drawn)
    return f"{text[0].upper()}{text[1:]}." if text else ""


def sources(rows: Objects) -> list[str]:
    """Give whom a figure of findings draws on and at which address that was read, in lines that fit below a picture."""
    texts = dict.fromkeys(f"Source: {row.source}, {row.source_url}" for row in rows)
    return [line for text in texts for line in _lines(text)]


def credit(rows: Objects) -> str:
    """Give whom a figure of findings draws on, in one line."""
    names = ", ".join(dict.fromkeys(row.publication for row in rows))
    return f"Source: {names}, read in abstracts and openings" if names else ""


@cache
def _lines(text: str) -> list[str]:
    return textwrap.wrap(text, WIDEST_NOTE, break_on_hyphens=False)


def _kept(rows: Objects) -> Objects:
    return [row for row in rows if row.verdict in COUNTED]


def kept_out(rows: Objects) -> str:
    """Give which publications of a figure the filters exclude, or ask what is not reported of, and why; nothing where none is.

    Args:
        rows: with ``publication``, ``verdict`` and ``kept_out_by``.
    """
    gone, unknown = ([row for row in rows if row.verdict == verdict] for verdict in ["excluded", "not reported"])
    everyone = _publications(len({row.publication for row in rows}))
    excluded = f"Excluded, {len({row.publication for row in gone})} of {everyone}: {_by_reason(gone)}." if gone else ""
    return " ".join(filter(None, [excluded, f"Not reported: {_by_reason(unknown)}." if unknown else ""]))


def left_out(rows: Objects) -> str:
    """Give how many groups of patients the filters leave out, which and why, as a sentence; nothing where none is.

    Args:
        rows: ``outcomes/groups``.
    """
    gone = [row for row in rows if row.left_out]
    if not gone:
        return ""
    sizes = Counter(row.publication for row in gone)
    names = {name: f"{name} ({size} groups)" if size > 1 else name for name, size in sizes.items()}
    return f"The filters leave out {len(gone)} of {len(rows)} groups of patients: {_by_reason(gone, names)}."


def _by_reason(rows: Objects, names: dict[str, str] | None = None) -> str:
    """Give publications, by other names if there are any, with what keeps them out: "A 2001, B 2002 (age); C 2003 (dose)"."""
    reasons: dict[str, dict[str, None]] = {}
    for row in rows:
        reasons.setdefault(row.kept_out_by, {})[names[row.publication] if names else row.publication] = None
    return "; ".join(f"{', '.join(found)} ({why})" for why, found in reasons.items())


def _publications(count: int) -> str:
    return f"{count} {'publication' if count == 1 else 'publications'}"


def responses(rows: Objects) -> str:
    """Give how many studies count responses, and on what denominators, as a title; the child and another disease stand apart.

    Args:
        rows: the rows of ``outcomes/responses``, possibly none.
    """
    child = any(row.role == "index case" for row in _kept(rows))
    own = [row for row in _kept(rows) if row.role != "index case" and row.condition != NEIGHBOUR]
    beside = "Beside the child, " if child else ""
    if not own:
        text = "no publication that matches the filters counts responses in mastocytosis"
    else:
        largest, studies = max(row.group_patients for row in own), len({row.publication for row in own})
        sizes = f"{written(min(row.group_patients for row in own), largest)} {'patient' if largest == 1 else 'patients'}"
        counts = "counts" if studies == 1 else "count"
        text = f"{_publications(studies)} {counts} responses, in groups of {sizes}"
    text = f"{beside}{text}"
    return f"{text[0].upper()}{text[1:]}"


def neighbours(rows: Objects) -> str:
    """Give how many patients of a figure have another disease, as a sentence; nothing where none has.

    Args:
        rows: the rows of ``outcomes/responses``, possibly none.
    """
    other = [row.group_patients for row in rows if row.condition == NEIGHBOUR]
    return f"Not among them: {max(other)} patients with activation syndrome, another disease." if other else ""


def trial(rows: Objects) -> str:
    """Give the two baselines of the trial and what its tests said, as a title; also where the filters do not count it.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    before = [row for row in rows if row.occasion_order == 1]
    if not before:
        return "No randomised trial is counted under these filters"
    starts = " and ".join(f"{row.score:g}" for row in before)
    found = f"The trial found no significant difference; its arms began at {starts} points"
    first = before[0]
    return found if first.verdict in COUNTED else f"{found} ({first.verdict}: {first.kept_out_by})"


def tests(rows: Objects) -> str:
    """Give what the trial measured, and what its tests printed, as a caption.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    printed = f" Printed in the abstract: {rows[0].tests}." if rows else ""
    return f"AFIRMM is a symptom score; the arms began too far apart for their falls to be compared.{printed}"


def against_table(trial: Objects, findings: Objects, table: Objects) -> str:
    """Give the arms and the dose of the trial as its abstract prints them beside what the table prints, as a sentence.

    Args:
        trial: ``outcomes/trial``; findings: ``outcomes/findings``; table: ``literature/table``.
    """
    arms = sorted((row for row in trial if row.occasion_order == 1), key=lambda row: row.arm)
    names, ids = {row.publication for row in arms}, {row.publication_id for row in arms}
    sizes = " and ".join(f"{row.group_patients} ({row.arm})" for row in arms)
    return " ".join(
        f"The abstract prints {sizes} patients and a dose {rule.result}; "
        f"the table {row.patients} patients and {row.dose_printed}."
        for rule in findings
        if rule.publication in names and rule.domain == "dose"
        for row in table
        if row.publication_id in ids
    )


def withdrawn(rows: Objects, publications: Objects) -> str:
    """Give who withdrew and how many patients the table prints for that study, as sentences; nothing where nobody did.

    Args:
        rows: ``outcomes/responses``; publications: ``literature/publications``.
    """
    held = {row.publication: row.publication_patients for row in publications}
    return " ".join(
        f"{row.patients} of {row.group_patients} {row.measure} ({row.publication}); the table prints {held[row.publication]} "
        "patients for that study."
        for row in rows
        if row.category == "withdrawn" and row.publication in held
    )


def missed(rows: Objects) -> str:
    """Give what is told of the child when a dose was missed.

    Args:
        rows: ``outcomes/stopping``.
    """
    return str(next(row.measure for row in rows if row.category == "relapse"))


def unchanged(rows: Objects) -> str:
    """Give which biomarkers did not change significantly elsewhere, and how many were measured, as a sentence.

    Args:
        rows: ``outcomes/findings``.
    """
    found: dict[str, Objects] = {}
    for row in rows:
        if row.domain in ("tryptase", "KIT D816V allele burden") and row.result == "no significant change":
            found.setdefault(row.publication, []).append(row)
    return " ".join(
        f"Elsewhere ({name}) there was no significant change in {' or '.join(row.domain for row in found[name])}. "
        f"{found[name][0].note}"
        for name in sorted(found)
    )


def unseen(rows: Objects) -> str:
    """Give the trials whose results were not seen.

    Args:
        rows: ``outcomes/findings``.
    """
    names = [row.publication for row in rows if row.result == "results not seen"]
    return f"The results of another randomised study: {', '.join(names)}"


def harmed(rows: Objects) -> str:
    """Give the harms that were counted, and that of the child.

    Args:
        rows: ``outcomes/harms``.
    """
    told = [row for row in rows if row.direction == "adverse" and (row.counted or row.is_child)]
    return "; ".join(f"{row.patients:g} of {row.group_patients:g} {row.measure}" if row.counted else _harm(row) for row in told)


def resolution(rows: Objects) -> str:
    """Give the span of complete resolution over the symptoms, as a title.

    Args:
        rows: the rows of ``outcomes/resolution``, possibly none.
    """
    kept = [row.share_percent for row in _kept(rows)]
    if not kept:
        return "The systematic review does not match the filters"
    return f"Complete resolution: {written(min(kept), max(kept))} % by symptom, denominators not given"


def harms(rows: Objects) -> str:
    """Give the harms that were seen in patients, as a title.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    kept = _kept(rows)
    if not kept:
        return "No safety finding matches the filters"
    return f"Known harms: {harmed(kept) or 'none told of patients who match the filters'}"


def known_harms(rows: Objects) -> str:
    """Give the harms that are known, from whom, and what is not known, as one sentence.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    told = [row for row in _kept(rows) if row.direction in ("adverse", "no difference")]
    beyond = len(rows) - len(_kept(rows))
    more = f", and {beyond} more {'finding stands' if beyond == 1 else 'findings stand'} outside the filters" if beyond else ""
    if not told:
        return f"Known harms: none is told of patients who match the filters, which does not mean that there is none{more}."
    shares = sum(row.counted for row in told)
    return (
        f"Known harms: {'; '.join(_harm(row) for row in told)}. Not known: how often, above all in children; "
        f"counted in a group of several: {shares} of {len(told)}{more}."
    )


def harm_cells(rows: Objects) -> list[tuple[str, str, str]]:
    """Give each harm that is told, and each group in which none was, with whose it is and what is printed.

    Args:
        rows: the rows of ``outcomes/harms``.
    """
    told = sorted(
        (row for row in rows if row.direction or row.patients is None),
        key=lambda row: (not row.counted, not row.is_child, not row.direction),
    )
    return [
        (row.measure[0].upper() + row.measure[1:], "The child" if row.is_child else _of_whom(row), row.result) for row in told
    ]


def _of_whom(row: Any) -> str:
    place = row.publication if row.condition == "systemic" else f"{row.publication}, {row.condition}"
    return place if row.group_patients is None else f"{place}, {row.group_patients:g} patients"


def _harm(row: Any) -> str:
    if row.is_child:
        return f"{row.measure} in the child"
    place = row.publication if row.condition == "systemic" else f"{row.publication}, {row.condition}"
    if row.counted:
        return f"{row.patients:g} of {row.group_patients:g} {row.measure} ({place})"
    return f"{row.measure}: {row.result} ({place})"


def without_share(rows: Objects) -> str:
    """Give the safety findings that have no share of patients, as a Markdown list.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    told = [row for row in _kept(rows) if not row.counted]
    return "\n".join(f"- **{row.publication}:** {row.measure}{_result(row)}" for row in told)


def _result(row: Any) -> str:
    if row.patients is None:
        return f": {row.result}"
    return " in the child" if row.is_child else f" in {row.patients:g} of {row.group_patients:g} patients"


def gaps(rows: Objects) -> str:
    """Give how many cells of the map are empty, as a title.

    Args:
        rows: the rows of ``outcomes/gaps``.
    """
    empty = sum(row.at_most == 0 for row in rows)
    return f"Nobody is known in {empty} of {len(rows)} combinations of age, disease and dose"


def silent(rows: Objects, counts: Objects, possible: bool) -> str:
    """Give how many counted publications and patients of Table 1 have no outcome facts, and which, as a sentence.

    Args:
        rows: the rows of ``outcomes/silent``, possibly none.
        counts: the rows of ``literature/counts`` under the same filter.
        possible: whether possible matches count.
    """
    if not rows:
        return "No publication that matches the filters is without outcome facts here."
    whole = {row.unit: row for row in counts}
    matching = whole["publications"].certain + (whole["publications"].possible if possible else 0)
    certain, at_most = rows[0].all_certain, rows[0].all_at_most
    patients = f"{certain} of {whole['patients'].total} patients" + (f", up to {at_most}" if at_most > certain else "")
    names = ", ".join(f"{row.publication} ({written(row.certain, row.at_most)})" for row in rows)
    return (
        f"{len(rows)} of {matching} publications of Table 1 that match the filters, with {patients}, have no outcome facts "
        "here; "
        f"they were not read beyond what the table prints: {names}."
    )


def listed(rows: Objects) -> str:
    """Give findings as a Markdown list: what was seen in whom, what it does to the paper, and where it stands."""
    return "\n".join(f"- {_line(row)}" for row in rows) or "No such finding matches the filters."


def _line(row: Any) -> str:
    count = ""
    if row.patients is not None:
        count = f", {row.patients:g}" + (f" of {row.group_patients:g}" if row.group_patients is not None else "")
    result = "" if row.result[0].isdigit() else f": {row.result}"
    why = f" ({row.kept_out_by})" if row.kept_out_by else ""
    return (
        f"**{row.publication}, {row.group_name}{count}.** {row.measure[0].upper()}{row.measure[1:]}{result}. {row.note}  \n"
        f"*{row.bearing.capitalize()}:* {row.bearing_note}  \n"
        f":gray[{row.source} · read: {row.status} · {row.verdict}{why} ·] [page read]({row.source_url})"
    )

"""What is said of the findings of other publications: titles from their rows, a readable list, and whom to cite."""

import textwrap
from typing import Any

import pandas as pd

from data.notation import written

COUNTED = ["certain", "possible", "child"]
KEY = (
    "Blue: certain. Faint or grey: possible, not reported or excluded. Orange: the child. Denominators differ; "
    "nothing is pooled."
)  # fmt: skip
MAP_KEY = "Solid: some patients for certain. Dashed: possible ones only. Dotted: none."
CITATION = "MastoScope, findings read in abstracts and openings; the source of each row stands in its column"
# A disease beside mastocytosis, whose patients are never told in one number with the others.
NEIGHBOUR = "mast cell activation syndrome"
# How many letters of a note fit below a picture.
WIDEST_NOTE = 115


def sources(rows: pd.DataFrame) -> list[str]:
    """Give whom a figure of findings draws on and at which address that was read, in lines that fit below a picture."""
    found = rows[["source", "source_url"]].drop_duplicates().itertuples(index=False)
    texts = [f"Source: {source}, {address}" for source, address in found]
    return [line for text in texts for line in textwrap.wrap(text, WIDEST_NOTE, break_on_hyphens=False)]


def kept_out(rows: pd.DataFrame) -> str:
    """Give which publications of a figure the filters exclude, or ask what is not reported of, and why; nothing where none is.

    Args:
        rows: with ``publication``, ``verdict`` and ``kept_out_by``.
    """
    gone, unknown = rows[rows["verdict"] == "excluded"], rows[rows["verdict"] == "not reported"]
    count, everyone = gone["publication"].nunique(), _publications(rows["publication"].nunique())
    excluded = f"Excluded, {count} of {everyone}: {_by_reason(gone)}." if count else ""
    return " ".join(filter(None, [excluded, f"Not reported: {_by_reason(unknown)}." if len(unknown) else ""]))


def left_out(rows: pd.DataFrame) -> str:
    """Give how many groups of patients the filters leave out, which and why, as a sentence; nothing where none is.

    Args:
        rows: ``outcomes/groups``.
    """
    gone = rows[rows["left_out"].astype(bool)]
    if gone.empty:
        return ""
    sizes = gone.groupby("publication")["publication"].transform("size")
    named = gone.assign(publication=gone["publication"] + sizes.map(lambda size: f" ({size} groups)" if size > 1 else ""))
    return f"The filters leave out {len(gone)} of {len(rows)} groups of patients: {_by_reason(named)}."


def _by_reason(rows: pd.DataFrame) -> str:
    """Give publications with what keeps them out, such as "A 2001, B 2002 (age); C 2003 (dose)"."""
    reasons = rows.drop_duplicates(["publication", "kept_out_by"]).groupby("kept_out_by", sort=False)["publication"]
    return "; ".join(f"{', '.join(names)} ({why})" for why, names in reasons)


def _publications(count: int) -> str:
    return f"{count} {'publication' if count == 1 else 'publications'}"


def responses(rows: pd.DataFrame) -> str:
    """Give how many studies count responses, and on what denominators, as a title; the child and another disease stand apart.

    Args:
        rows: the rows of ``outcomes/responses``, possibly none.
    """
    kept = rows[rows["verdict"].isin(COUNTED)]
    child = kept["role"] == "index case"
    own = kept[~child & (kept["condition"] != NEIGHBOUR)]
    beside = "Beside the child, " if child.any() else ""
    if own.empty:
        text = "no publication that matches the filters counts responses in mastocytosis"
    else:
        largest, studies = own["group_patients"].max(), own["publication"].nunique()
        sizes = f"{written(own['group_patients'].min(), largest)} {'patient' if largest == 1 else 'patients'}"
        counts = "counts" if studies == 1 else "count"
        text = f"{_publications(studies)} {counts} responses, in groups of {sizes}"
    text = f"{beside}{text}"
    return f"{text[0].upper()}{text[1:]}"


def neighbours(rows: pd.DataFrame) -> str:
    """Give how many patients of a figure have another disease, as a sentence; nothing where none has.

    Args:
        rows: the rows of ``outcomes/responses``, possibly none.
    """
    other = rows.loc[rows["condition"] == NEIGHBOUR, "group_patients"]
    return f"Not among them: {other.max()} patients with activation syndrome, another disease." if len(other) else ""


def trial(rows: pd.DataFrame) -> str:
    """Give the two baselines of the trial and what its tests said, as a title; also where the filters do not count it.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    before = rows[rows["occasion_order"] == 1]
    if before.empty:
        return "No randomised trial is counted under these filters"
    found = f"The trial found no significant difference; its arms began at {' and '.join(before['printed'])} points"
    verdict, why = before[["verdict", "kept_out_by"]].iloc[0]
    return found if verdict in COUNTED else f"{found} ({verdict}: {why})"


def tests(rows: pd.DataFrame) -> str:
    """Give what the trial's tests printed and how to read its two arms, as a caption.

    Args:
        rows: the rows of ``outcomes/trial``, possibly none.
    """
    printed = f"Printed in the abstract: {rows['tests'].iloc[0]}. " if len(rows) else ""
    return (
        f"{printed}AFIRMM is a symptom score; the arms began too far apart for their falls to be compared. "
        "Solid with circles: omalizumab; dashed with squares: placebo."
    )


def against_table(trial: pd.DataFrame, findings: pd.DataFrame, table: pd.DataFrame) -> str:
    """Give the arms and the dose of the trial as its abstract prints them beside what the table prints, as a sentence.

    Args:
        trial: ``outcomes/trial``; findings: ``outcomes/findings``; table: ``literature/table``.
    """
    arms = trial[trial["occasion_order"] == 1].sort_values("arm")
    rules = findings[(findings["publication"].isin(arms["publication"])) & (findings["domain"] == "dose")]
    sizes = " and ".join(f"{row.group_patients} ({row.arm})" for row in arms.itertuples())
    return " ".join(
        f"The abstract prints {sizes} patients and a dose {rule}; the table {row.patients} patients and {row.dose_printed}."
        for rule in rules["result"]
        for row in table[table["publication_id"].isin(arms["publication_id"])].itertuples()
    )


def withdrawn(rows: pd.DataFrame, publications: pd.DataFrame) -> str:
    """Give who withdrew and how many patients the table prints for that study, as sentences; nothing where nobody did.

    Args:
        rows: ``outcomes/responses``; publications: ``literature/publications``.
    """
    held = publications.set_index("publication")["publication_patients"]
    return " ".join(
        f"{row.patients} of {row.group_patients} {row.measure} ({row.publication}); the table prints {held[row.publication]} "
        "patients for that study."
        for row in rows[rows["category"] == "withdrawn"].itertuples()
        if row.publication in held
    )


def missed(rows: pd.DataFrame) -> str:
    """Give what is told of the child when a dose was missed.

    Args:
        rows: ``outcomes/stopping``.
    """
    return str(rows.loc[rows["category"] == "relapse", "measure"].iloc[0])


def unchanged(rows: pd.DataFrame) -> str:
    """Give which biomarkers did not change significantly elsewhere, and how many were measured, as a sentence.

    Args:
        rows: ``outcomes/findings``.
    """
    found = rows[rows["domain"].isin(["tryptase", "KIT D816V allele burden"]) & (rows["result"] == "no significant change")]
    return " ".join(
        f"Elsewhere ({publication}) there was no significant change in {' or '.join(part['domain'])}. {part['note'].iloc[0]}"
        for publication, part in found.groupby("publication")
    )


def unseen(rows: pd.DataFrame) -> str:
    """Give the trials whose results were not seen.

    Args:
        rows: ``outcomes/findings``.
    """
    return (
        f"The results of another randomised study: {', '.join(rows.loc[rows['result'] == 'results not seen', 'publication'])}"
    )


def harmed(rows: pd.DataFrame) -> str:
    """Give the harms that were counted, and that of the child.

    Args:
        rows: ``outcomes/harms``.
    """
    told = rows[(rows["direction"] == "adverse") & (rows["counted"].astype(bool) | rows["is_child"])]
    return "; ".join(
        f"{row.patients:g} of {row.group_patients:g} {row.measure}" if row.counted else _harm(row) for row in told.itertuples()
    )


def resolution(rows: pd.DataFrame) -> str:
    """Give the span of complete resolution over the symptoms, as a title.

    Args:
        rows: the rows of ``outcomes/resolution``, possibly none.
    """
    kept = rows.loc[rows["verdict"].isin(COUNTED), "share_percent"]
    if kept.empty:
        return "The systematic review does not match the filters"
    return f"Complete resolution: {written(kept.min(), kept.max())} % by symptom, denominators not given"


def harms(rows: pd.DataFrame) -> str:
    """Give in how many safety findings a share of patients was counted, as a title.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    kept = rows[rows["verdict"].isin(COUNTED)]
    if kept.empty:
        return "No safety finding matches the filters"
    return f"In {kept['counted'].astype(bool).sum()} of {len(kept)} safety findings a share of patients with harm was counted"


def known_harms(rows: pd.DataFrame) -> str:
    """Give the harms that are known, from whom, and what is not known, as one sentence.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    kept = rows[rows["verdict"].isin(COUNTED)]
    told = kept[kept["direction"].isin(["adverse", "no difference"])]
    beyond = len(rows) - len(kept)
    more = f", and {beyond} more {'finding stands' if beyond == 1 else 'findings stand'} outside the filters" if beyond else ""
    if told.empty:
        return f"Known harms: none is told of patients who match the filters, which does not mean that there is none{more}."
    shares = told["counted"].astype(bool).sum()
    return (
        f"Known harms: {'; '.join(_harm(row) for row in told.itertuples())}. Not known: how often, above all in children; "
        f"counted in a group of several: {shares} of {len(told)}{more}."
    )


def _harm(row: Any) -> str:
    if row.is_child:
        return f"{row.measure} in the child"
    place = row.publication if row.condition == "systemic" else f"{row.publication}, {row.condition}"
    if row.counted:
        return f"{row.patients:g} of {row.group_patients:g} {row.measure} ({place})"
    return f"{row.measure}: {row.result} ({place})"


def without_share(rows: pd.DataFrame) -> str:
    """Give the safety findings that have no share of patients, as a Markdown list.

    Args:
        rows: the rows of ``outcomes/harms``, possibly none.
    """
    told = rows[~rows["counted"].astype(bool) & rows["verdict"].isin(COUNTED)]
    return "\n".join(f"- **{row.publication}:** {row.measure}{_result(row)}" for row in told.itertuples())


def _result(row: Any) -> str:
    if pd.isna(row.patients):
        return f": {row.result}"
    return " in the child" if row.is_child else f" in {row.patients:g} of {row.group_patients:g} patients"


def gaps(rows: pd.DataFrame) -> str:
    """Give how many cells of the map are empty, as a title.

    Args:
        rows: the rows of ``outcomes/gaps``.
    """
    return f"{(rows['at_most'] == 0).sum()} of {len(rows)} cells of age, disease and dose hold no patient"


def silent(rows: pd.DataFrame, counts: pd.DataFrame, possible: bool) -> str:
    """Give how many counted publications and patients of Table 1 have no outcome facts, and which, as a sentence.

    Args:
        rows: the rows of ``outcomes/silent``, possibly none.
        counts: the rows of ``literature/counts`` under the same filter.
        possible: whether possible matches count.
    """
    if rows.empty:
        return "No publication that matches the filters is without outcome facts here."
    whole = counts.set_index("unit")
    matching = whole.loc["publications", ["certain", "possible"] if possible else ["certain"]].sum()
    certain, at_most = rows["all_certain"].iloc[0], rows["all_at_most"].iloc[0]
    patients = f"{certain} of {whole.loc['patients', 'total']} patients" + (f", up to {at_most}" if at_most > certain else "")
    names = ", ".join(f"{row.publication} ({written(row.certain, row.at_most)})" for row in rows.itertuples())
    return (
        f"{len(rows)} of {matching} publications of Table 1 that match the filters, with {patients}, have no outcome facts "
        "here; "
        f"they were not read beyond what the table prints: {names}."
    )


def listed(rows: pd.DataFrame) -> str:
    """Give findings as a Markdown list: what was seen in whom, what it does to the paper, and where it stands."""
    return "\n".join(f"- {_line(row)}" for row in rows.itertuples()) or "No such finding matches the filters."


def _line(row: Any) -> str:
    count = ""
    if pd.notna(row.patients):
        count = f", {row.patients:g}" + (f" of {row.group_patients:g}" if pd.notna(row.group_patients) else "")
    result = "" if row.result[0].isdigit() else f": {row.result}"
    why = f" ({row.kept_out_by})" if row.kept_out_by else ""
    return (
        f"**{row.publication}, {row.group_name}{count}.** {row.measure[0].upper()}{row.measure[1:]}{result}. {row.note}  \n"
        f"*{row.bearing.capitalize()}:* {row.bearing_note}  \n"
        f":gray[{row.source} · read: {row.status} · {row.verdict}{why} ·] [page read]({row.source_url})"
    )

"""What the overview says: what this is, the question, three findings with their numbers, and what certain and possible mean."""

from itertools import pairwise
from typing import Any

import filters
import queries
from data.source import Choice, Source
from queries import Objects
from words import counts, directions

CASE = "A child with systemic mastocytosis does not respond to first-line therapy."
ASKED = "May omalizumab help, and what is known of children like this one?"
QUESTION = f"{CASE} {ASKED}"
WENT = {"up": "rose", "down": "fell", "unchanged": "stayed unchanged"}
NAMES = {"total IgE": "Total IgE", "tryptase": "Tryptase"}


def about(source: Source) -> str:
    """Give what this is and for whom, as a sentence."""
    return f"{scope(source)} {CASE}"


def scope(source: Source) -> str:
    """Give what this shows and to whom, as a sentence."""
    return (
        "MastoScope shows clinicians and researchers what one case report and its literature table of "
        f"{source.limits.patients} patients say about omalizumab in mastocytosis, and how sure each answer is."
    )


def imprint(source: Source) -> str:
    """Give whose table it is, and the one thing that this is not for."""
    return f"{source.citation}. For research and discussion; no medical advice."


def course(rows: Objects) -> str:
    """Give the turns of the child's course as a title, in the order of the rows and without a cause.

    Args:
        rows: ``case/course``.
    """
    told = {("Symptoms", "None"): "ended", ("None", "Symptoms"): "returned after a missed dose"}
    states = [row.state for row in rows]
    turns = [told[before, after] for before, after in pairwise(states) if before != after]
    return f"On omalizumab the child's symptoms {', '.join(turns[:-1])}, and {turns[-1]} again"


def like_the_child(choice: Choice) -> Choice:
    """Give the choice of children on the dose that the child of the case was given."""
    dose = queries.objects("case/dose", choice)[0].dose_mg
    return filters.choice(choice.source, {"age_group": "pediatric", "dose": [dose, dose]})


def alike(choice: Choice, dose: int) -> Choice:
    """Give a choice narrowed to children with systemic mastocytosis on a dose; as it is where it already asks for others.

    Args:
        dose: of an injection in mg; where the source has no such stop, it is not asked for.
    """
    narrow: dict[str, Any] = {"age_group": "pediatric", "disease": "systemic"}
    if dose in choice.source.limits.of("dose"):
        narrow["dose"] = [dose, dose]
    asked = filters.active(choice)
    low, high = asked.get("dose", [dose, dose])
    others = asked.get("age_group") == "adult" or asked.get("disease") == "cutaneous" or not low <= dose <= high
    return choice if others else filters.changed(choice, **narrow)


def found(rows: Objects, choice: Choice) -> str:
    """Give how many patients a filter finds, as a title.

    Args:
        rows: ``literature/patients``.
    """
    if not rows:
        return "No patient matches the filters"
    asked: dict[str, Any] = filters.active(choice)
    first = rows[0]
    certain, most, whole = first.certain, first.at_most, f"Of {first.total} patients in the literature,"
    if set(asked) == {"age_group", "dose"} and asked["age_group"] == "pediatric" and asked["dose"][0] == asked["dose"][1]:
        known = f"{certain} {'is' if certain == 1 else 'are'} known to be children on {asked['dose'][0]} mg"
        return f"{whole} {known}" + (f"; up to {most} may be" if most > certain else "")
    return f"{whole} those who match the filters are {counts.up_to(certain, most)}"


def shares(rows: Objects) -> str:
    """Give in how many a biomarker went one way, and in how many without the publication that matters most, as a title.

    Args:
        rows: those of ``directions/influence`` that :func:`compared` names.
    """
    if not rows or not rows[0].assessed_high:
        return "Nothing is assessed under these filters"
    everybody, *others = rows
    text = f"{NAMES[everybody.biomarker]} {WENT[everybody.direction]} in {everybody.counts} assessed {everybody.unit}"
    return text + "".join(f"; without {other.label}, in {other.counts}" for other in others)


def compared(rows: Objects) -> list[str]:
    """Give whom to leave out of ``directions/influence``: nobody, and the publication that moves the share most."""
    pivot = directions.influential(rows)
    return [""] if pivot is None else ["", pivot.publication_id]


def trial(rows: Objects) -> str:
    """Give how to read a share of directions, and what the randomised trial found, as a caption.

    Args:
        rows: ``outcomes/trial``, possibly none.
    """
    found = " The randomised trial found no significant difference." if rows else ""
    return f"Bar: share of those assessed; a direction is no benefit.{found}"


def verdicts(rows: Objects) -> str:
    """Give the printed age that leaves most patients only possibly children, as the example of what possible means.

    Args:
        rows: ``literature/verdicts``.
    """
    first = rows[0]
    if not first.patients:
        return "Across an edge, nobody knows on which side the patient is."
    return (
        f"“{first.age}”, printed for {first.patients} of {first.total} patients, lies across “under 18 years”: each "
        "of them may be a child."
    )

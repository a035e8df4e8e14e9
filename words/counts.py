"""How a filter and its counts are told, and what the figures of the literature show."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import filters
import queries
from data.notation import MONTHS_PER_YEAR, written
from data.source import Choice
from queries import Objects

COUNTED = ["certain", "possible"]
# How a mark looks under each verdict, in words.
LOOKS = {
    "certain": "solid: certain", "possible": "pale, dashed: possible", "not reported": "dotted: not reported",
    "excluded": "faint grey: excluded", "child": "orange: the child",
}  # fmt: skip


def legend(rows: Objects, looks: Mapping[str, str] = MappingProxyType(LOOKS), *parts: str) -> str:
    """Give in one sentence how the verdicts of some rows are drawn: none that is not there, and none where all are certain.

    Args:
        looks: how each verdict is drawn.
        parts: what else is to be known of the marks, told first.
    """
    verdicts = {row.verdict for row in rows}
    named = [text for verdict, text in looks.items() if verdict in verdicts]
    if not verdicts - {"certain", "child", "heading"}:
        named = [text for text in named if text != looks["certain"]]
    text = "; ".join([*parts, *dict.fromkeys(named)])
    return f"{text[0].upper()}{text[1:]}." if text else ""


def shapes(rows: Objects) -> list[str]:
    """Give what the shapes of marks mean, naming none that is not there."""
    drawn = {row.disease for row in rows if row.verdict != "child"}
    texts = [
        text for disease, text in {"systemic": "round: systemic", "cutaneous": "square: cutaneous"}.items() if disease in drawn
    ]
    return texts if len(texts) > 1 else []


def counted_rows(rows: Objects) -> Objects:
    """Give the rows that count in the cohort, for certain or possibly."""
    return [row for row in rows if row.verdict in COUNTED]


def up_to(certain: int, at_most: int) -> str:
    """Give a count with its bound: 6, or "6, up to 46"."""
    return f"{certain}" if at_most <= certain else f"{certain}, up to {at_most}"


def counted(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` in words, such as "6 of 20 patients, up to 9".

    Args:
        possible: whether possible matches count; where they do not, they are named as left out.
    """
    text = f"{count.certain} of {count.total} {count.unit}"
    if not count.possible:
        return text
    if possible:
        return f"{text}, up to {count.certain + count.possible}"
    return f"{text} for certain, {count.possible} possible ones left out"


def bounds(count: Any, possible: bool = True) -> str:
    """Give one row of ``literature/counts`` as a number, or as its bounds: 6, or 6–46."""
    return written(count.certain, count.certain + (count.possible if possible else 0))


def verdicts(count: Any) -> str:
    """Give one row of ``literature/counts`` with its number under each verdict."""
    return (
        f"{count.certain} certain, {count.possible} possible, {count.not_reported} not reported, "
        f"{count.excluded} excluded; {count.total} in all."
    )


def sentence(choice: Choice) -> str:
    """Give the whole filter as one plain sentence with counts, such as "6 of 20 patients, up to 9: under 18 years"."""
    count = _patients(choice)
    phrases = ", ".join(filters.phrases(choice).values()) or "no filter is set"
    unknown = f" ({count.not_reported} not reported)" if count.not_reported else ""
    return f"{counted(count, filters.counts_possible(choice))}: {phrases}{unknown}."


def _patients(choice: Choice) -> Any:
    return next(row for row in queries.objects("literature/counts", choice) if row.unit == "patients")


def rescue(choice: Choice) -> str | None:
    """Give the advice that brings back the most patients where none is left; None where some are."""

    def left(choice: Choice) -> int:
        count = _patients(choice)
        return int(count.certain + (count.possible if filters.counts_possible(choice) else 0))

    if left(choice):
        return None
    gains = {
        f"Clear “{phrase}” to bring back the most patients.": left(filters.changed(choice, **{key: None}))
        for key, phrase in filters.phrases(choice).items()
    }
    gains["Turn on “Count possible matches” to see those that may match."] = left(filters.changed(choice, possible=True))
    best = max(gains, key=lambda advice: gains[advice])
    return best if gains[best] else "No single filter is to blame; reset all and start again."


def people(rows: Objects) -> tuple[set[str], set[str]]:
    """Give the patients whom some rows count: those for certain, and all who may count.

    Args:
        rows: with a ``verdict`` and, parted by blanks, ``patient_ids``; a patient reported twice stands in several.
    """
    certain, counted = ([row.patient_ids for row in rows if row.verdict in verdicts] for verdicts in [["certain"], COUNTED])
    return set(" ".join(certain).split()), set(" ".join(counted).split())


def ages(rows: Objects) -> str:
    """Give of how many patients only a range of ages is printed, as a title.

    Args:
        rows: ``literature/ages``.
    """
    whole = people(rows)
    if not whole[1]:
        return "No age matches the filters"
    return f"Only an age range is printed for {ranged(rows)} of {_patients_in(whole)}"


def ranged(rows: Objects) -> str:
    """Give of how many patients of ``literature/ages`` only a range is printed: 62, or the bounds 0–40."""
    exact, ranges = (people([row for row in rows if row.exact == flag]) for flag in [True, False])
    return written(*(len(part - exact[1]) for part in ranges))


def _patients_in(whole: tuple[set[str], set[str]]) -> str:
    certain, at_most = map(len, whole)
    return f"{written(certain, at_most)} patient{'' if at_most == 1 else 's'}"


def therapy(rows: Objects) -> str:
    """Give how many patients were treated for a year or longer, as a title.

    Args:
        rows: ``literature/therapy``.
    """
    whole = people(rows)
    known = [row for row in counted_rows(rows) if row.therapy_low_months is not None]
    if not known:
        return "No therapy length matches the filters"
    surely = len(people([row for row in known if row.therapy_low_months >= MONTHS_PER_YEAR])[0])
    at_most = len(people([row for row in known if row.therapy_high_months >= MONTHS_PER_YEAR])[1])
    return f"{written(surely, at_most)} of {_patients_in(whole)} were treated for a year or longer"


def composition(rows: Objects, unit: str) -> str:
    """Give how many of a unit have each form of the disease, as a title.

    Args:
        rows: ``literature/composition``; unit: what is counted, such as "patients".
    """
    ends: dict[str, tuple[int, int]] = {}
    for disease in dict.fromkeys(row.disease for row in counted_rows(rows)):
        of = {row.verdict: row.units for row in rows if row.disease == disease}
        certain, possible = (of.get(verdict, 0) for verdict in COUNTED)
        ends[disease] = certain, certain + possible
    if not ends:
        return "No disease matches the filters"
    first, *others = sorted(ends, key=lambda disease: ends[disease], reverse=True)
    if not others:
        return f"Only {first} mastocytosis: {written(*ends[first])} {unit}"
    if ends[first][0] > ends[others[0]][1]:
        return f"More {first} than {others[0]} mastocytosis: {written(*ends[first])} against {written(*ends[others[0]])} {unit}"
    return f"{first.capitalize()} mastocytosis: {written(*ends[first])} {unit}; {others[0]}: {written(*ends[others[0]])}"


def share(rows: Objects) -> str:
    """Give how much of the cohort its largest publication holds, as a title; a percentage only where every patient is certain.

    Args:
        rows: ``literature/publications``, the largest first.
    """
    if not rows:
        return "No publication matches the filters"
    largest = rows[0]
    name, held, at_most = largest.publication, largest.publication_patients, largest.at_most
    if largest.certain == at_most:
        return f"{name} alone holds {held / at_most:.0%} of the patients ({held} of {at_most})"
    return f"{name} alone could hold {held} of at most {at_most} patients"


def sizes(rows: Objects) -> str:
    """Give how few patients half of the publications hold at most, as a sentence.

    Args:
        rows: ``literature/publications``.
    """
    held = sorted({row.publication_id: row.publication_patients for row in rows}.values())
    if not held:
        return "No publication matches."
    small = held[(len(held) - 1) // 2]
    noun = "patient" if small == 1 else "patients"
    return f"Of {len(held)} publications, {sum(size <= small for size in held)} tell of at most {small} {noun}."


def dose(rows: Objects) -> str:
    """Give the dose that is printed for most patients, as a title; all of them where some are level.

    Args:
        rows: ``literature/dose``.
    """
    exact = sorted({row.dose_low_mg for row in rows if row.dose_low_mg == row.dose_high_mg is not None})
    of = {value: [row for row in rows if row.dose_low_mg == row.dose_high_mg == value] for value in exact}
    counts = {value: tuple(map(len, people(group))) for value, group in of.items()}
    certain, most = max(((one[0], one[1]) for one in counts.values()), key=lambda one: (one[1], one[0]), default=(0, 0))
    if not most:
        return "No exact dose matches the filters"
    names = " and ".join(f"{value:g} mg" for value, count in counts.items() if count == (certain, most))
    verb = "are each printed" if " and " in names else "is printed"
    return f"{names} per injection {verb} for {written(certain, most)} of {_patients_in(people(rows))}"


def young(rows: Objects, everyone: str) -> str:
    """Give how young the youngest patients with systemic mastocytosis are, and how many on one dose are under 18, as a title.

    Args:
        rows: ``literature/young``; everyone: of whom they are the youngest, such as "Table 1".
    """
    first, found = rows[0].first_age, [row for row in rows if row.patients]
    if first is None:
        return f"Nobody of {everyone} has systemic mastocytosis"
    text = f"Nobody of {everyone} is under {first:g} with systemic mastocytosis"
    exact, ranged = ([row for row in found if (row.verdict == "certain") == certain] for certain in [True, False])
    parts = [
        f"{row.patients} more may be under 18, printed as {written(row.age_low_years, row.age_high_years)}" for row in ranged
    ]
    if exact:
        count, years = sum(row.patients for row in exact), " and ".join(f"{row.age_low_years:g}" for row in exact)
        parts.insert(0, f"{count} {'is' if count == 1 else 'are'} {years}")
    return f"{text}; on {found[0].dose_band}, {', and '.join(parts)}" if parts else text


def straddling(rows: Objects, publications: Objects) -> str:
    """Give of how many patients only a range of ages is printed, and whose ranges hold both children and adults.

    Args:
        rows: ``literature/ages``; publications: ``literature/publications``, both under one filter.
    """
    across = {row.publication for row in counted_rows(rows) if not row.exact and row.age_low_years < 18 <= row.age_high_years}
    held = {row.publication: row.publication_patients for row in publications if row.publication in across}
    if not held:
        return f"{ages(rows)}; none of these ranges holds both children and adults."
    everyone = len({row.publication for row in publications})
    return (
        f"{ages(rows)}. Ranges that hold both children and adults are printed by {len(held)} of {everyone} publications "
        f"({', '.join(held)}), for {sum(held.values())} of {publications[0].at_most} patients."
    )

"""What is told about appraisals: plain sentences and labels, as Markdown where a page asks for it."""

import re
from collections.abc import Iterable, Mapping

from appraisal import Appraisal, Comparison, is_empty

ABOUT = {
    "CARE": "What a case report should tell, after the CARE checklist (CAse REport guidelines; {sources}).",
    "Murad 2018": "How far this case can be trusted, after the quality domains of {sources}. “Cannot tell” is our addition.",
    "GRADE": "What would lower or raise certainty in the whole evidence (Grading of Recommendations Assessment, Development "
    "and Evaluation; {sources}). For comments only; nothing is computed.",
}


BACK = "The answers that were not saved yet are back: this tab had kept them."


def about(instrument: str, sources: Iterable[str]) -> str:
    """Give what one instrument is for, and its sources with their links, as Markdown.

    Args:
        instrument: its name, one of :data:`ABOUT`.
        sources: the sources of each of its items, parted by ``"; "``; each is named once.

    Raises:
        KeyError: nothing is known about that instrument.
    """
    names = dict.fromkeys(name for item_sources in sources for name in item_sources.split("; "))
    linked = [re.sub(r"doi (\S+)$", r"[doi \1](https://doi.org/\1)", name) for name in names]
    return ABOUT[instrument].format(sources="; ".join(linked))


def progress(appraisal: Appraisal, rateable: int) -> str:
    """Give how many items are answered, of as many as can be rated."""
    return f"{len(appraisal.ratings)} of {rateable} items rated, {len(appraisal.comments)} commented"


def domain(name: str, appraisal: Appraisal, rateable: int, items: int) -> str:
    """Give a domain's name with how many of its items are answered; comments count only where nothing can be rated.

    Args:
        appraisal: the answers to the items of this domain.
        rateable: how many of them take a rating.
        items: how many there are.
    """
    if rateable:
        return f"{name} · {len(appraisal.ratings)} of {rateable} rated"
    return f"{name} · {len(appraisal.comments)} of {items} commented"


def saved_or_not(appraisal: Appraisal, saved: bool) -> str:
    """Give what becomes of the answers on screen, as Markdown.

    Args:
        appraisal: the answers on screen.
        saved: the file downloaded last holds these very answers.
    """
    if saved and not is_empty(appraisal):
        return ":material/check: All answers are in the file downloaded last."
    name = "" if appraisal.rater else "Write your name to download. "
    warning = f"{name}Answers live only in this tab of your browser: closing it loses them."
    return warning if is_empty(appraisal) else f":material/warning: **Not saved.** {warning}"


def file_name(rater: str) -> str:
    """Give the name of a rater's file, in plain ASCII letters and digits."""
    return f"appraisal-{re.sub(r'[^a-z0-9]+', '-', rater.lower()).strip('-') or 'rater'}.json"


def refused(files: int) -> str:
    """Give how many files could not be loaded."""
    return f"{_counted(files, 'file')} refused; everything else stays as it was."


def other_version(files: int) -> str:
    """Give how many loaded files judge other data than these."""
    return f"{files} of the loaded files were saved with another data version; the items may have been worded otherwise."


def label(instrument: str, number: str, name: str) -> str:
    """Give the name of one item away from its instrument; the number is empty where the instrument prints none."""
    return " · ".join([" ".join(filter(None, [instrument.split()[0], number])), name])


def comparison(compared: Comparison) -> str:
    """Give in a few words what several raters make of one item."""
    if not compared.rated:
        return "not rated"
    if compared.rated == compared.raters:
        return "differ" if compared.differ else "agree"
    return "differ, not rated by all" if compared.differ else "not rated by all"


def summary(compared: Mapping[str, Comparison], raters: int) -> str:
    """Give how far several raters agree, in one sentence.

    Args:
        compared: what :func:`appraisal.compare` gives.
        raters: how many appraisals were compared.
    """
    rated_by_all = [item for item in compared.values() if item.rated == raters]
    if not rated_by_all:
        return f"{raters} raters have rated no item in common."
    agree = sum(not item.differ for item in rated_by_all)
    rest = len(compared) - len(rated_by_all)
    end = f"; {rest} more not rated by all" if rest else ""
    return f"{raters} raters agree on {agree} of {_counted(len(rated_by_all), 'item')} that all of them rated{end}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

"""A source: the tables that every question is asked of, and how far their values reach."""

from typing import NamedTuple


class Limits(NamedTuple):
    """How far the values of a source reach: stops of sliders and what scales must hold, constant for a source.

    Stops are ascending; an axis that keeps to them never jumps as filters move.
    """

    ages: tuple[int, ...]
    """Stops of age in completed years, from 0 to at least 100."""
    doses: tuple[int, ...]
    """Stops of the dose per injection in mg."""
    doses_per_4_weeks: tuple[int, ...]
    """Stops of the dose per 4 weeks in mg."""
    intervals: tuple[int, ...]
    """Stops of the dosing interval in weeks."""
    therapies: tuple[int, ...]
    """Stops of the therapy length in months."""
    years: tuple[int, ...]
    """Stops of the year of publication."""
    patients: int
    reports: int
    publications: int
    rows: int
    largest_publication: int
    """The most patient reports in one publication."""
    largest_disease: int
    """The most patient reports with one form of the disease."""
    largest_row: int
    """The most patient reports in one table row."""

    def units(self) -> dict[str, int]:
        """Give how many there are of each counting unit."""
        return {
            "patients": self.patients, "patient reports": self.reports, "publications": self.publications, "table rows": self.rows,
        }  # fmt: skip

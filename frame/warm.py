"""What is loaded before anybody waits for it: first what every page needs, later what only some do."""

import gc


def first() -> None:
    """Load the libraries, build the database and the first charts while the first visitor's browser still loads."""
    import charts
    import queries
    from charts import case, literature

    queries.run("literature/choices")
    for figure in [literature.ages, literature.publications, literature.composition, literature.dose, literature.therapy]:
        charts.specification(figure)
    charts.specification(case.timeline, "first dose", "Whole life")


def rest() -> None:
    """Load what comparison and directions need, then take what every run shares out of the garbage collector's way."""
    import charts
    from charts import comparison, directions
    from models import proportion

    proportion.interval(1, 2, "Wilson")
    for name in comparison.TOPICS:
        charts.specification(comparison.profile, name)
    for figure in [comparison.proportions, directions.plot, directions.influence]:
        charts.specification(figure)
    charts.specification(directions.tally, "patients")
    settle()


def settle() -> None:
    """Collect once and freeze: Streamlit collects after every run, and would walk every library's objects each time."""
    gc.collect()
    gc.freeze()

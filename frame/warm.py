"""What is loaded before anybody waits for it: first what every page needs, later what only some do."""

import gc
from collections.abc import Callable
from threading import Thread, main_thread


def beside(work: Callable[[], None]) -> None:
    """Do some work beside what is going on. The process ends after the figure under way: one cut off in a library aborts it."""
    Thread(target=work, daemon=False).start()


def _ends() -> bool:
    return not main_thread().is_alive()


def first() -> None:
    """Load the libraries, the database and the figures of the first pages while the first visitor's browser still loads."""
    import figures
    import queries
    from data.source import Choice

    choice = Choice(queries.built_in())
    literature = [figures.AGES, figures.PUBLICATIONS, figures.COMPOSITION, figures.DOSE, figures.THERAPY]
    for figure in [*figures.OVERVIEW, *literature]:
        if _ends():
            return
        figures.show(figure, choice, **figures.first_settings(figure)).specification()


def rest() -> None:
    """Draw every figure once, then take what every run shares out of the garbage collector's way."""
    import figures
    import filters
    import queries
    import simulated
    from data.source import Choice

    choice = Choice(queries.built_in())
    pair = filters.sides(choice, choice)
    for figure in figures.FIGURES:
        if _ends():
            return
        asked = pair if figure.query.startswith("comparison/") else choice
        figures.show(figure, asked, **figures.first_settings(figure)).specification()
    for figure in simulated.FIGURES:
        if _ends():
            return
        figures.show(figure, choice, **simulated.FIRST).specification()
    settle()


def settle() -> None:
    """Collect once and freeze: whenever Python collects, it would walk every library's objects each time."""
    gc.collect()
    gc.freeze()

"""What dose was given, and for how long."""

import figures
import filters
from data.source import Choice
from widgets import control, figure
from words.counts import sentence


def page(choice: Choice) -> None:
    """Draw the page under a choice."""
    child, excluded = control.child(choice.source), control.draw(filters.EXCLUDED, choice.source)
    for one in [figures.DOSE, figures.THERAPY]:
        figure.draw(figures.show(one, choice, child=child, excluded=excluded), sentence(choice))

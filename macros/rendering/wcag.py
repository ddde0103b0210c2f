"""Renders the table of the accessibility statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from macros.reading.interface import Words
from macros.reading.wcag import Criterion
from macros.rendering.environment import render


def render_wcag_table(criteria: Sequence[Criterion], words: Words) -> Markup:
    """Each criterion with its state and what guards it, and a count of the states."""
    counts = Counter(criterion.state for criterion in criteria)
    return render("wcag_table.html", words, criteria=criteria, counts=sorted(counts.items()))

"""Checks that pages call for pictures and charts that there are, and pages in easier words for their ideas."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from macros.problems import Problem, did_you_mean
from macros.reading.pages import Page

PICTURES = "pictures"
CHARTS = "charts"


def check_picture_calls(pages: Sequence[Page], pictures: Collection[str], charts: Collection[str]) -> Iterator[Problem]:
    """Every ``{{ picture("name") }}`` and ``{{ chart("name") }}`` whose name is not in its file."""
    known = {"picture": (pictures, PICTURES), "chart": (charts, CHARTS)}
    for page in pages:
        for call in page.macros:
            if call.name not in known:
                continue
            names, rule = known[call.name]
            if call.argument not in names:
                message = (
                    f"there is no {call.name} '{call.argument}' in data/{call.name}s.yml"
                    f"{did_you_mean(call.argument, names)}"
                )
                yield Problem(page.file, call.line, message, rule)

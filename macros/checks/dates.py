"""Warns of dates that are still to come: nothing was made, published or checked on one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

from macros.content.content import Content
from macros.problems import Problem
from macros.reading.text_file import read_text
from macros.reading.yaml_file import Key, parse_yaml

RULE = "dates"


def dates_to_come(content: Content, today: datetime.date) -> Iterator[Problem]:
    """A warning for each date after tomorrow.

    It stops nothing: the clock of a computer can be wrong, and then no date would be right. Where the writer lives it
    may be a day later than here.
    """
    latest = today + datetime.timedelta(days=1)
    for page in content.pages:
        if page.front.made and page.front.made.when > latest:
            line = page.data.line(("made", "when"))
            yield Problem(page.file, line, _message("when", page.front.made.when, today), RULE)
    for webinar in content.catalogue.webinars:
        file = f"webinars/{webinar.slug}/webinar.yml"
        dates: tuple[tuple[tuple[Key, ...], datetime.date], ...] = (
            (("published",), webinar.published),
            (("made", "when"), webinar.made.when),
        )
        for place, date in dates:
            if date > latest:
                yield Problem(file, _line(content.root, file, place), _message(str(place[-1]), date, today), RULE)


def _message(field: str, date: datetime.date, today: datetime.date) -> str:
    return f"'{field}' is {date}, which is still to come (today is {today}); write the day on which it happened"


def _line(root: Path, file: str, place: tuple[Key, ...]) -> int:
    """The line of a field: looked up only where there is something to tell."""
    data = parse_yaml(read_text(root / file, root)[0] or "", file)[0]
    return data.line(place) if data else 0

"""The catalogue offers a filter only where there is something to choose."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bs4 import BeautifulSoup

from macros.checked import checked_content
from macros.content.content import Content
from macros.rendering.catalogue import render_catalogue


def lengths_offered(content: Content, *minutes: float) -> list[str]:
    """What the filter for lengths offers once the webinars take so long; nothing where there is none."""
    known = content.catalogue.webinars[: len(minutes)]
    timed = tuple(replace(one, duration=60 * length) for one, length in zip(known, minutes, strict=True))
    html = render_catalogue(replace(content.catalogue, webinars=timed), "../", content.words)
    options = BeautifulSoup(html, "html.parser").select("#filter-length option[value!='']")
    return [option.get_text() for option in options]


def test_webinars_of_much_the_same_length_have_no_filter_for_it(fixture_project: Path) -> None:
    assert lengths_offered(checked_content(fixture_project), 15.1, 19.9, 17) == []


def test_lengths_that_some_webinar_has_can_be_chosen(fixture_project: Path) -> None:
    content = checked_content(fixture_project)
    assert lengths_offered(content, 9.9, 10, 55) == ["Up to 10 minutes", "10 to 20 minutes", "Over 40 minutes"]
    assert lengths_offered(content, 20, 39, 40) == ["20 to 40 minutes", "Over 40 minutes"]

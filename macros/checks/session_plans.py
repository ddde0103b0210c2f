"""Checks the sessions: that the minutes of each add up, and that a plan can be made of each webinar's page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from macros.model import Webinar
from macros.problems import Problem
from macros.reading.pages import Page
from macros.reading.papers import PaperError, section_blocks, site_address, template_blocks, template_line
from macros.reading.session_plans import RULE
from macros.reading.webinar_page import ACTIVITY, AFTER, BEFORE

MINUTES = "Minutes"
"""The heading of the column that is added up."""


def check_sessions(pages: Sequence[Page], webinars: Mapping[str, Webinar]) -> Iterator[Problem]:
    """Every problem of the sessions that pages describe."""
    for page in pages:
        if page.front.session:
            yield from check_session(page, page.front.session, webinars)


def check_plan_sections(page: Page) -> Iterator[Problem]:
    """A plan can be made of what a webinar's page has for a group."""
    for heading in page.headings:
        if heading.level == 2 and heading.words in (BEFORE, AFTER, ACTIVITY):
            try:
                section_blocks(page, heading.words)
            except PaperError as error:
                message = f"no session plan can be made of '{heading.words}': {error}"
                yield Problem(page.file, heading.line, message, RULE)


def check_session(page: Page, minutes: int, webinars: Mapping[str, Webinar]) -> Iterator[Problem]:
    """The minutes of a session that a page describes are those that it promises, and its webinars fit into them."""
    try:
        rows = list(_rows(page))
    except PaperError:
        # Its own check says so.
        return
    line = template_line(page)
    if not rows:
        message = f"has no table with the column '{MINUTES}', which a session needs"
        yield Problem(page.file, line, message, RULE)
        return
    if (total := sum(took for took, _ in rows)) != minutes:
        message = f"the minutes of this session add up to {total}, and not to {minutes}; correct one of them"
        yield Problem(page.file, line, message, RULE)
    for took, row in rows:
        for webinar in _webinars(page, row, webinars):
            if took < (needed := math.ceil(webinar.duration / 60)):
                message = f"'{webinar.title}' takes {needed} minutes, and this session gives it {took}"
                yield Problem(page.file, line, message, RULE)


def _rows(page: Page) -> Iterator[tuple[int, Element]]:
    """The rows of the tables that have the column of minutes, with these; a row without a number has none."""
    for table in template_blocks(page):
        heads = ["".join(cell.itertext()).strip() for cell in table.iter("th")] if table.tag == "table" else []
        if MINUTES in heads:
            for row in table.iterfind("./tbody/tr"):
                said = "".join(row[heads.index(MINUTES)].itertext()).strip()
                yield int(said) if said.isdecimal() else 0, row


def _webinars(page: Page, row: Element, webinars: Mapping[str, Webinar]) -> Iterator[Webinar]:
    """The webinars that a row plays: those whose pages it links."""
    for link in row.iter("a"):
        place = PurePosixPath(site_address(page, link.get("href", "")))
        if place.parent.name == "webinars" and place.name in webinars:
            yield webinars[place.name]

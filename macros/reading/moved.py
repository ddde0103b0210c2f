"""Old addresses: pages that were renamed or retired, and parts of pages that have moved.

The front matter of the page that takes an old one's place says so, as does a webinar's details for the names that it
had before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.model import Webinar
from macros.reading.pages import Page

WEBINARS = "webinars/"
"""Below this stand the addresses of webinars, which have more than a page: a player alone, and a transcript."""


@dataclass(frozen=True)
class MovedPage:
    """What was at the address ``old`` is at ``new`` now, where the page is called ``title``.

    Addresses start at the top of the site and end with a slash, as ``do/access/``; that of the home page is empty.
    """

    old: str
    new: str
    title: str
    to_webinar: bool

    @property
    def was_webinar(self) -> bool:
        """Whether other sites may show its player, and link to its transcript."""
        return self.old.startswith(WEBINARS) and self.old.count("/") == 2


@dataclass(frozen=True)
class MovedAnchor:
    """The part of a page at the address ``old`` that had the id ``anchor`` has the id ``new`` now, on ``page``."""

    old: str
    anchor: str
    page: Page
    new: str


def moved_pages(pages: Sequence[Page], webinars: Sequence[Webinar]) -> list[MovedPage]:
    """Every address that leads to a page or a webinar of today, in order."""
    moved = [
        MovedPage(alias, page.url, page.front.title, bool(page.webinar_slug))
        for page in pages
        for alias in page.front.aliases
    ]
    moved += [
        MovedPage(f"{WEBINARS}{alias}/", f"{WEBINARS}{webinar.slug}/", webinar.title, to_webinar=True)
        for webinar in webinars
        for alias in webinar.aliases
    ]
    return sorted(moved, key=lambda one: one.old)


def moved_anchors(pages: Sequence[Page]) -> list[MovedAnchor]:
    """Every anchor that has another name or another page today."""
    return [
        MovedAnchor(*address_and_anchor(entry), page, new)
        for page in pages
        for entry, new in page.front.moved_anchors.items()
    ]


def address_and_anchor(entry: str) -> tuple[str, str]:
    """The two parts of ``do/access/#law``. The home page, which is written ``/``, has an empty address."""
    address, _, anchor = entry.partition("#")
    return ("" if address == "/" else address), anchor


def entry_of(address: str, anchor: str = "") -> str:
    """An address, and an anchor, as they are written in lists."""
    return f"{address or '/'}{'#' if anchor else ''}{anchor}"

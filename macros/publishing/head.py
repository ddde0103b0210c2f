"""What other sites and programs read in the head of a page: where to follow it, how to show a link to it, what it is.

Feeds, players and pictures are announced by absolute addresses, so only where the site has a public one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.content.content import Content
from macros.kinds import Shape
from macros.publishing.feed import Feed
from macros.publishing.follow import FEED_TYPES, feed_names
from macros.publishing.oembed import FILES as OEMBED_FILES
from macros.publishing.share_pictures import page_picture
from macros.publishing.structured_data import structured_data
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.rendering.environment import render

FEEDS_PAGE = "webinars/"
"""The page that announces every feed; the others announce that of all webinars."""


@dataclass(frozen=True)
class Alternate:
    """Another form of what a page shows."""

    url: str
    type: str
    title: str


def page_head(content: Content, page: Page, pages: Mapping[str, Page], feeds: Sequence[Feed]) -> str:
    """What goes into the head of a page; ``pages`` are all of them by their paths."""
    site = content.settings.public_url
    picture = page_picture(content, page) if site else None
    return render(
        "head.html",
        content.words,
        page=page,
        site_name=content.settings.site_name,
        url=f"{site}{page.url}" if site else "",
        type="article" if Shape.NEXT_STEP in page.kind.shape else "website",
        picture=picture,
        picture_url=f"{site}{picture.path}" if picture else "",
        links=[*_feed_links(page, feeds, content.words), *_player_links(content, page)],
        structured_data=Markup(structured_data(content, page, pages)),
    ).rstrip()


def _feed_links(page: Page, feeds: Sequence[Feed], words: Words) -> Iterator[Alternate]:
    names = feed_names(words)
    for feed in feeds if page.url == FEEDS_PAGE else feeds[:1]:
        for file in feed.files:
            yield Alternate(feed.url(file), FEED_TYPES[file], f"{feed.title} ({names[file]})")


def _player_links(content: Content, page: Page) -> Iterator[Alternate]:
    site = content.settings.public_url
    webinar = content.catalogue.by_slug.get(page.webinar_slug)
    if site and webinar:
        for file, type_ in OEMBED_FILES.items():
            yield Alternate(f"{site}{page.url}{file}", type_, webinar.title)

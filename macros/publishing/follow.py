"""Says on the catalogue's page how to follow the webinars, and what each file of a feed is for."""

from __future__ import annotations

from collections.abc import Sequence

from macros.publishing.catalogue_json import FILE, SCHEMA_FILE
from macros.publishing.feed import ATOM, JSON, PODCAST, Feed
from macros.reading.interface import Words
from macros.rendering.environment import render

FEED_TYPES = {PODCAST: "application/rss+xml", ATOM: "application/atom+xml", JSON: "application/feed+json"}
"""The media types of the files of a feed."""


def feed_names(words: Words) -> dict[str, str]:
    """What readers know the files of a feed by."""
    return {PODCAST: words.feeds.podcast, ATOM: words.feeds.atom, JSON: words.feeds.json_feed}


def render_follow(feeds: Sequence[Feed], words: Words, site_url: str) -> str:
    """The section about the feeds, the one of all webinars first; nothing where there are none."""
    if not feeds:
        return ""
    return render(
        "follow.html",
        words,
        all=feeds[0],
        others=feeds[1:],
        names=feed_names(words),
        types=FEED_TYPES,
        catalogue=f"{site_url}{FILE}",
        schema=f"{site_url}{SCHEMA_FILE}",
    )

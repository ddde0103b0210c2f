"""Writes a feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json

from macros.publishing.atom_feed import moment_of
from macros.publishing.feed import JSON, Enclosure, Feed, Item
from macros.rendering.presenters import presenters_line

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> str:
    """The feed with every webinar of it; those with a recording have it as an attachment."""
    publisher = feed.publisher
    made = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page_url,
        "feed_url": feed.url(JSON),
        "description": feed.summary,
        "icon": publisher.artwork,
        "authors": [{"name": publisher.name, "url": publisher.site_url}],
        "language": publisher.language,
        "items": [_item(item, feed) for item in feed.items],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item, feed: Feed) -> dict[str, object]:
    webinar = item.webinar
    made: dict[str, object] = {
        "id": item.url,
        "url": item.url,
        "title": webinar.title,
        "summary": webinar.summary,
        "content_html": item.html,
        "date_published": moment_of(item.published),
        "authors": [{"name": presenters_line(webinar.presenters) or feed.publisher.name}],
        "tags": [topic.name for topic in webinar.topics],
        "language": webinar.language,
    }
    if item.enclosure:
        made["attachments"] = [_attachment(item, item.enclosure)]
    return made


def _attachment(item: Item, enclosure: Enclosure) -> dict[str, object]:
    made: dict[str, object] = {
        "url": enclosure.url,
        "mime_type": enclosure.type,
        "title": item.webinar.title,
        "duration_in_seconds": round(item.webinar.duration),
    }
    if enclosure.size:
        made["size_in_bytes"] = enclosure.size
    return made

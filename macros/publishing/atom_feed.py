"""Writes a feed as Atom: RFC 4287 (https://www.rfc-editor.org/rfc/rfc4287)."""

from __future__ import annotations

import datetime
from xml.etree.ElementTree import Element

from macros.publishing.feed import ATOM, Feed, Item
from macros.publishing.xml_text import add, as_text
from macros.reading.fields import CC_BY
from macros.rendering.presenters import presenters_line

NAMESPACE = "http://www.w3.org/2005/Atom"


def atom_feed(feed: Feed) -> str:
    """The feed with every webinar of it; those with a recording have it as an enclosure."""
    publisher = feed.publisher
    # Without a prefix, as every reader of feeds knows it.
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": publisher.language})
    add(root, "id", feed.url(ATOM))
    add(root, "title", feed.title)
    add(root, "subtitle", feed.summary)
    add(root, "updated", moment_of(feed.updated))
    add(add(root, "author"), "name", publisher.name)
    add(root, "link", rel="self", type="application/atom+xml", href=feed.url(ATOM))
    add(root, "link", rel="alternate", type="text/html", href=feed.page_url)
    add(root, "logo", publisher.artwork)
    add(root, "rights", f"{CC_BY.name}, {CC_BY.url}")
    for item in feed.items:
        _add_entry(add(root, "entry"), item, feed)
    return as_text(root)


def _add_entry(entry: Element, item: Item, feed: Feed) -> None:
    webinar = item.webinar
    add(entry, "id", item.url)
    add(entry, "title", webinar.title)
    add(entry, "published", moment_of(item.published))
    add(entry, "updated", moment_of(item.published))
    add(add(entry, "author"), "name", presenters_line(webinar.presenters) or feed.publisher.name)
    add(entry, "link", rel="alternate", type="text/html", href=item.url)
    if item.enclosure:
        size = {"length": str(item.enclosure.size)} if item.enclosure.size else {}
        add(entry, "link", rel="enclosure", type=item.enclosure.type, href=item.enclosure.url, **size)
    for topic in webinar.topics:
        add(entry, "category", term=topic.id, label=topic.name)
    add(entry, "summary", webinar.summary)
    add(entry, "content", item.html, type="html")


def moment_of(moment: datetime.datetime) -> str:
    """``2026-11-23T00:00:00Z``: RFC 3339, for a moment in UTC."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"

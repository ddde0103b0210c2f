"""Writes a feed for podcast apps: RSS 2.0 with the tags that these apps read.

The specifications: https://www.rssboard.org/rss-specification, Apple's "A Podcaster's Guide to RSS"
(https://help.apple.com/itc/podcasts_connect/#/itcb54353390), and the Podcasting 2.0 namespace
(https://podcasting2.org/docs/podcast-namespace): chapters, transcripts, licence, medium and a lasting id.
"""

from __future__ import annotations

import json
import uuid
from email.utils import format_datetime
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from macros.model import Webinar
from macros.publishing.feed import PODCAST, Enclosure, Feed, Item, Publisher
from macros.publishing.xml_text import add, as_text
from macros.reading.fields import CC_BY
from macros.rendering.presenters import presenters_line

CHAPTERS = "chapters.json"
"""Beside a webinar's page: its chapters as podcast apps read them."""

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
for _prefix, _uri in (("atom", _ATOM), ("content", _CONTENT), ("itunes", _ITUNES), ("podcast", _PODCAST)):
    ElementTree.register_namespace(_prefix, _uri)

_CATEGORY = "Education"
"""One of Apple's categories."""

_IDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcasts' ids: Podcasting 2.0, podcast:guid."""


def podcast_feed(feed: Feed) -> str:
    """The feed with every webinar of it that can be played."""
    rss = Element("rss", {"version": "2.0"})
    channel = SubElement(rss, "channel")
    _add_channel(channel, feed)
    for number, (item, enclosure) in enumerate(feed.episodes, start=1):
        _add_item(SubElement(channel, "item"), item, enclosure, feed.publisher, number if feed.is_course else 0)
    return as_text(rss)


def _add_channel(channel: Element, feed: Feed) -> None:
    publisher, url = feed.publisher, feed.url(PODCAST)
    add(channel, "title", feed.title)
    add(channel, "link", feed.page_url)
    add(channel, "description", feed.summary)
    add(channel, "language", publisher.language)
    add(channel, "copyright", f"{CC_BY.name}, {CC_BY.url}")
    add(channel, "lastBuildDate", format_datetime(feed.updated, usegmt=True))
    add(channel, f"{{{_ATOM}}}link", href=url, rel="self", type="application/rss+xml")
    add(channel, f"{{{_ITUNES}}}author", publisher.name)
    if publisher.email:
        owner = add(channel, f"{{{_ITUNES}}}owner")
        add(owner, f"{{{_ITUNES}}}name", publisher.name)
        add(owner, f"{{{_ITUNES}}}email", publisher.email)
    add(channel, f"{{{_ITUNES}}}image", href=publisher.artwork)
    SubElement(channel, f"{{{_ITUNES}}}category", {"text": _CATEGORY})
    add(channel, f"{{{_ITUNES}}}explicit", "false")
    add(channel, f"{{{_ITUNES}}}type", "serial" if feed.is_course else "episodic")
    add(channel, f"{{{_PODCAST}}}guid", podcast_id(url))
    add(channel, f"{{{_PODCAST}}}medium", "course" if feed.is_course else "podcast")
    add(channel, f"{{{_PODCAST}}}license", CC_BY.id.lower(), url=CC_BY.url)


def podcast_id(url: str) -> str:
    """The id that a podcast keeps in every directory: made of its address without scheme and last slashes."""
    return str(uuid.uuid5(_IDS, url.split("://", 1)[1].rstrip("/")))


def _add_item(item: Element, shown: Item, enclosure: Enclosure, publisher: Publisher, episode: int) -> None:
    webinar = shown.webinar
    add(item, "title", webinar.title)
    add(item, "link", shown.url)
    add(item, "description", webinar.summary)
    add(item, f"{{{_CONTENT}}}encoded", shown.html)
    add(item, "guid", shown.url, isPermaLink="true")
    add(item, "pubDate", format_datetime(shown.published, usegmt=True))
    for topic in webinar.topics:
        add(item, "category", topic.name)
    add(item, "enclosure", url=enclosure.url, length=str(enclosure.size), type=enclosure.type)
    add(item, f"{{{_ITUNES}}}author", presenters_line(webinar.presenters) or publisher.name)
    add(item, f"{{{_ITUNES}}}duration", str(round(webinar.duration)))
    add(item, f"{{{_ITUNES}}}explicit", "false")
    add(item, f"{{{_ITUNES}}}episodeType", "full")
    if episode:
        add(item, f"{{{_ITUNES}}}episode", str(episode))
    for language in webinar.words.languages:
        captions = f"{shown.url}captions.{language}.vtt"
        add(item, f"{{{_PODCAST}}}transcript", url=captions, type="text/vtt", language=language, rel="captions")
    page = f"{shown.url}transcript.html"
    add(item, f"{{{_PODCAST}}}transcript", url=page, type="text/html", language=webinar.language)
    add(item, f"{{{_PODCAST}}}chapters", url=f"{shown.url}{CHAPTERS}", type="application/json+chapters")


def chapters_json(webinar: Webinar, url: str) -> str:
    """The chapters of a webinar whose page is at ``url``: Podcasting 2.0, JSON Chapters 1.2."""
    chapters = [
        {"startTime": round(chapter.start, 3), "title": chapter.title, "url": f"{url}#{chapter.anchor}"}
        for chapter in webinar.chapters
    ]
    return json.dumps({"version": "1.2.0", "chapters": chapters}, ensure_ascii=False, indent=1) + "\n"

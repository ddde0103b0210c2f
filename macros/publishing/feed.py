"""What a feed holds, whatever its format: one for all webinars, one for each topic and for each learning path.

A feed needs absolute addresses (the specifications of RSS, Atom and JSON Feed all say so), so a site without a public
address has none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from macros.content.content import Content
from macros.model import MediaFile, Narration, Webinar
from macros.publishing.share_pictures import ARTWORK
from macros.reading.interface import Words
from macros.reading.paths import LearningPath, WebinarStep
from macros.rendering.environment import render
from macros.rendering.webinar import media
from macros.settings import Settings

FOLDER = "feeds"
PODCAST, ATOM, JSON = "podcast.xml", "atom.xml", "feed.json"
"""The names of a feed's files, one a format."""

"""Of the feed itself, as of all text of the site; each webinar names its own."""


@dataclass(frozen=True)
class Enclosure:
    """The recording of an item. ``size`` is in bytes, 0 where it lies elsewhere and nobody here knows it."""

    url: str
    type: str
    size: int


@dataclass(frozen=True)
class Item:
    """A webinar as feeds show it: absolute addresses, and its ``html`` for those who read it there."""

    webinar: Webinar
    url: str
    html: str
    enclosure: Enclosure | None

    @property
    def published(self) -> datetime.datetime:
        """The first moment of the day on which it was published, in UTC: webinars have a date alone."""
        return datetime.datetime.combine(self.webinar.published, datetime.time(), datetime.UTC)


@dataclass(frozen=True)
class Publisher:
    """Who the feeds are from. ``email`` may be empty."""

    site_url: str
    site_name: str
    name: str
    email: str
    language: str

    @property
    def artwork(self) -> str:
        """The address of the square picture that podcast apps show."""
        return f"{self.site_url}{ARTWORK}"


@dataclass(frozen=True)
class Feed:
    """Webinars to follow. ``id`` names the folder of its files; ``page_url`` is where the site lists the same webinars.

    ``is_course`` says that the items are in the order of a learning path, one after the other; in the other feeds the
    newest comes first.
    """

    id: str
    name: str
    summary: str
    page_url: str
    is_course: bool
    items: tuple[Item, ...]
    publisher: Publisher

    @property
    def title(self) -> str:
        """Its name in an app, among feeds of other sites."""
        return f"{self.publisher.site_name}: {self.name}"

    @property
    def episodes(self) -> tuple[tuple[Item, Enclosure], ...]:
        """The items that a podcast app can play, each with its recording."""
        return tuple((item, item.enclosure) for item in self.items if item.enclosure)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files. Without a recording there is none for podcast apps."""
        return (PODCAST, ATOM, JSON) if self.episodes else (ATOM, JSON)

    @property
    def updated(self) -> datetime.datetime:
        """When its newest item was published: the same content gives the same bytes."""
        return max(item.published for item in self.items)

    def path(self, file: str) -> str:
        """Where one of its files is, from the top of the site."""
        return f"{FOLDER}/{self.id}/{file}"

    def url(self, file: str) -> str:
        """The address of one of its files."""
        return f"{self.publisher.site_url}{self.path(file)}"


def feeds(content: Content) -> tuple[Feed, ...]:
    """Every feed with a webinar in it: all, then by topic, then by path; none without a public address."""
    settings = content.settings
    if not settings.public_url:
        return ()
    publisher = Publisher(
        settings.public_url,
        settings.site_name,
        settings.owner or settings.site_name,
        settings.contact if "@" in settings.contact and "/" not in settings.contact else "",
        content.words.language,
    )
    items = {w.slug: _item(w, settings, content.words) for w in content.catalogue.webinars}
    return tuple(feed for feed in _feeds(content, publisher, items) if feed.items)


def _feeds(content: Content, publisher: Publisher, items: dict[str, Item]) -> Iterator[Feed]:
    said, page = content.words.feeds, f"{publisher.site_url}webinars/"
    site = publisher.site_name
    yield Feed("all", said.all, said.about_all.format(site=site), page, False, tuple(items.values()), publisher)
    for topic in content.catalogue.vocabulary.topics.values():
        own = tuple(item for item in items.values() if topic in item.webinar.topics)
        summary = said.about_topic.format(site=site, topic=topic.name)
        yield Feed(f"topic-{topic.id}", topic.name, summary, f"{page}#topic-{topic.id}", False, own, publisher)
    for path in content.paths:
        own = tuple(items[slug] for slug in _webinars(path))
        yield Feed(f"path-{path.id}", path.title, path.summary, f"{page}#{path.id}", True, own, publisher)


def _webinars(path: LearningPath) -> Iterator[str]:
    return (step.slug for step in path.steps if isinstance(step, WebinarStep))


def _item(webinar: Webinar, settings: Settings, words: Words) -> Item:
    url = f"{settings.public_url}webinars/{webinar.slug}/"
    html = render("feed_item.html", words, webinar=webinar, url=url)
    return Item(webinar, url, str(html), _enclosure(webinar, url))


def _enclosure(webinar: Webinar, url: str) -> Enclosure | None:
    played = media(webinar)
    if played is None:
        return None
    match webinar.recording:
        case Narration(audio=path) | MediaFile(path=path) if path is not None:
            size = path.stat().st_size
        case _:
            # On a server of its own: RSS Advisory Board, Really Simple Syndication Best Practices Profile, 4.2.3.
            size = 0
    return Enclosure(played.address(url), played.type, size)

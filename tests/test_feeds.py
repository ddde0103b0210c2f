"""Feeds: podcast apps and feed readers can follow all webinars, a topic, or a learning path.

The schemas in tests/schemas/ were written from the specifications; see its README.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from bs4 import BeautifulSoup

from macros.checked import checked_content, with_audio
from macros.cli import main
from macros.content.content import Content
from macros.content.reading import read_parts
from macros.model import MediaFile, Webinar
from macros.publishing.atom_feed import atom_feed
from macros.publishing.feed import ATOM, FOLDER, JSON, PODCAST, Feed, feeds
from macros.publishing.json_feed import json_feed
from macros.publishing.podcast_feed import chapters_json, podcast_feed, podcast_id
from macros.publishing.publish import without_public_address
from tests.fixture_project import PUBLIC_URL
from tests.hostile import TITLES, with_title
from tests.validators import json_faults, xml_faults

ATOM_NAMES = {"a": "http://www.w3.org/2005/Atom"}
NAMES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
WRITERS: dict[str, Callable[[Feed], str]] = {PODCAST: podcast_feed, ATOM: atom_feed, JSON: json_feed}
VALIDATORS: dict[str, Callable[[str], list[str]]] = {
    PODCAST: lambda text: xml_faults("podcast", text),
    ATOM: lambda text: xml_faults("atom", text),
    JSON: lambda text: json_faults("json-feed", [text])[0],
}


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return with_audio(checked_content(public_project), print)


def feed_of(content: Content, id_: str) -> Feed:
    """The feed of this id."""
    return next(feed for feed in feeds(content) if feed.id == id_)


def channel(text: str) -> Element:
    """The one channel of an RSS feed."""
    found = ElementTree.fromstring(text).find("channel")
    assert found is not None
    return found


def words(element: Element, path: str, names: dict[str, str] = NAMES) -> list[str]:
    """The text of everything at this path."""
    return [found.text or "" for found in element.findall(path, names)]


def test_there_is_a_feed_for_all_for_each_topic_and_for_each_path(content: Content) -> None:
    made = {feed.id: [item.webinar.slug for item in feed.items] for feed in feeds(content)}
    assert set(made) == {"all", "topic-basics", "topic-ladder", "topic-access", "path-first-steps"}
    assert made["all"] == [webinar.slug for webinar in content.catalogue.webinars]
    assert made["topic-access"] == ["a-short-script"]


@pytest.mark.parametrize("file", WRITERS)
def test_every_feed_keeps_to_its_specification(content: Content, file: str) -> None:
    texts = [WRITERS[file](feed) for feed in feeds(content) if file in feed.files]
    assert len(texts) >= 4
    assert [fault for text in texts for fault in VALIDATORS[file](text)] == []


@pytest.mark.parametrize(
    ("file", "good", "bad"),
    [
        (PODCAST, r' length="\d+"', ""),
        (PODCAST, r"<itunes:image [^>]*/>", ""),
        (PODCAST, r"<pubDate>.*?</pubDate>", "<pubDate>2026-11-01</pubDate>"),
        (PODCAST, r"<link>[^<]*</link>", "<link>webinars/</link>"),
        (PODCAST, r"<itunes:explicit>false", "<itunes:explicit>no"),
        (PODCAST, r"<title>[^<]*</title>", "<title> </title>"),
        (ATOM, r"<updated>[^<]*</updated>", ""),
        (ATOM, r"<id>[^<]*</id>", "<id>webinars/a</id>"),
        (ATOM, r'type="html"', 'type="text/html"'),
        (JSON, r'"feed_url"', '"url"'),
        (JSON, r'"date_published": "[^"]*"', '"date_published": "1 November"'),
        (JSON, r'"id": "https:', '"id": "'),
    ],
)
def test_the_validators_find_a_planted_fault(content: Content, file: str, good: str, bad: str) -> None:
    text = WRITERS[file](feed_of(content, "all"))
    spoilt = re.sub(good, bad, text, count=1)
    assert spoilt != text
    assert VALIDATORS[file](spoilt) != []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_no_title_breaks_a_feed(content: Content, title: str) -> None:
    hostile = with_title(content, title)
    feed = feed_of(hostile, "all")
    texts = {file: WRITERS[file](feed) for file in WRITERS}
    assert {file: VALIDATORS[file](text) for file, text in texts.items()} == {file: [] for file in WRITERS}
    assert set(words(channel(texts[PODCAST]), "item/title")) == {title}
    assert set(words(ElementTree.fromstring(texts[ATOM]), "a:entry/a:title", ATOM_NAMES)) == {title}
    assert {item["title"] for item in json.loads(texts[JSON])["items"]} == {title}
    shown = BeautifulSoup(words(channel(texts[PODCAST]), "item/content:encoded")[0], "html.parser")
    assert shown.find("script") is None
    assert shown.p
    assert shown.p.get_text() == f"{title}."


def test_a_podcast_has_the_webinars_that_can_be_played_and_the_others_have_all(content: Content) -> None:
    feed = feed_of(content, "all")
    playable = [w for w in content.catalogue.webinars if w.has_media and not w.slug.startswith("elsewhere")]
    assert len(words(channel(podcast_feed(feed)), "item/title")) == len(playable) == 4
    entries = ElementTree.fromstring(atom_feed(feed)).findall("a:entry", ATOM_NAMES)
    assert len(entries) == len(content.catalogue.webinars)
    enclosed = [entry for entry in entries if entry.findall("a:link[@rel='enclosure']", ATOM_NAMES)]
    assert len(enclosed) == len(playable)


def test_without_a_recording_there_is_no_podcast(content: Content) -> None:
    def silent(webinar: Webinar) -> bool:
        return webinar.slug == "elsewhere-on-youtube"

    webinars = tuple(filter(silent, content.catalogue.webinars))
    only = replace(content, paths=(), catalogue=replace(content.catalogue, webinars=webinars))
    assert [feed.files for feed in feeds(only)] == [(ATOM, JSON)] * 2


def test_a_path_is_a_course_with_its_episodes_in_its_order(content: Content) -> None:
    found = channel(podcast_feed(feed_of(content, "path-first-steps")))
    assert words(found, "itunes:type") == ["serial"]
    assert words(found, "podcast:medium") == ["course"]
    assert words(found, "item/title")[0] == "Talking it over"
    assert words(found, "item/itunes:episode") == ["1", "2"]
    assert words(channel(podcast_feed(feed_of(content, "all"))), "item/itunes:episode") == []


def test_an_enclosure_has_the_type_and_the_size_of_its_file(content: Content, public_site: Path) -> None:
    for enclosure in channel(podcast_feed(feed_of(content, "all"))).findall("item/enclosure"):
        address, length = enclosure.get("url", ""), int(enclosure.get("length", ""))
        if address.startswith(PUBLIC_URL):
            assert (public_site / address.removeprefix(PUBLIC_URL)).stat().st_size == length > 1000
        else:
            # On storage of its own; its size is not known here, and 0 says so.
            assert (address, length) == ("https://media.example.org/talk.webm", 0)
        ending = address.rsplit(".", 1)[-1]
        assert enclosure.get("type") == {"mp3": "audio/mpeg", "wav": "audio/wav", "webm": "video/webm"}[ending]


def test_who_answers_stands_in_the_podcast(content: Content) -> None:
    found = channel(podcast_feed(feed_of(content, "all")))
    assert words(found, "itunes:owner/itunes:email") == ["hello@club.github.io"]
    assert words(found, "itunes:author") == ["A made-up club"]
    on_the_web = replace(content, settings=replace(content.settings, contact="https://club.github.io/@us", owner=""))
    found = channel(podcast_feed(feed_of(on_the_web, "all")))
    assert words(found, "itunes:owner/itunes:email") == []
    assert words(found, "itunes:author") == [content.settings.site_name]


def test_a_podcast_keeps_its_id_whatever_the_scheme() -> None:
    """The example of the specification: https://podcasting2.org/docs/podcast-namespace/tags/guid."""
    assert podcast_id("https://podnews.net/rss") == podcast_id("http://podnews.net/rss/")
    assert podcast_id("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"


def test_chapters_keep_to_their_specification(content: Content) -> None:
    texts = [chapters_json(webinar, f"{PUBLIC_URL}webinars/{webinar.slug}/") for webinar in content.catalogue.webinars]
    assert [fault for faults in json_faults("chapters", texts) for fault in faults] == []
    assert json.loads(texts[0])["chapters"][0]["title"] == content.catalogue.webinars[0].chapters[0].title


def addresses(site: Path) -> Iterator[str]:
    """Every address in every feed of a built site."""
    for path in sorted((site / FOLDER).glob("*/*")):
        yield from re.findall(r"https?://[^\s\"'<>&\\)]+", path.read_text(encoding="utf-8"))


def test_every_address_in_a_feed_leads_to_a_file_of_the_site(public_site: Path) -> None:
    own = {address.split("#")[0] for address in addresses(public_site) if address.startswith(PUBLIC_URL)}
    assert {address.rsplit("/", 1)[-1] for address in own} >= {"chapters.json", "captions.en.vtt", "transcript.html"}
    for address in own:
        path = public_site / address.removeprefix(PUBLIC_URL)
        assert (path / "index.html" if address.endswith("/") else path).is_file(), address


def test_two_readings_give_the_same_bytes(content: Content, public_project: Path, public_site: Path) -> None:
    parts = read_parts(public_project)
    assert parts.content
    again = with_audio(parts.content, print)
    for feed in feeds(again):
        for file in feed.files:
            assert (public_site / feed.path(file)).read_text(encoding="utf-8") == WRITERS[file](feed)
    assert again is not content


def test_the_catalogue_leads_to_every_feed(content: Content, public_site: Path) -> None:
    page = BeautifulSoup((public_site / "webinars" / "index.html").read_text(encoding="utf-8"), "html.parser")
    linked = {str(link["href"]) for link in page.select("section.feeds a")}
    every = {feed.url(file) for feed in feeds(content) for file in feed.files}
    assert every < linked
    assert linked - every == {f"{PUBLIC_URL}catalogue.json", f"{PUBLIC_URL}catalogue.schema.json"}
    assert {str(link["href"]) for link in page.select("head link[rel=alternate]")} == every
    names = [link.get_text() for link in page.select("section.feeds li a, section.feeds p:nth-of-type(2) a")]
    assert len(names) == len(set(names)) == len(every)


def test_every_page_announces_the_feed_of_all_webinars(public_site: Path) -> None:
    for path in public_site.rglob("index.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        if not page.select("meta[name=robots]"):
            assert page.select_one(f"head link[rel=alternate][href='{PUBLIC_URL}feeds/all/{PODCAST}']"), path


def test_without_a_public_address_there_is_no_feed_and_no_word_of_one(fixture_site: Path) -> None:
    assert not (fixture_site / FOLDER).exists()
    assert list(fixture_site.rglob("oembed.*")) == list(fixture_site.rglob("chapters.json")) == []
    assert list(fixture_site.rglob("share.png")) == []
    text = (fixture_site / "webinars" / "index.html").read_text(encoding="utf-8")
    assert 'class="feeds' not in text
    assert "data-place-of" not in text
    assert 'rel="alternate"' not in text
    assert "127.0.0.1" not in (fixture_site / "catalogue.json").read_text(encoding="utf-8")


def test_one_line_says_why_there_are_none(
    fixture_project: Path, fixture_site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(fixture_project), "publish", str(fixture_site)]) == 0
    said = [line for line in capsys.readouterr().err.splitlines() if "feeds" in line]
    assert said == [
        "No feeds, share pictures or oEmbed files: they need the site's public address, and 'site_url' (SITE_URL) is "
        "http://127.0.0.1:8000/"
    ]


def test_a_public_address_needs_no_such_line(content: Content) -> None:
    assert without_public_address(content.settings) == ""


def test_a_recording_on_storage_of_its_own_is_told_without_a_size(content: Content) -> None:
    data = json.loads(json_feed(feed_of(content, "all")))
    elsewhere = next(
        w for w in content.catalogue.webinars if isinstance(w.recording, MediaFile) and w.recording.path is None
    )
    item = next(item for item in data["items"] if item["title"] == elsewhere.title)
    assert "size_in_bytes" not in item["attachments"][0]

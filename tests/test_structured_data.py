"""Structured data: programs read on every page what it is, in the words of https://schema.org/."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.checked import checked_content, with_audio
from macros.content.content import Content
from macros.kinds import PAGE_KINDS
from macros.publishing.head import page_head
from macros.publishing.structured_data import structured_data
from macros.reading.pages import Page
from tests.fixture_project import PUBLIC_URL
from tests.hostile import TITLES, with_title

THING = {"@type", "name", "description", "url", "image"}
CREATIVE_WORK = THING | {
    "inLanguage", "license", "accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilityHazard",
    "dateModified", "datePublished", "creditText", "headline", "author", "timeRequired", "learningResourceType",
    "teaches", "audience", "about", "hasPart", "thumbnailUrl", "isAccessibleForFree", "publisher", "isPartOf",
}  # fmt: skip
MEDIA = CREATIVE_WORK | {"duration", "uploadDate", "embedUrl", "contentUrl", "encodingFormat", "transcript", "caption"}
PROPERTIES = {
    "WebPage": CREATIVE_WORK, "CollectionPage": CREATIVE_WORK, "Article": CREATIVE_WORK, "WebSite": CREATIVE_WORK,
    "LearningResource": CREATIVE_WORK, "AudioObject": MEDIA, "VideoObject": MEDIA, "MediaObject": MEDIA,
    "Clip": CREATIVE_WORK | {"startOffset", "endOffset"},
    "DefinedTerm": THING, "DefinedTermSet": CREATIVE_WORK | {"hasDefinedTerm"},
    "BreadcrumbList": THING | {"itemListElement"}, "ItemList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
    "Audience": THING | {"audienceType"}, "Person": THING | {"jobTitle", "affiliation"}, "Organization": THING,
    "Thing": THING,
}  # fmt: skip
"""What schema.org lets a type have, as far as we use it (from the pages of these types)."""

FEATURES = {"alternativeText", "audioDescription", "captions", "displayTransformability", "signLanguage",
            "structuralNavigation", "transcript"}  # fmt: skip
HAZARDS = {"none", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard", "unknown", "unknownSoundHazard"}
"""Terms of the W3C's Schema.org Accessibility Properties for Discoverability Vocabulary."""

LARGEST_HEAD = 2_500
"""Bytes, compressed, that the head of a page of our own may bring: a tenth of what a guide weighs."""


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return with_audio(checked_content(public_project), print)


def nodes(value: object) -> Iterator[dict[str, object]]:
    """Everything with a type in it."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for inner in value.values():
            yield from nodes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from nodes(inner)


def types(node: dict[str, object]) -> list[str]:
    """The types of a node."""
    found = node["@type"]
    return [str(name) for name in found] if isinstance(found, list) else [str(found)]


def misused(data: object) -> list[str]:
    """Properties that no type of their node has, and types that nobody knows here."""
    return [
        f"{'/'.join(types(node))}: {name}"
        for node in nodes(data)
        for name in node
        if not any(name in PROPERTIES.get(type_, set()) for type_ in types(node))
    ]


def data_of(content: Content, path: str) -> list[dict[str, object]]:
    """The graph of a page."""
    pages = {page.path: page for page in content.pages}
    graph = json.loads(structured_data(content, pages[path], pages))["@graph"]
    assert isinstance(graph, list)
    return graph


def heads(site: Path) -> Iterator[tuple[Path, BeautifulSoup]]:
    """Every page of a built site but those that lead on and those for frames."""
    for path in sorted(site.rglob("index.html")):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        if not page.select("meta[name=robots]"):
            yield path, page


def test_every_page_says_what_it_is_in_words_that_schema_org_knows(public_site: Path, fixture_site: Path) -> None:
    for site in (public_site, fixture_site):
        found = list(heads(site))
        assert len(found) > 8
        for path, page in found:
            scripts = page.select("head script[type='application/ld+json']")
            assert len(scripts) == 1, path
            data = json.loads(scripts[0].get_text())
            assert data["@context"] == "https://schema.org"
            assert misused(data) == [], path
            for node in nodes(data):
                assert set(node.get("accessibilityFeature", [])) <= FEATURES
                assert set(node.get("accessibilityHazard", [])) <= HAZARDS


def test_a_property_in_the_wrong_place_is_found() -> None:
    planted = {"@graph": [{"@type": "Article", "startOffset": 1}, {"@type": ["Person"], "jobTitle": "coach"}]}
    assert misused(planted) == ["Article: startOffset"]
    assert misused({"@type": "Guide", "name": "x"}) == ["Guide: @type", "Guide: name"]


def test_the_page_of_a_transcript_says_what_its_webinar_is(public_site: Path) -> None:
    folder = public_site / "webinars" / "talking-it-over"
    of = [
        BeautifulSoup((folder / name).read_text(encoding="utf-8"), "html.parser").select("script[type*=ld]")
        for name in ("index.html", "transcript.html")
    ]
    assert of[0] == of[1] != []


def test_nothing_of_the_build_is_left_in_a_page(public_site: Path, fixture_site: Path) -> None:
    for site in (public_site, fixture_site):
        for path in site.rglob("*.html"):
            text = path.read_text(encoding="utf-8")
            assert 'name="place"' not in text, path
            assert "data-place-of" not in text, path


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
@pytest.mark.parametrize("path", ["webinars/a-short-script.md", "understand/the-ladder.md"])
def test_no_title_ends_the_head_or_changes_in_it(content: Content, path: str, title: str) -> None:
    """As a browser reads it, not as a pattern does."""
    hostile = with_title(content, title)
    pages = {
        page.path: replace(page, front=page.front.model_copy(update={"title": title, "description": f"{title}."}))
        for page in content.pages
    }
    head = page_head(hostile, pages[path], pages, ())
    soup = BeautifulSoup(f"<head>{head}</head><body><p>after</p></body>", "html.parser")
    assert [script["type"] for script in soup.find_all("script")] == ["application/ld+json"]
    assert "<" not in soup.find_all("script")[0].get_text()
    graph = json.loads(soup.find_all("script")[0].get_text())["@graph"]
    assert graph[0]["name"] == title
    assert graph[0]["description"] == f"{title}."
    said = {str(tag.get("property")): tag["content"] for tag in soup.find_all("meta")}
    assert said["og:title"] == title
    assert soup.body
    assert soup.body.get_text() == "after"


def test_a_recording_is_told_with_its_parts_its_words_and_how_to_take_it_in(content: Content) -> None:
    webinar = data_of(content, "webinars/talking-it-over.md")[0]
    url = f"{PUBLIC_URL}webinars/talking-it-over/"
    assert webinar["@type"] == ["AudioObject", "LearningResource"]
    assert webinar["contentUrl"] == f"{url}talk.wav"
    assert webinar["transcript"] == f"{url}transcript.txt"
    assert webinar["duration"] == webinar["timeRequired"] == "PT1M0S"
    assert webinar["teaches"] == ["see a recorded webinar", "link to a moment of it"]
    assert webinar["hasPart"] == [
        {"@type": "Clip", "name": name, "startOffset": start, "endOffset": end, "url": f"{url}#t-{start}"}
        for name, start, end in (
            ("Saying hello", 0, 20),
            ("Talking about the pool", 20, 40),
            ("Saying goodbye", 40, 60),
        )
    ]
    assert webinar["accessibilityFeature"] == ["captions", "structuralNavigation", "transcript"]
    assert webinar["author"] == [
        {
            "@type": "Person",
            "name": "First Speaker",
            "jobTitle": "presenter",
            "affiliation": {"@type": "Organization", "name": "A made-up club"},
        },
        {"@type": "Person", "name": "Second Speaker"},
    ]


def test_a_computer_voice_is_no_person_and_its_talk_has_no_hazard(content: Content) -> None:
    webinar = data_of(content, "webinars/a-short-script.md")[0]
    assert webinar["author"] == [{"@type": "Organization", "name": "A made-up club", "url": PUBLIC_URL}]
    assert webinar["accessibilityHazard"] == ["noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]
    enough = webinar["accessModeSufficient"]
    assert isinstance(enough, list)
    assert [choice["itemListElement"] for choice in enough] == [["textual"], ["auditory"]]


def test_a_recording_on_another_site_is_played_there(content: Content) -> None:
    webinar = data_of(content, "webinars/elsewhere-on-youtube.md")[0]
    assert webinar["@type"] == ["VideoObject", "LearningResource"]
    assert str(webinar["embedUrl"]).startswith("https://www.youtube-nocookie.com/embed/")
    assert "contentUrl" not in webinar
    assert webinar["accessibilityHazard"] == ["unknown"]


def test_a_webinar_to_read_only_is_no_recording(content: Content) -> None:
    webinars = tuple(
        replace(w, recording=replace(w.recording, audio=None)) if w.is_narrated else w
        for w in content.catalogue.webinars
    )
    silent = replace(content, catalogue=replace(content.catalogue, webinars=webinars))
    webinar = data_of(silent, "webinars/a-short-script.md")[0]
    assert webinar["@type"] == "LearningResource"
    assert webinar["accessMode"] == ["textual"]
    assert not {"duration", "hasPart", "contentUrl", "embedUrl"} & set(webinar)


def test_the_ladders_rungs_are_terms_with_their_places(content: Content) -> None:
    terms = next(node for node in data_of(content, "understand/the-ladder.md") if node["@type"] == "DefinedTermSet")
    defined = terms["hasDefinedTerm"]
    assert isinstance(defined, list)
    assert [term["url"].rsplit("#")[-1] for term in defined] == list(content.catalogue.vocabulary.rungs)
    assert all(term["description"] for term in defined)


def test_breadcrumbs_lead_from_home_to_the_page(content: Content) -> None:
    crumbs = next(node for node in data_of(content, "webinars/a-short-script.md") if node["@type"] == "BreadcrumbList")
    steps = crumbs["itemListElement"]
    assert isinstance(steps, list)
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["item"] for step in steps] == [
        PUBLIC_URL,
        f"{PUBLIC_URL}webinars/",
        f"{PUBLIC_URL}webinars/a-short-script/",
    ]
    assert [node["@type"] for node in data_of(content, "index.md")] == [["CollectionPage"]]


def test_without_a_public_address_addresses_are_relative_to_the_page(content: Content) -> None:
    local = replace(content, settings=replace(content.settings, site_url="http://127.0.0.1:8000/"))
    text = json.dumps(data_of(local, "webinars/a-short-script.md"))
    assert "127.0.0.1" not in text
    assert "thumbnailUrl" not in text
    assert data_of(local, "webinars/a-short-script.md")[0]["url"] == "../../webinars/a-short-script/"


def test_every_kind_of_page_has_types_that_are_checked_here() -> None:
    assert {type_ for kind in PAGE_KINDS for type_ in kind.schema_types} <= set(PROPERTIES)


@pytest.fixture(scope="module")
def ours(root: Path) -> Content:
    """Our own content, as if it were published."""
    found = checked_content(root)
    return replace(found, settings=replace(found.settings, site_url="https://club.github.io/"))


def own_pages(ours: Content) -> Iterator[tuple[Page, str]]:
    """Each of our own pages with its head."""
    pages = {page.path: page for page in ours.pages}
    return ((page, page_head(ours, page, pages, ())) for page in ours.pages)


def test_no_head_of_our_own_pages_is_heavy(ours: Content) -> None:
    heavy = {page.path: len(gzip.compress(head.encode())) for page, head in own_pages(ours)}
    assert len(heavy) > 80
    # The glossary says its meanings a second time, for programs.
    assert {path: size for path, size in heavy.items() if size > LARGEST_HEAD and path != "glossary.md"} == {}


def test_every_guide_of_ours_says_what_it_teaches_and_how_long_it_takes(ours: Content) -> None:
    guides = [page.path for page in ours.pages if page.kind.id == "guide"]
    assert len(guides) > 20
    for path in guides:
        guide = data_of(ours, path)[0]
        assert guide["@type"] == ["Article", "LearningResource"]
        assert isinstance(guide["teaches"], list)
        assert len(guide["teaches"]) >= 2, path
        assert str(guide["timeRequired"]).startswith("PT"), path

"""oEmbed: a site that knows it shows the player where somebody pastes the address of a webinar."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from macros.checked import checked_content, with_audio
from macros.content.content import Content
from macros.publishing.oembed import FILES, oembed_files
from tests.content import WORDS
from tests.fixture_project import PUBLIC_URL
from tests.hostile import TITLES, with_title
from tests.validators import xml_faults

SLUGS = ("a-short-script", "talking-it-over", "elsewhere-on-youtube", "kept-on-our-own-storage")


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return with_audio(checked_content(public_project), print)


@pytest.mark.parametrize("slug", SLUGS)
def test_both_files_say_the_same_and_keep_to_the_specification(public_site: Path, slug: str) -> None:
    folder = public_site / "webinars" / slug
    data = json.loads((folder / "oembed.json").read_text(encoding="utf-8"))
    text = (folder / "oembed.xml").read_text(encoding="utf-8")
    assert xml_faults("oembed", text) == []
    assert {child.tag: child.text or "" for child in ElementTree.fromstring(text)} == {
        name: str(value) for name, value in data.items()
    }
    assert data["type"] == ("rich" if slug in {"a-short-script", "talking-it-over"} else "video")
    assert (public_site / data["thumbnail_url"].removeprefix(PUBLIC_URL)).is_file()


def test_the_validator_finds_a_planted_fault(public_site: Path) -> None:
    text = (public_site / "webinars" / SLUGS[0] / "oembed.xml").read_text(encoding="utf-8")
    assert xml_faults("oembed", text.replace("<width>640</width>", "")) != []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_webinars_page_announces_both_files(public_site: Path, slug: str) -> None:
    page = BeautifulSoup((public_site / "webinars" / slug / "index.html").read_text(encoding="utf-8"), "html.parser")
    for file, type_ in FILES.items():
        links = page.select(f"head link[rel=alternate][type='{type_}']")
        assert [link["href"] for link in links] == [f"{PUBLIC_URL}webinars/{slug}/{file}"]
    assert page.title
    others = BeautifulSoup((public_site / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert others.select("link[type*=oembed]") == []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_no_title_breaks_out_of_the_code(content: Content, title: str) -> None:
    webinar = with_title(content, title).catalogue.webinars[0]
    files = oembed_files(webinar, content.settings, WORDS)
    data = json.loads(files["oembed.json"])
    assert data["title"] == title
    assert xml_faults("oembed", files["oembed.xml"]) == []
    code = BeautifulSoup(data["html"], "html.parser")
    assert [tag.name for tag in code.find_all(True)] == ["iframe"]
    assert code.iframe
    assert code.iframe["title"] == title
    assert code.iframe["src"] == f"{PUBLIC_URL}webinars/{webinar.slug}/embed/"

"""catalogue.json: other programs can rely on its form, because a published schema says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.checked import checked_content, with_audio
from macros.content.content import Content
from macros.publishing.catalogue_json import FILE, SCHEMA_FILE, CatalogueFile, catalogue_json, catalogue_schema
from tests.content import WORDS
from tests.fixture_project import PUBLIC_URL
from tests.hostile import TITLES, with_title
from tests.validators import faults


@pytest.fixture(scope="module")
def content(public_project: Path) -> Content:
    """The content of the small project that has a public address."""
    return with_audio(checked_content(public_project), print)


def test_the_catalogue_keeps_to_the_schema_beside_it(public_site: Path, fixture_site: Path) -> None:
    for site in (public_site, fixture_site):
        data = json.loads((site / FILE).read_text(encoding="utf-8"))
        schema = json.loads((site / SCHEMA_FILE).read_text(encoding="utf-8"))
        assert len(data["webinars"]) == 7
        assert faults(schema, [data]) == [[]]
        assert data["$schema"] == f"{data['site']}{SCHEMA_FILE}"


@pytest.mark.parametrize(
    ("name", "value"), [("slug", None), ("seconds", "long"), ("chapters", {}), ("recording", 1), ("another", "field")]
)
def test_the_schema_finds_a_planted_fault(public_site: Path, name: str, value: object) -> None:
    data = json.loads((public_site / FILE).read_text(encoding="utf-8"))
    data["webinars"][0][name] = value
    assert faults(json.loads(catalogue_schema()), [data]) != [[]]


def test_another_version_is_refused(public_site: Path) -> None:
    data = json.loads((public_site / FILE).read_text(encoding="utf-8"))
    assert data["version"] == "1.0"
    assert faults(json.loads(catalogue_schema()), [data | {"version": "2.0"}]) != [[]]


def test_the_form_of_a_version_stays(root: Path) -> None:
    """A program that was written for 1.0 finds all of it. Whoever changes the form changes its version too."""
    schema = CatalogueFile.model_json_schema(mode="serialization")
    fields = {name: sorted(part["properties"]) for name, part in schema["$defs"].items()}
    assert sorted(schema["properties"]) == ["licence", "site", "version", "webinars"]
    assert fields["CatalogueWebinar"] == [
        "audiences", "captions", "chapters", "embed", "formats", "language", "licence", "made", "outcomes",
        "presenters", "published", "recording", "rungs", "seconds", "slug", "summary", "title", "topics",
        "transcript", "url",
    ]  # fmt: skip
    assert fields["CatalogueChapter"] == ["start", "title", "url"]
    assert fields["CatalogueRecording"] == ["type", "url"]
    assert fields["CatalogueMade"] == ["by", "rung", "when"]


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_no_title_breaks_it(content: Content, title: str) -> None:
    hostile = with_title(content, title)
    data = json.loads(catalogue_json(hostile.catalogue, PUBLIC_URL, WORDS))
    assert {webinar["title"] for webinar in data["webinars"]} == {title}


def test_two_builds_give_the_same_bytes(content: Content, public_site: Path) -> None:
    assert (public_site / FILE).read_text(encoding="utf-8") == catalogue_json(content.catalogue, PUBLIC_URL, WORDS)


def test_without_a_public_address_it_has_relative_ones(content: Content) -> None:
    data = json.loads(catalogue_json(content.catalogue, "", WORDS))
    assert data["site"] == ""
    assert data["webinars"][0]["url"] == f"webinars/{data['webinars'][0]['slug']}/"
    assert data["$schema"] == SCHEMA_FILE

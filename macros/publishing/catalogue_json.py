"""Writes catalogue.json: the catalogue for other sites and programs, and the JSON Schema that it keeps to.

Addresses are absolute where the site has a public one, else relative to the site's top, where the file stands.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.model import Catalogue, Webinar
from macros.reading.fields import CC_BY
from macros.reading.interface import Words
from macros.rendering.formats import formats
from macros.rendering.webinar import media

FILE = "catalogue.json"
SCHEMA_FILE = "catalogue.schema.json"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CataloguePresenter(_Part):
    """A person or a computer voice; role and organisation may be empty."""

    name: str
    role: str
    organisation: str


class CatalogueMade(_Part):
    """How a webinar came to be."""

    rung: str = Field(description="The rung of the ladder at which it was made.")
    by: str = Field(description="Who took part.")
    when: str = Field(description="The day of the last change.", json_schema_extra={"format": "date"})


class CatalogueChapter(_Part):
    """A chapter."""

    start: float = Field(description="Seconds from the start of the recording.", ge=0)
    title: str
    url: str = Field(description="Where it starts in the page.", json_schema_extra={"format": "uri-reference"})


class CatalogueRecording(_Part):
    """What can be played from the site or from the organisation's own storage."""

    url: str = Field(json_schema_extra={"format": "uri-reference"})
    type: str = Field(description="Its media type, such as audio/mpeg.")


class CatalogueWebinar(_Part):
    """A webinar."""

    slug: str = Field(description="Its name in addresses. It stays.")
    url: str = Field(description="Its page.", json_schema_extra={"format": "uri-reference"})
    title: str
    summary: str
    published: str = Field(json_schema_extra={"format": "date"})
    seconds: int = Field(description="The length of the recording, or of a reading aloud.", ge=0)
    language: str = Field(description="The language of the recording (BCP 47).")
    presenters: tuple[CataloguePresenter, ...]
    topics: tuple[str, ...] = Field(description="The ids of its topics, the main one first.")
    rungs: tuple[str, ...] = Field(description="The ids of the rungs that it is about, from the bottom.")
    audiences: tuple[str, ...] = Field(description="The ids of those for whom it is.")
    formats: tuple[str, ...] = Field(description="In which forms it can be had, such as read, listen, captions.")
    outcomes: tuple[str, ...] = Field(description="What you can do after it.")
    licence: str = Field(description="The licence's name in the SPDX list.")
    made: CatalogueMade
    recording: CatalogueRecording | None = Field(description="Null where it is to read only, or on another site.")
    captions: dict[str, str] = Field(description="The address of the captions (WebVTT) in each language.")
    transcript: str = Field(description="The words as plain text.", json_schema_extra={"format": "uri-reference"})
    embed: str = Field(description="The player for a frame.", json_schema_extra={"format": "uri-reference"})
    chapters: tuple[CatalogueChapter, ...]


class CatalogueFile(_Part):
    """All webinars of a site, newest first."""

    model_config = ConfigDict(title="The catalogue of webinars")

    version: Literal["1.0"] = Field(
        description="The version of this form. The first number is another one when something that a program may rely "
        "on is gone or means something else; the second when something is new."
    )
    site: str = Field(description="The site's public address; empty where it has none.")
    licence: str = Field(description="The licence of this list itself.")
    webinars: tuple[CatalogueWebinar, ...]


def catalogue_json(catalogue: Catalogue, site_url: str, words: Words) -> str:
    """Every webinar with its address, length, chapters and files. ``site_url`` is public, or empty."""
    file = CatalogueFile(
        version="1.0",
        site=site_url,
        licence=CC_BY.id,
        webinars=tuple(_webinar(webinar, site_url, words) for webinar in catalogue.webinars),
    )
    data = {"$schema": f"{site_url}{SCHEMA_FILE}", **file.model_dump(mode="json")}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def catalogue_schema() -> str:
    """The JSON Schema (draft 2020-12) of catalogue.json."""
    made: dict[str, Any] = CatalogueFile.model_json_schema(mode="serialization")
    made["properties"] = {"$schema": {"type": "string", "format": "uri-reference"}, **made["properties"]}
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _webinar(webinar: Webinar, site_url: str, words: Words) -> CatalogueWebinar:
    url = f"{site_url}webinars/{webinar.slug}/"
    played = media(webinar)
    return CatalogueWebinar(
        slug=webinar.slug,
        url=url,
        title=webinar.title,
        summary=webinar.summary,
        published=webinar.published.isoformat(),
        seconds=round(webinar.duration),
        language=webinar.language,
        presenters=tuple(
            CataloguePresenter(name=p.name, role=p.role, organisation=p.organisation) for p in webinar.presenters
        ),
        topics=tuple(topic.id for topic in webinar.topics),
        rungs=tuple(rung.id for rung in webinar.rungs),
        audiences=tuple(audience.id for audience in webinar.audiences),
        formats=tuple(item.id for item in formats(webinar, words)),
        outcomes=webinar.outcomes,
        licence=webinar.licence.id,
        made=CatalogueMade(rung=webinar.made.rung.id, by=webinar.made.by, when=webinar.made.when.isoformat()),
        recording=CatalogueRecording(url=played.address(url), type=played.type) if played else None,
        captions={language: f"{url}captions.{language}.vtt" for language in webinar.words.languages},
        transcript=f"{url}transcript.txt",
        embed=f"{url}embed/",
        chapters=tuple(
            CatalogueChapter(start=round(c.start, 3), title=c.title, url=f"{url}#{c.anchor}") for c in webinar.chapters
        ),
    )

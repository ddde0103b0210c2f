"""Says for programs what a page is: JSON-LD with the words of https://schema.org/.

What a page says to people is here in the same words: a search engine shows nothing that a reader does not find.
Accessibility is told in the terms of the W3C's vocabulary (https://www.w3.org/community/reports/a11y-discov-vocab/).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from macros.content.content import Content
from macros.kinds import Shape
from macros.model import MediaFile, OutsideRecording, Presenter, Webinar
from macros.publishing.share_pictures import page_picture
from macros.reading.fields import CC_BY
from macros.reading.pages import Page
from macros.reading.paths import words_to_read
from macros.rendering.environment import machine_length
from macros.rendering.formats import is_video
from macros.rendering.paths import reading_minutes
from macros.rendering.search import GLOSSARY, LADDER
from macros.rendering.webinar import media, needs_no_description
from macros.settings import Settings

Node = dict[str, object]
"""Something with a type and properties of schema.org."""

_LEARNING = "LearningResource"
_ARTICLE = "Article"


def structured_data(content: Content, page: Page, pages: Mapping[str, Page]) -> str:
    """The JSON of a page, safe inside a ``script`` element; ``pages`` are all of them by their paths.

    Without a public address, addresses are relative to the page, as JSON-LD allows.
    """
    base = content.settings.public_url or page.to_top
    nodes = [_page(content, page, base), *_breadcrumbs(page, pages, base), *_terms(content, page, base)]
    return in_script({"@context": "https://schema.org", "@graph": nodes})


def in_script(data: object) -> str:
    """Compact JSON that no text in it can end: HTML knows no ``<`` in there, JSON knows ``\\u003c``."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _page(content: Content, page: Page, base: str) -> Node:
    webinar = content.catalogue.by_slug.get(page.webinar_slug)
    made = _webinar(content, webinar, base) if webinar else _text(content, page, base)
    picture = page_picture(content, page) if content.settings.public_url else None
    if picture:
        made["thumbnailUrl" if webinar else "image"] = f"{base}{picture.path}"
    return made | {
        "isAccessibleForFree": True,
        "publisher": _publisher(content.settings, base),
        "isPartOf": {"@type": "WebSite", "name": content.settings.site_name, "url": base},
    }


def _text(content: Content, page: Page, base: str) -> Node:
    """A page to read."""
    types = page.kind.schema_types
    made: Node = {
        "@type": list(types),
        "name": page.front.title,
        "description": page.front.description,
        "url": f"{base}{page.url}",
        "inLanguage": page.front.lang or content.words.language,
        "license": CC_BY.url,
        "accessMode": ["textual", "visual"],
        "accessModeSufficient": _enough("textual"),
        "accessibilityFeature": ["alternativeText", "displayTransformability", "structuralNavigation"],
        "accessibilityHazard": ["none"],
    }
    if page.front.made:
        made |= {"dateModified": page.front.made.when.isoformat(), "creditText": page.front.made.by}
    if _ARTICLE in types:
        made |= {"headline": page.front.title, "author": _publisher(content.settings, base)}
    if _LEARNING in types:
        minutes = reading_minutes(words_to_read(page, content.catalogue.vocabulary, content.tools))
        made |= {"timeRequired": f"PT{minutes}M", "learningResourceType": content.words.kinds[page.result]}
    if Shape.OPENING in page.kind.shape:
        made["teaches"] = list(page.outcomes)
    return made


def _webinar(content: Content, webinar: Webinar, base: str) -> Node:
    """A webinar: a recording that teaches, or where there is none, words that do."""
    url = f"{base}webinars/{webinar.slug}/"
    length = machine_length(webinar.duration)
    made: Node = {
        "@type": _LEARNING,
        "name": webinar.title,
        "description": webinar.summary,
        "url": url,
        "inLanguage": webinar.language,
        "license": webinar.licence.url,
        "datePublished": webinar.published.isoformat(),
        "dateModified": webinar.made.when.isoformat(),
        "creditText": webinar.made.by,
        "author": _authors(webinar, content.settings, base),
        "learningResourceType": content.words.kinds["webinar"],
        "timeRequired": length,
        "teaches": list(webinar.outcomes),
        "audience": [{"@type": "Audience", "audienceType": audience.name} for audience in webinar.audiences],
        "about": [
            *({"@type": "Thing", "name": topic.name} for topic in webinar.topics),
            *({"@type": "DefinedTerm", "name": r.name, "url": f"{base}{LADDER}#{r.id}"} for r in webinar.rungs),
        ],
        **_access(webinar),
    }
    return made | _recording(webinar, url, length) if webinar.has_media else made


def _recording(webinar: Webinar, url: str, length: str) -> Node:
    """What a webinar with a recording has besides."""
    made: Node = {
        "@type": ["VideoObject" if is_video(webinar) else "AudioObject", _LEARNING],
        "duration": length,
        "uploadDate": webinar.published.isoformat(),
        "embedUrl": f"{url}embed/",
        "transcript": f"{url}transcript.txt",
        "caption": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{url}captions.{language}.vtt",
                "encodingFormat": "text/vtt",
                "inLanguage": language,
            }
            for language in webinar.words.languages
        ],
        "hasPart": list(_clips(webinar, url)),
    }
    if played := media(webinar):
        made |= {"contentUrl": played.address(url), "encodingFormat": played.type}
    if isinstance(webinar.recording, OutsideRecording):
        made["embedUrl"] = webinar.recording.embed_url
    return made


def _clips(webinar: Webinar, url: str) -> Iterator[Node]:
    """A part for each chapter, from its start to that of the next one."""
    starts = [chapter.start for chapter in webinar.chapters]
    for chapter, (start, end) in zip(webinar.chapters, pairwise([*starts, webinar.duration]), strict=True):
        yield {
            "@type": "Clip",
            "name": chapter.title,
            "startOffset": int(start),
            "endOffset": int(end),
            "url": f"{url}#{chapter.anchor}",
        }


def _access(webinar: Webinar) -> Node:
    """How a webinar can be taken in. Of recordings by people nobody here knows what might harm, so that is said."""
    features = ["structuralNavigation", "transcript"]
    if webinar.has_media:
        features.append("captions")
    for kind, feature in (("bsl", "signLanguage"), ("described", "audioDescription")):
        if webinar.extra(kind):
            features.append(feature)
    modes = ["auditory", "textual", "visual"] if webinar.has_media else ["textual"]
    heard_alone = webinar.has_media and needs_no_description(webinar)
    return {
        "accessMode": modes,
        "accessModeSufficient": _enough("textual", *(["auditory"] if heard_alone else [])),
        "accessibilityFeature": sorted(features),
        "accessibilityHazard": _hazards(webinar),
    }


def _hazards(webinar: Webinar) -> list[str]:
    if not webinar.has_media:
        return ["none"]
    if webinar.is_narrated:
        return ["noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]
    if isinstance(webinar.recording, MediaFile) and webinar.recording.kind == "audio":
        return ["noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard"]
    return ["unknown"]


def _enough(*modes: str) -> list[Node]:
    """Each mode is enough by itself."""
    return [{"@type": "ItemList", "itemListElement": [mode]} for mode in modes]


def _authors(webinar: Webinar, settings: Settings, base: str) -> list[Node]:
    """The people who present; a computer voice is none."""
    return [_publisher(settings, base)] if webinar.is_narrated else [_person(p) for p in webinar.presenters]


def _person(presenter: Presenter) -> Node:
    made: Node = {"@type": "Person", "name": presenter.name}
    if presenter.role:
        made["jobTitle"] = presenter.role
    if presenter.organisation:
        made["affiliation"] = {"@type": "Organization", "name": presenter.organisation}
    return made


def _publisher(settings: Settings, base: str) -> Node:
    return {"@type": "Organization", "name": settings.owner or settings.site_name, "url": base}


def _breadcrumbs(page: Page, pages: Mapping[str, Page], base: str) -> Iterator[Node]:
    """The way from Home to the page: the first pages of the folders that it is in."""
    folders = reversed(PurePosixPath(page.path).parents)
    firsts = [(folder / "index.md").as_posix() for folder in folders]
    way = [pages[path] for path in (*(first for first in firsts if first != page.path), page.path) if path in pages]
    if len(way) > 1:
        yield {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": step.front.title, "item": f"{base}{step.url}"}
                for number, step in enumerate(way, start=1)
            ],
        }


def _terms(content: Content, page: Page, base: str) -> Iterator[Node]:
    """The words that a page defines: those of the glossary, and the rungs of the ladder."""
    if page.url == GLOSSARY:
        defined = [(term.id, term.term, term.meaning) for term in content.terms]
    elif page.url == LADDER:
        defined = [(rung.id, rung.name, rung.meaning) for rung in content.catalogue.vocabulary.rungs.values()]
    else:
        return
    yield {
        "@type": "DefinedTermSet",
        "name": page.front.title,
        "url": f"{base}{page.url}",
        "hasDefinedTerm": [
            {"@type": "DefinedTerm", "name": name, "description": meaning, "url": f"{base}{page.url}#{id_}"}
            for id_, name, meaning in defined
        ],
    }

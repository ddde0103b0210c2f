"""Writes catalogue.json: the catalogue for other sites and programs."""

from __future__ import annotations

import json

from macros.model import Catalogue, Webinar
from macros.reading.interface import Words
from macros.rendering.formats import formats


def catalogue_json(catalogue: Catalogue, site_url: str, words: Words) -> str:
    """Every webinar with its address, length in seconds, chapters and files."""
    return (
        json.dumps(
            {"site": site_url, "webinars": [_webinar(w, site_url, words) for w in catalogue.webinars]},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _webinar(webinar: Webinar, site_url: str, words: Words) -> dict[str, object]:
    url = f"{site_url}webinars/{webinar.slug}/"
    return {
        "slug": webinar.slug,
        "url": url,
        "title": webinar.title,
        "summary": webinar.summary,
        "published": webinar.published.isoformat(),
        "seconds": round(webinar.duration),
        "presenters": [{"name": p.name, "role": p.role, "organisation": p.organisation} for p in webinar.presenters],
        "topics": [topic.id for topic in webinar.topics],
        "rungs": [rung.id for rung in webinar.rungs],
        "audiences": [audience.id for audience in webinar.audiences],
        "formats": [item.id for item in formats(webinar, words)],
        "outcomes": list(webinar.outcomes),
        "licence": webinar.licence,
        "made": {"rung": webinar.made.rung.id, "by": webinar.made.by, "when": webinar.made.when.isoformat()},
        "captions": {language: f"{url}captions.{language}.vtt" for language in webinar.words.languages},
        "transcript": f"{url}transcript.txt",
        "embed": f"{url}embed/",
        "chapters": [
            {"start": round(c.start, 3), "title": c.title, "url": f"{url}#{c.anchor}"} for c in webinar.chapters
        ],
    }

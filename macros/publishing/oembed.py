"""Writes what a webinar's player is for sites that ask with oEmbed (https://oembed.com/), as JSON and as XML.

The files are static, so they cannot keep to a size that somebody asks for; the player fits any width by itself.
"""

from __future__ import annotations

import html
import json
from xml.etree.ElementTree import Element

from macros.model import Webinar
from macros.publishing.share_pictures import webinar_picture
from macros.publishing.xml_text import add, as_text
from macros.reading.interface import Words
from macros.rendering.formats import is_video
from macros.rendering.presenters import presenters_line
from macros.settings import Settings

JSON, XML = "oembed.json", "oembed.xml"
FILES = {JSON: "application/json+oembed", XML: "text/xml+oembed"}
"""The files beside a webinar's page, with the types by which a page announces them (oEmbed, section 4)."""

WIDTH, HEIGHT = 640, 640
"""Pixels: player, captions and the list of chapters below them."""


def oembed_files(webinar: Webinar, settings: Settings, words: Words) -> dict[str, str]:
    """The two files by their names. ``settings`` has a public address: addresses in there have to be absolute."""
    fields = _fields(webinar, settings, words)
    root = Element("oembed")
    for name, value in fields.items():
        add(root, name, str(value))
    as_json = json.dumps(fields, ensure_ascii=False, indent=1) + "\n"
    return {JSON: as_json, XML: as_text(root)}


def _fields(webinar: Webinar, settings: Settings, words: Words) -> dict[str, str | int]:
    site = settings.public_url
    picture = webinar_picture(webinar, words)
    return {
        "version": "1.0",
        "type": "video" if is_video(webinar) else "rich",
        "title": webinar.title,
        "author_name": presenters_line(webinar.presenters),
        "provider_name": settings.site_name,
        "provider_url": site,
        "thumbnail_url": f"{site}{picture.path}",
        "thumbnail_width": picture.width,
        "thumbnail_height": picture.height,
        "width": WIDTH,
        "height": HEIGHT,
        "html": (
            f'<iframe src="{html.escape(site)}webinars/{webinar.slug}/embed/" title="{html.escape(webinar.title)}"'
            f' width="{WIDTH}" height="{HEIGHT}" allow="autoplay; fullscreen" loading="lazy"></iframe>'
        ),
    }

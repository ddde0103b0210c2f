"""Makes the pictures that stand beside a link to a page elsewhere, as PNG: few apps and sites show SVG.

Their addresses have to be absolute, so a site without a public address has none. Each is made once a drawing, and
kept (macros/store.py): a tenth of a second for each of a thousand webinars is more than all the rest of a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import resvg_py

from macros.content.content import Content
from macros.model import Webinar
from macros.pictures.shapes import Drawing
from macros.pictures.share import ARTWORK_SIZE, HEIGHT, WIDTH, artwork, cover_to_share, picture_to_share
from macros.pictures.svg import standalone_svg
from macros.reading.interface import Words
from macros.reading.pages import Page
from macros.rendering.pictures import webinar_cover
from macros.store import Store

ARTWORK = "feeds/artwork.png"


@dataclass(frozen=True)
class SharePicture:
    """A picture to be: where it goes, from the top of the site, and what it shows, for those who do not see it."""

    path: str
    text: str
    drawing: Drawing
    width: int = WIDTH
    height: int = HEIGHT


def share_pictures(content: Content) -> Iterator[SharePicture]:
    """Every picture that the site needs, once; none for a site without a public address."""
    if not content.settings.public_url:
        return
    found = {ARTWORK: SharePicture(ARTWORK, "", artwork(), ARTWORK_SIZE, ARTWORK_SIZE)}
    for page in content.pages:
        if picture := page_picture(content, page):
            found[picture.path] = picture
    yield from found.values()


def page_picture(content: Content, page: Page) -> SharePicture | None:
    """The picture of a page: a webinar's is its cover, the others share those of data/pictures.yml."""
    if webinar := content.catalogue.by_slug.get(page.webinar_slug):
        return webinar_picture(webinar, content.words)
    picture = content.pictures.picture_of(page.path)
    return SharePicture(f"share/{picture.name}.png", picture.shows, picture_to_share(picture)) if picture else None


def webinar_picture(webinar: Webinar, words: Words) -> SharePicture:
    """The picture of a webinar."""
    path = f"webinars/{webinar.slug}/share.png"
    return SharePicture(path, words.share.cover, cover_to_share(webinar_cover(webinar)))


def owner(path: str) -> str:
    """Under which name the store keeps the picture of this path."""
    return f"picture {path}"


def png(picture: SharePicture, store: Store) -> bytes:
    """The picture's file: that of an earlier build if it would be the same, else a new one."""
    svg = standalone_svg(picture.drawing, "")
    # Not macros.store.key_of: any change to the code would make all of them anew, and this says all that shapes one.
    key = hashlib.sha256(f"{resvg_py.__version__} {picture.width} {svg}".encode()).hexdigest()
    if kept := store.get_file(owner(picture.path), key):
        return kept
    made = resvg_py.svg_to_bytes(svg_string=svg, width=picture.width, skip_system_fonts=True)
    store.put_file(owner(picture.path), key, made)
    return made

"""Leads old addresses to the pages of today, on every host: pages that send readers on, and notes in pages.

Hosts that can send readers on themselves do it without these pages: see hosts.py.
"""

from __future__ import annotations

import html
import posixpath
from pathlib import Path

from macros.content.content import Content
from macros.publishing.fill import add_id, add_note
from macros.reading.interface import Words
from macros.reading.moved import MovedAnchor, MovedPage, moved_anchors, moved_pages

_SCRIPT = "assets/js/moved.js"


def publish_moved(content: Content, site: Path) -> None:
    """Writes a page at each old address, and says on pages which parts of them are elsewhere now."""
    moved = moved_pages(content.pages, content.catalogue.webinars)
    for one in moved:
        for path, text in moved_files(one, content.settings.site_name, content.words).items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    led_here = {one.old: one.new for one in moved}
    for part in moved_anchors(content.pages):
        _publish_moved_anchor(part, led_here.get(part.old, part.old), site, content.words)


def moved_files(moved: MovedPage, site_name: str, words: Words) -> dict[str, str]:
    """The pages of an old address, by their paths: a webinar had its player alone and its transcript, too."""
    files = {f"{moved.old}index.html": moved.new}
    if moved.was_webinar:
        files[f"{moved.old}transcript.html"] = f"{moved.new}transcript.html" if moved.to_webinar else moved.new
    pages = {path: redirect_page(path, new, moved.title, site_name, words) for path, new in files.items()}
    if moved.was_webinar:
        embed = f"{moved.old}embed/index.html"
        new = f"{moved.new}embed/" if moved.to_webinar else moved.new
        # It stands in a frame on another site's page, where only players may: a link there opens the page itself.
        pages[embed] = redirect_page(embed, new, moved.title, site_name, words, by_itself=moved.to_webinar)
    return pages


def redirect_page(path: str, new: str, title: str, site_name: str, words: Words, by_itself: bool = True) -> str:
    """The page at ``path`` that leads to the address ``new``, for every browser; both start at the top of the site.

    ``by_itself`` is whether it does so without being asked. A part of the page that was asked for (``#law``) is lost
    by the refresh alone, so a script takes it along.
    """
    here = posixpath.dirname(path)
    address = posixpath.relpath(new or ".", here) + ("/" if new.endswith("/") or not new else "")
    script = posixpath.relpath(_SCRIPT, here)
    name, heading = words.moved.title.format(title=title, site=site_name), html.escape(words.moved.heading)
    address, title = html.escape(address), html.escape(title)
    leads = (
        f'<meta http-equiv="refresh" content="0; url={address}">\n<script type="module" src="{script}"></script>\n'
        if by_itself
        else ""
    )
    target = "" if by_itself else ' target="_top"'
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{html.escape(name)}</title>\n<link rel="canonical" href="{address}">\n{leads}'
        f'<meta name="robots" content="noindex">\n</head>\n<body>\n'
        f'<main>\n<h1>{heading}</h1>\n<p><a href="{address}"{target}>{title}</a></p>\n</main>\n</body>\n</html>\n'
    )


def _publish_moved_anchor(moved: MovedAnchor, address: str, site: Path, words: Words) -> None:
    """``address`` is the one that people come to who follow the old one."""
    if address == moved.page.url:
        add_id(site / address / "index.html", moved.new, moved.anchor)
        return
    link = f"{posixpath.relpath(moved.page.url or '.', address or '.')}/#{moved.new}"
    part = next((heading.words for heading in moved.page.headings if heading.id == moved.new), "")
    title = f"{moved.page.front.title}: {part}" if part else moved.page.front.title
    leads = f'<a href="{html.escape(link)}">{html.escape(title)}</a>'
    note = html.escape(words.moved.part).format(title=leads)
    add_note(site / address / "index.html", f'<p class="moved" id="{html.escape(moved.anchor)}">{note}</p>\n')

"""Leads from a page to the same in other languages: for readers below the title, for programs in the head."""

from __future__ import annotations

import html
import posixpath
from pathlib import Path

from macros.content.content import Content
from macros.publishing.fill import add_below_title, add_to_head
from macros.reading.interface import Words
from macros.reading.languages import Version, versions


def publish_languages(content: Content, site: Path) -> None:
    """Writes the switch and the links (``hreflang``) into each page that there is in several languages."""
    for group in versions(content.pages, content.settings.language):
        for version in group:
            path = site / version.page.url / "index.html"
            words = content.page_words.get(version.language, content.words)
            add_below_title(path, switch(version, group, words))
            if base := content.settings.public_url:
                add_to_head(path, alternates(group, base))


def switch(version: Version, group: tuple[Version, ...], words: Words) -> str:
    """Links to the other versions of a page, each in the name that its language has for itself (WCAG 3.1.2)."""
    here = version.page.url
    links = ", ".join(
        f'<a href="{html.escape(_address(other.page.url, here))}" hreflang="{other.language}" lang="{other.language}">'
        f"{html.escape(other.name)}</a>"
        for other in group
        if other is not version
    )
    return f'<p class="languages" lang="{words.language}">{html.escape(words.page.languages)} {links}</p>\n'


def alternates(group: tuple[Version, ...], base: str) -> str:
    """A link for each version, the page's own too, as search engines ask for."""
    return "".join(
        f'<link rel="alternate" hreflang="{one.language}" href="{html.escape(base + one.page.url)}">\n' for one in group
    )


def _address(target: str, here: str) -> str:
    return f"{posixpath.relpath(target or '.', here or '.')}/"

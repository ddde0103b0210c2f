"""Puts what is finished into pages that an engine has made.

A transcript of 280 captions costs an engine more than all the rest of its page: Markdown reads its HTML again. So a
macro leaves a marker, and the finished HTML takes its place in the built page, with every engine alike.
"""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup


def marker(slug: str) -> Markup:
    """What stands in a page until the webinar takes its place. Slugs are small letters, numbers and hyphens."""
    return Markup(f'<div data-own-contents data-place-of="{slug}"></div>')


def fill(page: Path, slug: str, html: str) -> None:
    """Puts the finished HTML in the place of the webinar's marker, if the page has one."""
    text = page.read_text(encoding="utf-8")
    before, found, after = text.partition(marker(slug))
    if found:
        page.write_text(f"{before}{html}{after}", encoding="utf-8", newline="\n")

"""Puts what is finished into pages that an engine has made.

A transcript of 280 captions costs an engine more than all the rest of its page: Markdown reads its HTML again. So a
macro leaves a marker, and the finished HTML takes its place in the built page, with every engine alike. What only
publishing knows, such as which recordings there are, comes into pages in the same way.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

from markupsafe import Markup

_HEAD = '<meta name="place" content="head">'
"""Where a page's head goes on (theme/base.html)."""

FEEDS_PLACE = "feeds"
"""Where the catalogue says how to follow the webinars."""

_END = "</article>"
"""Where the content of a page ends (theme/base.html)."""


def marker(slug: str) -> Markup:
    """What stands in a page until the webinar takes its place. Slugs are small letters, numbers and hyphens."""
    return Markup(f'<div data-own-contents data-place-of="{slug}"></div>')


def fill(page: Path, slug: str, player: str, words: str) -> None:
    """Puts the webinar's player in the place of its marker, if the page has one, and its words at the end.

    What the page itself says, such as the questions to think about before, stands between the two: it would be far
    below a transcript of twenty minutes.
    """
    text = page.read_text(encoding="utf-8")
    before, found, after = text.partition(marker(slug))
    if found:
        rest, end, frame = after.rpartition(_END)
        page.write_text(f"{before}{player}{rest}{words}{end}{frame}", encoding="utf-8", newline="\n")


def place(name: str) -> Markup:
    """What stands in a page until something of this name takes its place."""
    return Markup(f'<div data-place-of="{name}"></div>')


def fill_place(page: Path, name: str, content: str) -> None:
    """Puts ``content``, which may be empty, in its place in a page, if the page has one."""
    _replace(page, place(name), content)


def fill_head(page: Path, head: str) -> None:
    """Puts what programs and other sites read of a page into its head, if it is not there yet."""
    _replace(page, _HEAD, head)


def add_id(page: Path, id_: str, other: str) -> None:
    """Lets a link to ``other`` come to what has the id ``id_`` in a page."""
    text = page.read_text(encoding="utf-8")
    tag = re.compile(rf'<[a-z][a-z0-9]*\b[^<>]*\bid="{re.escape(html.escape(id_))}"[^<>]*>')
    found = tag.search(text)
    if found is None:
        raise ValueError(f"{page} has no element with the id {id_}")
    place = f'<span id="{html.escape(other)}"></span>'
    if place in text:
        # The site is published a second time.
        return
    added = f"{found[0]}{place}"
    page.write_text(f"{text[: found.start()]}{added}{text[found.end() :]}", encoding="utf-8", newline="\n")


def add_below_title(page: Path, added: str) -> None:
    """Puts ``added`` below the title of a page."""
    _add(page, "</h1>", f"</h1>\n{added}")


def add_to_head(page: Path, added: str) -> None:
    """Puts ``added`` at the end of a page's head."""
    _add(page, "</head>", f"{added}</head>")


def _add(page: Path, place: str, with_addition: str) -> None:
    """Puts something beside a place, unless it is there: a site may be published a second time."""
    if with_addition not in page.read_text(encoding="utf-8"):
        _replace(page, place, with_addition)


def add_note(page: Path, note: str) -> None:
    """Puts ``note`` at the end of what a page says."""
    before, end, frame = page.read_text(encoding="utf-8").rpartition(_END)
    if note in before:
        return
    page.write_text(f"{before}{note}{end}{frame}", encoding="utf-8", newline="\n")


def _replace(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    if old in text:
        page.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")

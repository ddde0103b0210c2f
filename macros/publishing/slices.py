"""Writes the further pages of lists that are too long for one: the catalogue, and the index from A to Z."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from markupsafe import Markup

from macros.content.content import Content
from macros.reading.pages import Page
from macros.rendering.a_to_z import entries, render_a_to_z_page, sliced
from macros.rendering.catalogue import ALL_CARDS, all_cards, cards_in_order, render_catalogue_page
from macros.rendering.catalogue import pages as catalogue_pages
from macros.rendering.frame import framed
from macros.rendering.slices import file_name


def publish_slices(content: Content, site: Path) -> None:
    """Writes the pages of each list from the second on, and for the catalogue's filters what all cards say."""
    for page in content.pages:
        calls = {call.name for call in page.macros}
        root = "../" * page.url.count("/") or "./"
        if "webinar_catalogue" in calls:
            _publish_catalogue(content, site, page, root)
        if "a_to_z" in calls:
            found = sliced(entries(content.catalogue, content.pages, content.terms, content.tools.signs, content.words))
            render = partial(render_a_to_z_page, found, root=root, words=content.words)
            _publish(content, site, page, len(found), render)


def _publish_catalogue(content: Content, site: Path, page: Page, root: str) -> None:
    cards = cards_in_order(content.catalogue, content.paths, content.words)
    found = catalogue_pages(cards)
    render = partial(render_catalogue_page, found, root=root, words=content.words)
    _publish(content, site, page, len(found), render)
    if len(found) > 1:
        text = json.dumps(all_cards(cards, content.words), ensure_ascii=False, separators=(",", ":"))
        (site / page.url / ALL_CARDS).write_text(text, encoding="utf-8", newline="\n")


def _publish(content: Content, site: Path, page: Page, count: int, render: Callable[[int, str], Markup]) -> None:
    """Writes the pages from the second to the last into the frame of the first."""
    first = (site / page.url / "index.html").read_text(encoding="utf-8") if count > 1 else ""
    for number in range(2, count + 1):
        title = content.words.slices.title.format(title=page.front.title, number=number, count=count)
        of_site = f"{title} - {content.settings.site_name}"
        text = framed(first, of_site, render(number, title))
        (site / page.url / file_name(number)).write_text(text, encoding="utf-8", newline="\n")

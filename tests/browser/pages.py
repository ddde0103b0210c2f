"""The pages of a built site, for tests that look at each of them."""

from __future__ import annotations

from pathlib import Path

from tests.content import WORDS

NOT_PAGES = {"404.html"}


def page_paths(site: Path) -> list[str]:
    """The address of every page from the top of the site, such as ``do/access/``; those that lead on are left out."""
    leads_on = f"<h1>{WORDS.moved.heading}</h1>"
    found = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if leads_on in path.read_text(encoding="utf-8")[:1000]:
            continue
        found.append(name.removesuffix("index.html"))
    return found

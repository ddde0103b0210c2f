"""The pages of a built site, for tests that look at each of them."""

from __future__ import annotations

from pathlib import Path

NOT_PAGES = {"404.html"}


def page_paths(site: Path) -> list[str]:
    """The address of every page from the top of the site, such as ``do/access/``; redirects are left out."""
    found = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8")[:1000]:
            continue
        found.append(name.removesuffix("index.html"))
    return found

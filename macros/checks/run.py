"""Runs every check: the one place that says what has to be right before the site is built."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from macros.checks.anchors import check_anchors
from macros.checks.easier import check_easier
from macros.checks.guides import check_guides
from macros.checks.help import check_help
from macros.checks.language import check_language
from macros.checks.links import check_links
from macros.checks.pages import check_pages
from macros.checks.papers import check_papers
from macros.checks.policy import check_policy
from macros.checks.webinars import check_webinars
from macros.importing.mishearings import read_mishearings
from macros.model import Catalogue
from macros.problems import ContentError, Problem
from macros.reading.catalogue import read_catalogue
from macros.reading.files import content_files
from macros.reading.glossary import check_glossary
from macros.reading.help import read_help
from macros.reading.pages import read_pages
from macros.reading.paths import read_paths
from macros.reading.synonyms import read_synonyms
from macros.reading.tools import read_tools
from macros.reading.vocabulary import read_vocabulary
from macros.reading.wcag import read_criteria
from macros.settings import read_settings

CHECKED = "DOING_WITH_CHECKED"
"""Names the state of the content that this process or the one that started it has found right."""

_lock = Lock()
_checked: dict[tuple[Path, str], Catalogue] = {}

CONTENT_FOLDERS = ("webinars", "data", "docs")


def check_all(
    root: Path, progress: Callable[[str], None] = lambda message: None
) -> tuple[Catalogue | None, list[Problem]]:
    """The catalogue, and every problem in all content; the catalogue is None if its data has problems."""
    catalogue, problems = read_catalogue(root, progress)
    settings, more = read_settings(root)
    problems += more
    vocabulary = catalogue.vocabulary if catalogue else read_vocabulary(root)[0]
    pages, more = read_pages(root)
    problems += more
    problems += check_pages(pages, root, vocabulary)
    problems += check_guides(pages)
    problems += check_language(root, pages)
    problems += read_synonyms(root)[1]
    problems += read_mishearings(root)[1]
    problems += read_criteria(root)[1]
    problems += read_help(root)[1]
    problems += check_help(root, pages)
    problems += check_easier(pages)
    problems += check_papers(pages)
    if vocabulary:
        problems += read_tools(root, vocabulary, pages)[1]
        problems += check_glossary(root, vocabulary, pages)
        problems += check_anchors(root, pages, vocabulary)
        if settings:
            problems += check_links(root, pages, vocabulary, settings)
    if catalogue:
        if settings:
            problems += check_policy(catalogue, root, settings)
        problems += check_webinars(catalogue, pages, root)
        problems += read_paths(root, catalogue.vocabulary, pages, set(catalogue.by_slug))[1]
    return catalogue, sorted(set(problems))


def checked_catalogue(root: Path, progress: Callable[[str], None] = lambda message: None) -> Catalogue:
    """The catalogue, once all content is right.

    Nothing is read again unless a file has changed: Zensical asks once a page. Nothing is checked
    again in an engine that was started after the check of this very content. Raises ContentError.
    """
    key = (root.resolve(), content_state(root))
    # Zensical renders pages in several threads: one reads, the others wait for it.
    with _lock:
        if key not in _checked:
            is_checked = os.environ.get(CHECKED) == key[1]
            catalogue, problems = (read_catalogue if is_checked else check_all)(root, progress)
            if problems or catalogue is None:
                raise ContentError(problems)
            _checked.clear()
            _checked[key] = catalogue
        return _checked[key]


def content_state(root: Path) -> str:
    """A name for the content as it is now: another one whenever a file of it changes."""
    files = [root / "mkdocs.yml", *(path for name in CONTENT_FOLDERS for path in content_files(root / name))]
    # Editors write files that are gone a moment later.
    listing = sorted((str(path.resolve()), path.stat().st_mtime_ns) for path in files if path.exists())
    return hashlib.sha256(repr(listing).encode()).hexdigest()

"""Runs every check: the one place that says what has to be right before the site is built."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.checks.anchors import check_anchors
from macros.checks.easier import check_easier
from macros.checks.files import check_files, check_odd_files
from macros.checks.guides import check_guides
from macros.checks.help import check_help
from macros.checks.language import check_language
from macros.checks.links import check_links
from macros.checks.pages import check_pages
from macros.checks.papers import check_papers
from macros.checks.pictures import check_picture_calls
from macros.checks.policy import check_policy
from macros.checks.webinars import check_webinar, check_webinar_texts
from macros.content.content import Content
from macros.content.reading import read_parts
from macros.problems import Problem
from macros.reading.charts import FILE as CHARTS
from macros.reading.mishearings import read_mishearings
from macros.reading.pictures import FILE as PICTURES
from macros.store import Store


def check_all(root: Path, store: Store | None = None) -> tuple[Content | None, list[Problem]]:
    """The content, and every problem in all of it; the content is None if parts of it could not be read.

    What ``store`` knows to be right is not checked again.
    """
    if odd := list(check_odd_files(root)):
        # Before anything is read: a FIFO is waited for without end, and a link may lead to something without one.
        return None, odd
    parts = read_parts(root, store, partial(check_webinar, root=root))
    pages, vocabulary, settings = parts.pages, parts.vocabulary, parts.settings
    problems = [
        *check_files(root),
        *parts.problems,
        *check_pages(pages, root, vocabulary),
        *check_guides(pages),
        *check_language(root, pages),
        *read_mishearings(root)[1],
        *check_papers(pages),
        *check_help(root, pages),
        *check_webinar_texts(pages),
    ]
    if not any(problem.file in (PICTURES, CHARTS) for problem in parts.problems):
        problems += check_easier(pages, parts.pictures.pictures)
        problems += check_picture_calls(pages, parts.pictures.pictures, parts.charts)
    if vocabulary:
        problems += check_anchors(root, pages, vocabulary, parts.terms or ())
        if settings:
            problems += check_links(root, pages, vocabulary, settings)
    if parts.catalogue and settings:
        problems += check_policy(parts.catalogue, root, settings)
    return parts.content, sorted(set(problems))

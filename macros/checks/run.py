"""Runs every check: the one place that says what has to be right before the site is built."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.checks.anchors import check_anchors
from macros.checks.drafts import check_drafts
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
from macros.checks.session_plans import check_session_plans
from macros.checks.webinars import check_webinar, check_webinar_texts
from macros.content.content import Content
from macros.content.reading import read_parts
from macros.content.state import content_state
from macros.problems import Problem
from macros.reading.charts import FILE as CHARTS
from macros.reading.mishearings import read_mishearings
from macros.reading.pictures import FILE as PICTURES
from macros.reading.settings_fields import DEFAULT_LENGTHS
from macros.settings import read_settings
from macros.store import Store, key_of

OWNER = "all content"
"""Under this name the store keeps that all content is right."""


def check_all(root: Path, store: Store | None = None) -> tuple[Content | None, list[Problem]]:
    """The content, and every problem in all of it; the content is None if parts of it could not be read.

    What ``store`` knows to be right is not checked again: all of it where no file has changed since, or else each
    recorded webinar that has not.
    """
    if odd := list(check_odd_files(root)):
        # Before anything is read: a FIFO is waited for without end, and a link may lead to something without one.
        return None, odd
    if store is None:
        return _check(root, None)
    # mkdocs.yml takes settings from the environment.
    key = key_of(content_state(root), read_settings(root)[0])
    if store.get(OWNER, key):
        parts = read_parts(root, store)
        if parts.content and not parts.problems:
            return parts.content, []
    content, problems = _check(root, store)
    if content and not problems:
        store.put(OWNER, key, "right")
    return content, problems


def _check(root: Path, store: Store | None) -> tuple[Content | None, list[Problem]]:
    settings = read_settings(root)[0]
    lengths = settings.lengths if settings else DEFAULT_LENGTHS
    parts = read_parts(root, store, partial(check_webinar, root=root, lengths=lengths))
    pages, vocabulary = parts.pages, parts.vocabulary
    problems = [
        *check_files(root),
        *parts.problems,
        *check_pages(pages, root, vocabulary),
        *check_guides(pages),
        *check_drafts(pages),
        *check_language(root, pages),
        *read_mishearings(root)[1],
        *check_papers(pages),
        *check_session_plans(pages, parts.sessions, parts.catalogue),
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

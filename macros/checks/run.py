"""Runs every check: the one place that says what has to be right before the site is built."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.checks.answers import check_answers
from macros.checks.each import forget_others, looks_at_each, read_against
from macros.checks.easier import check_easier
from macros.checks.files import check_files, check_odd_files
from macros.checks.help import PAGE as HELP_PAGE
from macros.checks.help import check_payment
from macros.checks.inside import check_inside, inside
from macros.checks.languages import check_languages
from macros.checks.navigation import check_navigation
from macros.checks.pages import check_macros, check_webinar_pages
from macros.checks.pictures import check_picture_calls
from macros.checks.policy import check_policy
from macros.checks.published import check_aliases, check_published
from macros.checks.session_plans import check_sessions
from macros.checks.synonyms import check_synonyms
from macros.checks.webinars import check_webinar
from macros.content.content import Content
from macros.content.reading import read_all_but_webinars, read_parts, with_webinars
from macros.content.state import content_state
from macros.problems import Problem, causes_first
from macros.processors import each_beside
from macros.reading.catalogue import webinar_folders
from macros.reading.charts import FILE as CHARTS
from macros.reading.files import content_files
from macros.reading.mishearings import read_mishearings
from macros.reading.pictures import FILE as PICTURES
from macros.reading.settings_fields import DEFAULT_LENGTHS, ENGLISH
from macros.reading.written import written_files
from macros.settings import read_settings
from macros.store import Store, key_of

OWNER = "all content"
"""Under this name the store keeps that all content is right."""
UNREADABLE = frozenset({"file", "merge", "yaml"})
"""Rules about what keeps a file from being read at all."""


def check_all(root: Path, store: Store | None = None) -> tuple[Content | None, list[Problem]]:
    """The content, and every problem in all of it; the content is None if parts of it could not be read.

    What ``store`` knows to be right is not checked again: all of it where no file has changed since, or else each
    file and each recorded webinar that has not.
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
    parts = read_all_but_webinars(root)
    settings, pages, vocabulary = parts.settings, parts.pages, parts.vocabulary
    lengths = settings.lengths if settings else DEFAULT_LENGTHS
    slugs = {folder.name for folder in webinar_folders(root)}
    # They are read with the vocabulary.
    unread = vocabulary is None or any(problem.file in (PICTURES, CHARTS) for problem in parts.problems)
    pictures = None if unread else parts.pictures.pictures
    against, problems = read_against(root, settings, vocabulary, pictures)
    files = frozenset(path.relative_to(root / "docs").as_posix() for path in content_files(root / "docs"))
    # With many webinars, these and reading the webinars are nearly all of a check.
    with each_beside(looks_at_each(pages, written_files(root), against, store)) as looked_at_each:
        parts = with_webinars(parts, store, partial(check_webinar, root=root, lengths=lengths))
        problems += [
            *check_files(root),
            *check_navigation(root, files),
            *parts.problems,
            *(problem for page in pages for problem in check_macros(page, slugs)),
            *check_webinar_pages(pages, slugs),
            *check_easier(pages),
            *check_languages(pages, settings.language if settings else ENGLISH),
            *read_mishearings(root)[1],
            *check_synonyms(root, parts.synonyms, parts.terms or ()),
            *check_sessions(pages, parts.catalogue.by_slug if parts.catalogue else {}),
        ]
        if pictures is not None:
            problems += check_picture_calls(pages, pictures, parts.charts)
        if vocabulary:
            problems += check_answers(pages, vocabulary)
        if parts.catalogue and settings:
            problems += check_policy(parts.catalogue, root, settings)
        seen = looked_at_each()
    if store:
        forget_others(seen, store)
    unread_pages = {f"docs/{file}" for file in files if file.endswith(".md")} - {page.file for page in pages}
    problems += (problem for found in seen for problem in found.problems)
    # A project without the page has nowhere to lead to.
    if any(page.path == HELP_PAGE for page in pages):
        leading = {found.file.removeprefix("docs/") for found in seen if found.leads_to_help}
        problems += check_payment({found.file: found.payment for found in seen if found.payment}, leading)
    if vocabulary:
        made = {found.file: found.anchors for found in seen}
        # Where something cannot be read, nobody knows its older names, and what these lead to.
        if parts.catalogue and not unread_pages:
            problems += check_published(root, pages, made, parts.terms or (), parts.catalogue.webinars)
            problems += check_aliases(pages, made, parts.catalogue.webinars)
        citing = {found.file for found in seen if found.cites}
        known = inside(files, pages, made, citing, parts.terms, parts.paths, slugs)
        leads = {found.file: found.leads for found in seen}
        problems += (problem for page in pages for problem in check_inside(page, leads[page.file], known, against.site))
    causes = unread_pages | {problem.file for problem in problems if problem.rule in UNREADABLE}
    return parts.content, causes_first(problems, causes)

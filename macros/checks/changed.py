"""Checks the pages and webinars that have changed by themselves: soon done, however many others there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from macros.checks.each import looks_at_each, read_against
from macros.checks.pages import check_macros
from macros.checks.webinars import check_webinar
from macros.content.content import Content
from macros.model import Catalogue, Webinar
from macros.narration.narrate import Engine
from macros.narration.transcript import NarratedWords
from macros.problems import Problem
from macros.reading.catalogue import key_of_shared, newest_first, problems_beside
from macros.reading.files import is_litter, odd_file
from macros.reading.pages import Page, read_page
from macros.reading.vocabulary import read_respellings
from macros.reading.webinar import folder_key, read_webinar
from macros.reading.written import written_of_webinar

MOST = 10
"""Pages and webinars that are soon looked at."""


@dataclass(frozen=True)
class Changed:
    """The content with some of its pages and webinars as they are now, by their paths in docs/ and their slugs.

    What other content says of them, such as a title in a list, is as it was. ``problems`` are those of each by itself.
    """

    content: Content
    pages: frozenset[str]
    slugs: frozenset[str]
    problems: tuple[Problem, ...]


def check_changed(content: Content, files: Collection[Path]) -> Changed | None:
    """``content``, which was right, with these files as they are now.

    None where that takes more than to look at a few pages and webinars by themselves: a file has come or gone, is none
    of theirs, or a talk has to be spoken anew.
    """
    paths, slugs = set(), set()
    pages, webinars = {page.path: page for page in content.pages}, dict(content.catalogue.by_slug)
    for file in files:
        parts = file.relative_to(content.root).parts
        if any(map(is_litter, parts)):
            continue
        if not file.is_file() or odd_file(file):
            return None
        match parts:
            case ("docs", *names) if (path := "/".join(names)) in pages:
                paths.add(path)
            case ("webinars", slug, _) if slug in webinars:
                slugs.add(slug)
            case _:
                return None
    if len(paths) + len(slugs) > MOST:
        return None
    problems: list[Problem] = []
    for slug in slugs:
        webinar, more = _webinar(content, slug)
        problems += more
        if webinar and _is_unspoken(webinar):
            return None
        if webinar:
            webinars[slug] = webinar
    for path in paths:
        page, more = read_page(content.root / "docs" / path, content.root)
        problems += more
        if page:
            pages[path] = page
    problems += _problems_in_files(content, [pages[path] for path in paths], slugs)
    catalogue = Catalogue(newest_first(webinars.values()), content.catalogue.vocabulary)
    now = replace(content, catalogue=catalogue, pages=tuple(pages.values()))
    return Changed(now, frozenset(paths), frozenset(slugs), tuple(sorted(problems)))


def _is_unspoken(webinar: Webinar) -> bool:
    return isinstance(webinar.words, NarratedWords) and webinar.words.narration.engine is Engine.ESTIMATE


def _webinar(content: Content, slug: str) -> tuple[Webinar | None, list[Problem]]:
    root, vocabulary, settings = content.root, content.catalogue.vocabulary, content.settings
    respellings, problems = read_respellings(root)
    folder = root / "webinars" / slug
    shared = key_of_shared(vocabulary, settings.lengths, settings.media_base_url)
    read, more = read_webinar(
        folder,
        root,
        vocabulary,
        respellings,
        content.pictures.pictures,
        settings.lengths,
        folder_key(folder, shared),
        settings.media_base_url,
    )
    more += problems_beside(read, more, partial(check_webinar, root=root, lengths=settings.lengths))
    return read.webinar if read else None, problems + more


def _problems_in_files(content: Content, pages: Collection[Page], slugs: Collection[str]) -> list[Problem]:
    vocabulary, pictures = content.catalogue.vocabulary, content.pictures.pictures
    against, problems = read_against(content.root, content.settings, vocabulary, pictures)
    written = (file for slug in slugs for file in written_of_webinar(content.root / "webinars" / slug, content.root))
    for look in looks_at_each(pages, written, against, None):
        problems += look().problems
    for page in pages:
        problems += check_macros(page, set(content.catalogue.by_slug))
    return problems

"""References to pages (a path inside docs/, with or without an anchor) and to webinars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown.extensions.toc import slugify

from macros.model import Guide, Vocabulary
from macros.problems import Problem, did_you_mean
from macros.reading.pages import Page

RULE = "page-reference"


def anchors(page: Page, vocabulary: Vocabulary) -> set[str]:
    """The ids that a page will have: given ones, those of its headings, and the rungs of its ladder."""
    of_headings = {slugify(heading.words, "-") for heading in page.headings if not heading.id}
    return given_anchors(page, vocabulary) | of_headings


def given_anchors(page: Page, vocabulary: Vocabulary) -> set[str]:
    """The ids that were given to a page on purpose, those of the ladder's rungs among them."""
    given = {id_ for id_, _ in page.text.ids}
    of_ladder = set(vocabulary.rungs) if any(call.name == "ladder" for call in page.macros) else set()
    return given | of_ladder


def page_reference(
    reference: str, pages: Mapping[str, Page], vocabulary: Vocabulary, file: str, line: int
) -> tuple[Guide | None, list[Problem]]:
    """The page that ``do/access.md#law`` names, or None and why there is none."""
    path, _, anchor = reference.partition("#")
    page = pages.get(path)
    if page is None:
        message = f"'{path}' is no page of docs/{did_you_mean(path, pages)}"
        return None, [Problem(file, line, message, RULE, follows=(f"docs/{path}",))]
    known = anchors(page, vocabulary) if anchor else set()
    if anchor and anchor not in known:
        message = f"'{anchor}' is no anchor of docs/{path}{did_you_mean(anchor, known)}"
        return None, [Problem(file, line, message, RULE)]
    return Guide(path, anchor, page.front.title), []


def no_webinar(slug: str, slugs: set[str]) -> str:
    """That there is no such webinar, with the nearest one that there is."""
    return f"there is no webinar '{slug}' in webinars/{did_you_mean(slug, slugs)}"


def by_path(pages: Sequence[Page]) -> dict[str, Page]:
    """Each page under its path inside docs/."""
    return {page.path: page for page in pages}


def repeated(ids: Sequence[tuple[str, int]], what: str, file: str, rule: str = RULE) -> list[Problem]:
    """A problem for every (id, line) whose id an earlier one has."""
    seen: set[str] = set()
    problems = []
    for id_, line in ids:
        if id_ in seen:
            problems.append(Problem(file, line, f"'{id_}' is the id of an earlier {what}; choose another", rule))
        seen.add(id_)
    return problems

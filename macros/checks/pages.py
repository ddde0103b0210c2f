"""Checks the structure of pages: headings, how they were made, macros, sources, webinars one to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.kinds import PAGE_KINDS
from macros.model import Vocabulary
from macros.problems import Problem, did_you_mean
from macros.reading.pages import Page
from macros.reading.references import no_webinar

FIELDS = "front-matter"

MACROS = {
    "webinar_catalogue",
    "webinar",
    "webinar_card",
    "ladder",
    "ladder_picture",
    "ladder_poster",
    "webinar_cover",
    "picture",
    "picture_parts",
    "chart",
    "all_sources",
    "wcag_table",
    "which_rung",
    "is_it_real",
    "plan_on_a_page",
    "glossary",
    "paper_download",
    "learning_paths",
    "training_kit",
    "path_plans",
    "search_page",
    "a_to_z",
    "help_places",
    "owner_statement",
    "kept_on_device",
}
"""Macros that pages may call: the same as macros/__init__.py registers (a test holds them together)."""

_TAKES_SLUG = {"webinar", "webinar_card", "webinar_cover"}


def check_fields(page: Page) -> Iterator[Problem]:
    """The front matter has no field that only other kinds of page have, and the word for its own kind."""
    kind = page.kind
    special = {field for other in PAGE_KINDS for field in other.fields}
    for field in sorted((page.front.model_fields_set & special) - kind.fields):
        message = f"'{field}' is not for {kind.name}; remove it"
        yield Problem(page.file, page.data.line((field,)), message, FIELDS)
    if kind.flag and not getattr(page.front, kind.flag):
        folder = page.path.rpartition("/")[0]
        message = f"a page in docs/{folder}/ is {kind.name}; add '{kind.flag}: true' to its front matter"
        yield Problem(page.file, 1, message, FIELDS)


def check_headings(page: Page) -> Iterator[Problem]:
    """One H1, first; no level skipped on the way down (WCAG 1.3.1, 2.4.6)."""
    if not page.headings or page.headings[0].level != 1:
        line = page.headings[0].line if page.headings else 0
        yield Problem(page.file, line, "a page starts with its title: one '# ' heading", "headings")
        return
    previous = 1
    for heading in page.headings[1:]:
        if heading.level == 1:
            message = f"a second '# ' heading, '{heading.words}'; a page has one, so use '## '"
            yield Problem(page.file, heading.line, message, "headings")
        elif heading.level > previous + 1:
            message = (
                f"the heading '{heading.words}' skips a level; after '{'#' * previous} ' comes"
                f" '{'#' * (previous + 1)} ', not '{'#' * heading.level} '"
            )
            yield Problem(page.file, heading.line, message, "headings")
        previous = heading.level


def check_made(page: Page, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every page says how it was made: a webinar's in its YAML, all others in the front matter."""
    made = page.front.made
    if made is None:
        if not page.front.built and not page.webinar_slug:
            message = "'made' is missing; say in the front matter at which rung the page was made, by whom and when"
            yield Problem(page.file, 1, message, "made")
    elif page.webinar_slug:
        message = "'made' of a webinar stands in its webinar.yml; remove it here"
        yield Problem(page.file, page.data.line(("made",)), message, "made")
    elif made.rung not in vocabulary.rungs:
        message = f"'{made.rung}' is no rung of the ladder{did_you_mean(made.rung, vocabulary.rungs)}"
        yield Problem(page.file, page.data.line(("made", "rung")), message, "made")


def check_macros(page: Page, slugs: set[str]) -> Iterator[Problem]:
    """Macros exist, webinars that they name exist, and the page lets them run."""
    for call in page.macros:
        if call.name not in MACROS:
            message = f"there is no macro '{call.name}'{did_you_mean(call.name, MACROS)}"
            yield Problem(page.file, call.line, message, "macros")
        elif not page.front.render_macros:
            message = f"this page calls '{call.name}'; add 'render_macros: true' to its front matter"
            yield Problem(page.file, call.line, message, "macros")
        elif call.name in _TAKES_SLUG and call.argument not in slugs:
            yield Problem(page.file, call.line, no_webinar(call.argument, slugs), "macros")


def check_references(page: Page, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Every ``[words][key]`` has its key in data/sources.yml."""
    for key, line in page.text.sources:
        if key not in vocabulary.sources:
            message = f"'{key}' is no source of data/sources.yml{did_you_mean(key, vocabulary.sources)}"
            yield Problem(page.file, line, message, "sources")


def check_webinar_pages(pages: Sequence[Page], slugs: set[str]) -> Iterator[Problem]:
    """Folders of webinars/ and pages of docs/webinars/ are one to one."""
    with_page = {page.webinar_slug: page for page in pages if page.webinar_slug}
    for slug in sorted(slugs - with_page.keys()):
        message = f'has no page; add docs/webinars/{slug}.md with {{{{ webinar("{slug}") }}}}'
        yield Problem(f"webinars/{slug}", 0, message, "webinar-page", follows=(f"docs/webinars/{slug}.md",))
    for slug, page in sorted(with_page.items()):
        if slug not in slugs:
            message = f"has no webinar; add the folder webinars/{slug}{did_you_mean(slug, slugs)}"
            yield Problem(page.file, 0, message, "webinar-page")
        elif not any(call.name == "webinar" and call.argument == slug for call in page.macros):
            message = f'does not show its webinar; add {{{{ webinar("{slug}") }}}} on a line of its own'
            yield Problem(page.file, 0, message, "webinar-page")

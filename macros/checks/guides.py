"""Checks the shape of guides: what you can do after reading, sources, and one next step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.kinds import Shape
from macros.problems import Problem
from macros.reading.markdown import Block
from macros.reading.pages import OPENING, Page

NEXT_STEP = "Next step"


def check_guides(pages: Sequence[Page]) -> Iterator[Problem]:
    """Every problem in the shape of the guides, stories, tools and webinars' pages."""
    for page in pages:
        if Shape.OPENING in page.kind.shape:
            yield from check_opening(page)
        if Shape.SOURCES in page.kind.shape:
            yield from check_sources(page)
        if Shape.NEXT_STEP in page.kind.shape:
            yield from check_next_step(page)


def check_opening(page: Page) -> Iterator[Problem]:
    """A guide opens with what you can do after reading it: two things or more."""
    opening = next((block for block in page.text.blocks if block.source == OPENING), None)
    if opening is None:
        message = f"the line '{OPENING}' is missing; add it below the title, with a list"
        yield Problem(page.file, page.headings[0].line if page.headings else 0, message, "guide-opening")
        return
    if len(page.outcomes) < 2:
        message = f"'{OPENING}' needs a list of two things or more, each on a line that starts with '- '"
        yield Problem(page.file, opening.line, message, "guide-opening")


def check_sources(page: Page) -> Iterator[Problem]:
    """A guide has a source, or its front matter says that all of it is our own view."""
    cited = page.text.sources
    if not cited and not page.front.own_view:
        message = (
            "has no source; link one as [words][key], or write 'own_view: true' in the front matter"
            " if all of it is our own view"
        )
        yield Problem(page.file, 1, message, "guide-sources")
    elif cited and page.front.own_view:
        message = "'own_view' says that there are no sources, and there are; remove it"
        yield Problem(page.file, page.data.line(("own_view",)), message, "guide-sources")


def check_next_step(page: Page) -> Iterator[Problem]:
    """A page ends with one next step: a last section with one link."""
    sections = [heading for heading in page.headings if heading.level == 2]
    steps = [heading for heading in sections if heading.words == NEXT_STEP]
    if not steps:
        message = f"has no next step; end it with '## {NEXT_STEP}' and one link"
        yield Problem(page.file, 0, message, "next-step")
    elif steps[0] is not sections[-1]:
        message = f"'## {NEXT_STEP}' is the last section of a page; move '## {sections[-1].words}' above it"
        yield Problem(page.file, sections[-1].line, message, "next-step")
    else:
        yield from _check_one_link(page, steps[0])


def _check_one_link(page: Page, step: Block) -> Iterator[Problem]:
    links = sum(link.line > step.line for link in page.text.links)
    if links != 1:
        message = f"a next step has one link, not {links or 'none'}: readers should not have to choose"
        yield Problem(page.file, step.line, message, "next-step")

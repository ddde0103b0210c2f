"""Checks the papers: that a Word file can be made of each, and that its page offers it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.kinds import Shape
from macros.problems import Problem
from macros.reading.pages import Page
from macros.reading.papers import PaperError, template_blocks, template_line

RULE = "papers"


def check_papers(pages: Sequence[Page]) -> Iterator[Problem]:
    """Every problem of the papers, and of other pages that offer one."""
    for page in pages:
        offers = next((call.line for call in page.macros if call.name == "paper_download"), 0)
        if Shape.WORD_FILE not in page.kind.shape:
            if offers:
                message = "only a page with 'paper: true' has a Word file; add that to its front matter"
                yield Problem(page.file, offers, message, RULE)
            continue
        if not offers:
            message = "does not offer its Word file; add {{ paper_download() }} on a line of its own"
            yield Problem(page.file, template_line(page), message, RULE)
        try:
            template_blocks(page)
        except PaperError as error:
            yield Problem(page.file, template_line(page), str(error), RULE)
